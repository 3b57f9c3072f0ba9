using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Papergraph.Cli.Output;
using Papergraph.Corpus;
using Papergraph.Import;

namespace Papergraph.Cli.Commands;

/// <summary><c>papergraph import G --nodes …=F --relationships …=F</c></summary>
internal static class ImportCommand
{
    // What search looks at where an imported label has it; the same properties that a graph of papers is searched by, and the usual others.
    private static readonly string[] NameProperties = [Keys.Title, Keys.Name, Keys.Aliases, Keys.Url, "label"];

    // Weights as in a graph of papers: a word in a name says what the thing is about.
    private static readonly (string, double)[] TextProperties =
    [
        (Keys.Title, 3), (Keys.Name, 3), ("label", 3), (Keys.Aliases, 2), (Keys.Url, 1), (Keys.Abstract, 1), ("description", 1), ("summary", 1),
        ("text", 1),
    ];

    internal static Command Create()
    {
        ImportOptions standard = new();
        Argument<string> graph = Arguments.GraphToChange();
        Option<string[]> nodes = Files("--nodes", "Files of nodes, the header first: [Label[:Label]=]FILE[,FILE]…; may be given several times.");
        nodes.Required = true;
        Option<string[]> relationships = Files("--relationships", "Files of relationships, the header first: [TYPE=]FILE[,FILE]…; may be given several times.");
        Option<char> delimiter = Character("--delimiter", standard.Delimiter, "Between fields");
        Option<char> arrayDelimiter = Character("--array-delimiter", standard.ArrayDelimiter, "Between the items of a list and between labels");
        Option<char> quote = Character("--quote", standard.Quote, "Around fields, doubled within them");
        Option<IdType> idType = new("--id-type") { Description = "What ids are where the header does not say it: string, integer or actual.", DefaultValueFactory = _ => standard.IdType };
        Option<bool> multiline = Switch("--multiline-fields", "Fields in quotes may go over the ends of lines.");
        Option<bool> ignoreEmpty = Switch("--ignore-empty-strings", "A field in quotes without text has no value.");
        Option<bool> trim = Switch("--trim-strings", "Cut off blanks around texts that are not in quotes.");
        Option<bool> ignoreExtra = Switch("--ignore-extra-columns", "Pass over fields beyond those of the header.");
        Option<bool> skipHeaders = Switch("--auto-skip-subsequent-headers", "Pass over the header where further files of a group repeat it.");
        Option<bool> skipBad = Switch("--skip-bad-relationships", "Leave out relationships whose nodes are missing; without it the first one ends the import.");
        Option<bool> skipDuplicates = Switch("--skip-duplicate-nodes", "Leave out nodes whose id an earlier one has; without it the first one ends the import.");
        Option<long> tolerance = new("--bad-tolerance") { Description = "Most rows that may be rejected; one more and nothing is imported.", DefaultValueFactory = _ => standard.BadTolerance, HelpName = "N" };
        Option<string?> report = new("--report-file") { Description = "Also write the findings to this file, one a line, up to 10,000.", HelpName = "FILE" };
        Option<bool> replace = new("--replace") { Description = "Replace a graph that the directory holds." };
        Option<int> threads = Arguments.Threads();
        Option<bool> strict = Arguments.Strict();
        Option<bool> asJson = Arguments.Json();
        Command command = new("import", "Imports the CSV files of neo4j-admin import as a new graph.")
        {
            graph, nodes, relationships, delimiter, arrayDelimiter, quote, idType, multiline, ignoreEmpty, trim, ignoreExtra, skipHeaders, skipBad,
            skipDuplicates, tolerance, report, replace, threads, strict, asJson,
        };
        return command.Does((parsed, cancellation) =>
        {
            ImportOptions options = new()
            {
                Delimiter = parsed.GetValue(delimiter),
                ArrayDelimiter = parsed.GetValue(arrayDelimiter),
                Quote = parsed.GetValue(quote),
                IdType = parsed.GetValue(idType),
                MultilineFields = parsed.GetValue(multiline),
                IgnoreEmptyStrings = parsed.GetValue(ignoreEmpty),
                TrimStrings = parsed.GetValue(trim),
                IgnoreExtraColumns = parsed.GetValue(ignoreExtra),
                AutoSkipSubsequentHeaders = parsed.GetValue(skipHeaders),
                SkipBadRelationships = parsed.GetValue(skipBad),
                SkipDuplicateNodes = parsed.GetValue(skipDuplicates),
                BadTolerance = parsed.GetValue(tolerance),
                Replace = parsed.GetValue(replace),
                Threads = parsed.GetValue(threads),
                NameIndex = Names.Index,
                NameProperties = NameProperties,
                TextIndex = Names.Texts,
                TextProperties = TextProperties,
            };
            FileGroup[] nodeFiles = [.. (parsed.GetValue(nodes) ?? []).Select(FileGroup.OfNodes)];
            FileGroup[] relationshipFiles = [.. (parsed.GetValue(relationships) ?? []).Select(FileGroup.OfRelationships)];
            using ReportFile? findings = parsed.GetValue(report) is { } path
                ? new ReportFile(path, nodeFiles.Concat(relationshipFiles).SelectMany(group => group.Files))
                : null;
            ImportReport imported;
            try
            {
                imported = ProgressDisplay.During(progress =>
                    GraphImporter.Import(parsed.GetRequiredValue(graph), nodeFiles, relationshipFiles, options, progress, cancellation));
            }
            catch (ImportFailedException e)
            {
                findings?.Write(e.Findings);
                ImportSummary.PrintFindings(e.Findings, omitted: 0);
                throw;
            }

            findings?.Write(imported.Findings);
            if (parsed.GetValue(asJson)) ImportSummary.WriteJson(imported);
            else ImportSummary.Print(imported);
            return imported.Rejected > 0 && parsed.GetValue(strict) ? ExitCode.Rejected : ExitCode.Done;
        });
    }

    private static Option<string[]> Files(string name, string description) => new(name)
    {
        Description = description,
        Arity = ArgumentArity.OneOrMore,
        AllowMultipleArgumentsPerToken = true,
        HelpName = "NAME=FILE,FILE",
    };

    /// <summary>A switch that may also be written <c>--name=true</c> or <c>--name=false</c>, as scripts for neo4j-admin do.</summary>
    private static Option<bool> Switch(string name, string description) => new(name) { Description = description, Arity = ArgumentArity.ZeroOrOne };

    private static Option<char> Character(string name, char standard, string description) => new(name)
    {
        Description = $"{description}: one character, TAB, or its number as U+20AC.",
        HelpName = "CHAR",
        DefaultValueFactory = _ => standard,
        CustomParser = result => ParseCharacter(name, result),
    };

    private static char ParseCharacter(string name, ArgumentResult result)
    {
        string text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
        if (text.Length == 1) return text[0];
        if (text is "TAB" or "\\t") return '\t';
        if (text.StartsWith("U+", StringComparison.OrdinalIgnoreCase)
            && ushort.TryParse(text.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort number))
            return (char)number;
        result.AddError($"'{text}' is no character, as {name} needs: write the character, TAB, or U+ and its number.");
        return default;
    }
}
