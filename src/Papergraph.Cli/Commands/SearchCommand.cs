using System.CommandLine;
using Papergraph.Cli.Output;
using Papergraph.Engine;
using Papergraph.Engine.Search;

namespace Papergraph.Cli.Commands;

/// <summary><c>papergraph search G TEXT</c></summary>
internal static class SearchCommand
{
    internal static Command Create()
    {
        Argument<string> graph = Arguments.Graph();
        Argument<string> text = new("text") { Description = "Identifier, name, beginning of a name, or words." };
        Option<string?> label = new("--label") { Description = "Only nodes with this label: Paper, Method, Dataset, Author, …", HelpName = "LABEL" };
        Option<int> limit = Arguments.Limit(20, "Most hits shown.");
        Option<bool> asJson = Arguments.Json();
        Command command = new("search", "Finds papers, entities, authors and venues by identifier or name, best first.") { graph, text, label, limit, asJson };
        return command.Does((parsed, _) =>
        {
            using PaperGraph opened = PaperGraph.Open(parsed.GetRequiredValue(graph));
            IReadOnlyList<SearchHit> hits = opened.Search(
                parsed.GetRequiredValue(text), new SearchOptions(parsed.GetValue(limit), parsed.GetValue(label)));
            if (parsed.GetValue(asJson)) WriteJson(hits);
            else Print(parsed.GetRequiredValue(text), hits);
            return ExitCode.Done;
        });
    }

    private static void Print(string text, IReadOnlyList<SearchHit> hits)
    {
        if (hits.Count == 0)
        {
            Screen.Line($"Nothing is called '{text}' or holds these words.");
            return;
        }

        Screen.Table(
            ["label", "name", "#year", "#weight", "found by", "id"],
            hits.Select(h => new[]
            {
                h.Node.Label, h.Node.Name, h.Node.Year is { } year ? $"{year}" : "", Screen.Count(h.Weight), h.Match.ToString().ToLowerInvariant(), h.Node.Id,
            }));
        Screen.Line("weight: papers that mention an entity, citations of a paper, papers of an author or venue");
    }

    private static void WriteJson(IReadOnlyList<SearchHit> hits) => JsonOutput.Write(json =>
    {
        json.WriteStartArray();
        foreach (SearchHit hit in hits)
        {
            json.WriteStartObject();
            NodeJson.WriteProperties(json, hit.Node);
            json.WriteString("match", hit.Match.ToString().ToLowerInvariant());
            json.WriteNumber("weight", hit.Weight);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });
}
