using System.CommandLine;
using System.Text.Json;
using Humanizer;
using Papergraph.Cli.Output;
using Papergraph.Corpus;
using Papergraph.Engine;
using Papergraph.Engine.Analysis.Keeping;
using Papergraph.Engine.Statistics;
using Papergraph.Store;

namespace Papergraph.Cli.Commands;

/// <summary><c>papergraph stats G</c></summary>
internal static class StatsCommand
{
    internal static Command Create()
    {
        Argument<string> graph = Arguments.Graph();
        Option<bool> asJson = Arguments.Json();
        Option<bool> storage = new("--storage") { Description = "Bytes by column, adjacency, index and file instead." };
        Command command = new("stats", "Counts nodes by label, edges by type, and coverage of abstracts and references.")
        {
            graph, storage, asJson,
        };
        return command.Does((parsed, _) =>
        {
            if (parsed.GetValue(storage))
            {
                StorageSummary.Write(GraphStorage.Measure(parsed.GetRequiredValue(graph)), parsed.GetValue(asJson));
                return ExitCode.Done;
            }

            using PaperGraph opened = PaperGraph.Open(parsed.GetRequiredValue(graph));
            GraphStatistics statistics = opened.CountAll();
            if (parsed.GetValue(asJson)) WriteJson(statistics);
            else Print(statistics);
            return ExitCode.Done;
        });
    }

    private static void Print(GraphStatistics statistics)
    {
        // Graphs that were imported have labels of their own; they come after the known ones.
        Screen.Table(["label", "#nodes"], Labels.All.Concat(statistics.Nodes.Keys.Except(Labels.All)).Where(l => statistics.Nodes[l] > 0).Select(l => new[] { Indented(l), Screen.Count(statistics.Nodes[l]) }));
        Screen.Table(["edge type", "#edges"], statistics.Edges.Where(e => e.Value > 0).Select(e => new[] { e.Key, Screen.Count(e.Value) }));
        if (statistics.Analyses.Count > 0)
        {
            Screen.Table(
                ["property", "algorithm", "of", "options"],
                statistics.Analyses.Select(a => new[] { string.Join(", ", a.Properties), a.Algorithm, a.Projection, string.Join(' ', a.Options) }));
        }

        PaperCoverage papers = statistics.Papers;
        string years = papers.FirstYear is { } first ? $", {first}–{papers.LastYear}" : "";
        Screen.Line($"{"paper".ToQuantity(papers.Read, "N0")} read{years}: {Share(papers.WithAbstract, papers.Read)} with an abstract, "
            + $"{Share(papers.WithReferences, papers.Read)} with references, {Share(papers.WithEntities, papers.Read)} with entities; "
            + $"{Screen.Count(papers.CitedOnly)} more only cited. Version {statistics.Version}.");
    }

    /// <summary>Labels that are found beside another are indented below it.</summary>
    private static string Indented(string label) =>
        label == Labels.Placeholder || Enum.TryParse<EntityType>(label, out _) ? "  " + label : label;

    private static string Share(long part, long whole) =>
        whole == 0 ? Screen.Count(part) : $"{Screen.Count(part)} ({Screen.Number(100.0 * part / whole, 0)} %)";

    private static void WriteJson(GraphStatistics statistics) => JsonOutput.Write(json =>
    {
        json.WriteStartObject();
        json.WriteNumber("version", statistics.Version);
        json.WriteStartObject("nodes");
        foreach ((string label, long count) in statistics.Nodes) json.WriteNumber(label, count);
        json.WriteEndObject();
        json.WriteStartObject("edges");
        foreach ((string type, long count) in statistics.Edges) json.WriteNumber(type, count);
        json.WriteEndObject();
        PaperCoverage papers = statistics.Papers;
        json.WriteStartObject("papers");
        json.WriteNumber("read", papers.Read);
        json.WriteNumber("citedOnly", papers.CitedOnly);
        json.WriteNumber("withAbstract", papers.WithAbstract);
        json.WriteNumber("withReferences", papers.WithReferences);
        json.WriteNumber("withEntities", papers.WithEntities);
        if (papers.FirstYear is { } first) json.WriteNumber("firstYear", first);
        if (papers.LastYear is { } last) json.WriteNumber("lastYear", last);
        json.WriteEndObject();
        json.WriteStartArray("analyses");
        foreach (KeptAnalysis analysis in statistics.Analyses) WriteAnalysis(json, analysis);
        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void WriteAnalysis(Utf8JsonWriter json, KeptAnalysis analysis)
    {
        json.WriteStartObject();
        json.WriteString("run", analysis.Id);
        json.WriteString("algorithm", analysis.Algorithm);
        json.WriteString("projection", analysis.Projection);
        json.WriteStartArray("properties");
        foreach (string property in analysis.Properties) json.WriteStringValue(property);
        json.WriteEndArray();
        json.WriteStartArray("options");
        foreach (string option in analysis.Options) json.WriteStringValue(option);
        json.WriteEndArray();
        json.WriteString("version", analysis.Version);
        json.WriteEndObject();
    }
}
