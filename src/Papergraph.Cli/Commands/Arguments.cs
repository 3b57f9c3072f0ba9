using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Papergraph.Sources;

namespace Papergraph.Cli.Commands;

/// <summary>Arguments and options that several verbs share, so that they read the same everywhere.</summary>
internal static class Arguments
{
    /// <summary>A graph that is read.</summary>
    internal static Argument<string> Graph() => new("graph") { Description = "Directory of the graph, or a packed snapshot." };

    /// <summary>A graph that is written to, which no packed snapshot can be.</summary>
    internal static Argument<string> GraphToChange() => new("graph") { Description = "Directory of the graph." };

    internal static Argument<string[]> Inputs()
    {
        Argument<string[]> inputs = new("inputs")
        {
            Description = "Files and folders to read; - for standard input. Formats are recognised by content; .gz is read directly.",
            Arity = ArgumentArity.OneOrMore,
        };
        inputs.Validators.Add(result =>
        {
            foreach (Token token in result.Tokens)
                if (token.Value.StartsWith("--", StringComparison.Ordinal)) result.AddError($"There is no option '{token.Value}' here.");
        });
        return inputs;
    }

    /// <summary>A number between 0 and 1 with a decimal point.</summary>
    internal static Option<double> Probability(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "P",
        CustomParser = result =>
        {
            string text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
            if (!double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double value) || value > 1)
                result.AddError($"'{text}' is no number between 0 and 1 with a decimal point, as {name} needs.");
            return value;
        },
    };

    internal static Argument<string[]> Gold() => new("gold")
    {
        Description = "Files of annotated papers; - for standard input. Formats are recognised by content; .gz is read directly.",
        Arity = ArgumentArity.OneOrMore,
    };

    internal static Option<string[]> Papers() => new("--papers")
    {
        Description = "Papers that give the texts of annotations without any, by id; may be given more than once.",
        HelpName = "FILE",
    };

    internal static Option<bool> Json() => new("--json") { Description = "Write one JSON document instead of tables." };

    internal static Option<bool> Strict() => new("--strict")
    {
        Description = "Exit with 3 when records were rejected, files left out or cut short, or papers left without an answer.",
    };

    internal static Option<string?> Report() => new("--report")
    {
        Description = "Also write the run report to this file as JSON: inputs with hashes, counts, times, and up to 10,000 findings of each severity.",
        HelpName = "FILE",
    };

    internal static Option<int> Threads() => new("--threads")
    {
        Description = "Most threads to use; the result does not depend on it.",
        DefaultValueFactory = _ => Environment.ProcessorCount,
        HelpName = "N",
    };

    internal static Option<int?> ListingYear() => new("--listing-year")
    {
        Description = "Year of saved listing pages, for their dates without a year; inferred from the page when not given.",
        HelpName = "YEAR",
    };

    internal static Option<string?> Format() => new("--format")
    {
        Description = $"Read every input as this format instead of recognising it: {string.Join(", ", PaperFormats.All.Select(f => f.Name))}.",
        HelpName = "NAME",
    };

    internal static Option<int> Limit(int standard, string what) => new("--limit")
    {
        Description = what,
        DefaultValueFactory = _ => standard,
        HelpName = "N",
    };

    /// <summary>Whether a file to be written lies in the directory of a graph.</summary>
    internal static bool IsWithin(string target, string graph) =>
        target != "-" && (Path.GetFullPath(target) + "/").StartsWith(Path.TrimEndingDirectorySeparator(Path.GetFullPath(graph)) + "/", StringComparison.Ordinal);
}
