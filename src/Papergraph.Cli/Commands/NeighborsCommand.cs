using System.CommandLine;
using Papergraph.Cli.Output;
using Papergraph.Engine;
using Papergraph.Engine.Neighborhoods;

namespace Papergraph.Cli.Commands;

/// <summary><c>papergraph neighbors G NAME</c></summary>
internal static class NeighborsCommand
{
    private const int EdgeTypesShown = 3, LongestName = 48;

    internal static Command Create()
    {
        Argument<string> graph = Arguments.Graph();
        Argument<string> name = new("name") { Description = "Identifier or name of a node." };
        Option<int> depth = new("--depth") { Description = "Most edges away, 1 to 5.", DefaultValueFactory = _ => 1, HelpName = "N" };
        Option<int> limit = Arguments.Limit(20, "Most neighbours shown at each distance.");
        Option<string[]> labels = new("--label") { Description = "Show only nodes with this label; may be given several times.", HelpName = "LABEL" };
        Option<string[]> types = new("--type") { Description = "Follow only edges of this type; may be given several times.", HelpName = "TYPE" };
        Option<int?> fromYear = new("--from-year") { Description = "Pass only papers of this year or later.", HelpName = "YEAR" };
        Option<int?> toYear = new("--to-year") { Description = "Pass only papers of this year or earlier.", HelpName = "YEAR" };
        Option<double> confidence = Arguments.Probability("--min-confidence", "Follow only edges at least this confident, 0 to 1.");
        Option<EdgeDirection> direction = new("--direction") { Description = "Follow edges as they point (out), against it (in), or both.", HelpName = "in|out|both" };
        Option<bool> asJson = Arguments.Json();
        Command command = new("neighbors", "Shows what lies around a node, by distance, best connected first.")
        {
            graph, name, depth, limit, labels, types, fromYear, toYear, confidence, direction, asJson,
        };
        return command.Does((parsed, cancellation) =>
        {
            using PaperGraph opened = PaperGraph.Open(parsed.GetRequiredValue(graph));
            NodeSummary center = opened.Resolve(parsed.GetRequiredValue(name));
            Neighborhood neighborhood = opened.Neighbors(
                center,
                new NeighborhoodOptions
                {
                    Depth = parsed.GetValue(depth),
                    Limit = parsed.GetValue(limit),
                    Labels = parsed.GetValue(labels) ?? [],
                    EdgeTypes = parsed.GetValue(types) ?? [],
                    FromYear = parsed.GetValue(fromYear),
                    ToYear = parsed.GetValue(toYear),
                    MinConfidence = parsed.GetValue(confidence),
                    Direction = parsed.GetValue(direction),
                },
                cancellation);
            if (parsed.GetValue(asJson)) WriteJson(neighborhood);
            else
            {
                Print(neighborhood);
                Screen.Namesakes(opened, parsed.GetRequiredValue(name), center);
            }

            return ExitCode.Done;
        });
    }

    private static void Print(Neighborhood neighborhood)
    {
        Screen.Line($"{neighborhood.Center.Label} {neighborhood.Center.Name} ({neighborhood.Center.Id})");
        for (int depth = 1; depth <= neighborhood.Reached.Count; depth++)
        {
            List<Neighbor> neighbors = [.. neighborhood.Neighbors.Where(n => n.Depth == depth)];
            Screen.Line($"\nat distance {depth}: {Screen.Count(neighborhood.Reached[depth - 1])}{(neighbors.Count < neighborhood.Reached[depth - 1] ? $", the first {neighbors.Count}:" : "")}");
            if (neighbors.Count == 0) continue;
            string[] columns = depth == 1 ? ["label", "name", "#year", "edges", "#score"] : ["label", "name", "#year", "edges", "through", "#score"];
            Screen.Table(columns, neighbors.Select(n => Row(n, depth)));
        }

        if (neighborhood.IsTruncated) Screen.Line("so many nodes were reached that only the 5,000 best connected of each distance were followed farther");
        Screen.Line("score: how likely a random walk outward ends there, lowered for what is near everything");
    }

    private static string[] Row(Neighbor neighbor, int depth)
    {
        IEnumerable<string> edges = neighbor.Via.Take(EdgeTypesShown)
            .Select(e => $"{(e.Outgoing ? "" : "←")}{e.Type}{(e.Outgoing ? "→" : "")}{(e.Count > 1 ? $" ×{Screen.Count(e.Count)}" : "")}");
        string via = string.Join(", ", edges) + (neighbor.Via.Count > EdgeTypesShown ? ", …" : "");
        string year = neighbor.Node.Year is { } y ? $"{y}" : "";
        string score = Screen.Number(neighbor.Score, 4);
        return depth == 1
            ? [neighbor.Node.Label, neighbor.Node.Name, year, via, score]
            : [neighbor.Node.Label, neighbor.Node.Name, year, via, Shortened(neighbor.From.Name), score];
    }

    private static string Shortened(string name) => name.Length <= LongestName ? name : name[..LongestName].TrimEnd() + "…";

    private static void WriteJson(Neighborhood neighborhood) => JsonOutput.Write(json =>
    {
        json.WriteStartObject();
        NodeJson.Write(json, "center", neighborhood.Center);
        json.WriteStartArray("reached");
        foreach (long count in neighborhood.Reached) json.WriteNumberValue(count);
        json.WriteEndArray();
        json.WriteBoolean("truncated", neighborhood.IsTruncated);
        json.WriteStartArray("neighbors");
        foreach (Neighbor neighbor in neighborhood.Neighbors)
        {
            json.WriteStartObject();
            NodeJson.WriteProperties(json, neighbor.Node);
            json.WriteNumber("depth", neighbor.Depth);
            json.WriteNumber("score", neighbor.Score);
            json.WriteString("from", neighbor.From.Id);
            json.WriteStartArray("via");
            foreach (EdgeCount edge in neighbor.Via)
            {
                json.WriteStartObject();
                json.WriteString("type", edge.Type);
                json.WriteBoolean("outgoing", edge.Outgoing);
                json.WriteNumber("count", edge.Count);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });
}
