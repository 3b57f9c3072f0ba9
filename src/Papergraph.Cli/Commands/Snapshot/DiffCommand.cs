using System.CommandLine;
using System.Globalization;
using Papergraph.Cli.Output;
using Papergraph.Engine.Comparison;

namespace Papergraph.Cli.Commands.Snapshot;

/// <summary><c>papergraph snapshot diff G A [B]</c></summary>
internal static class DiffCommand
{
    private const int ShownByDefault = 20;

    internal static Command Create()
    {
        Argument<string> graph = Arguments.Graph();
        Argument<string> before = new("before")
        {
            Description = $"Name of a snapshot, {NamedState.Current}, another graph directory or a packed snapshot.",
        };
        Argument<string> after = new("after")
        {
            Description = "The same, for the state after.",
            DefaultValueFactory = _ => NamedState.Current,
        };
        Option<string> format = new("--format")
        {
            Description = "text, json, or rdf-patch (RDF Patch as Apache Jena has it).",
            DefaultValueFactory = _ => "text",
            HelpName = "NAME",
        };
        format.AcceptOnlyFromAmong("text", "json", "rdf-patch");
        Option<bool> asJson = Arguments.Json();
        Option<int?> limit = new("--limit")
        {
            Description = $"Most changes shown of each label and edge type; {ShownByDefault} in text, all in JSON.",
            HelpName = "N",
        };
        limit.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && int.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, out int number) && number < 0)
                result.AddError("--limit must not be negative.");
        });
        Option<bool> noEvidence = new("--no-evidence") { Description = "rdf-patch: leave out the evidence, which needs RDF 1.2." };
        Command command = new(
            "diff", "Says which papers, entities and facts came, went or changed, and from which records and runs that comes.")
        {
            graph, before, after, format, limit, noEvidence, asJson,
        };
        return command.Does((parsed, cancellation) =>
        {
            string path = parsed.GetRequiredValue(graph), form = parsed.GetValue(asJson) ? "json" : parsed.GetRequiredValue(format);
            using NamedState first = NamedState.Open(path, parsed.GetRequiredValue(before));
            using NamedState second = NamedState.Open(path, parsed.GetRequiredValue(after));
            GraphComparison comparison = ProgressDisplay.During(
                progress => GraphComparison.Of(first.Reader, second.Reader, progress, cancellation));
            if (form == "json") DiffJson.Write(comparison, first, second, parsed.GetValue(limit) ?? int.MaxValue);
            else if (form == "text") DiffText.Print(comparison, first, second, parsed.GetValue(limit) ?? ShownByDefault);
            else WritePatch(comparison, !parsed.GetValue(noEvidence));
            return ExitCode.Done;
        });
    }

    private static void WritePatch(GraphComparison comparison, bool includeEvidence)
    {
        using Stream output = Console.OpenStandardOutput();
        RdfPatch.Write(comparison, output, includeEvidence);
    }
}
