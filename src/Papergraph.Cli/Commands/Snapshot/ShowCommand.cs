using System.CommandLine;
using Papergraph.Cli.Output;
using Papergraph.Store;

namespace Papergraph.Cli.Commands.Snapshot;

/// <summary><c>papergraph snapshot show G NAME</c></summary>
internal static class ShowCommand
{
    internal static Command Create()
    {
        Argument<string> graph = Arguments.Graph();
        Argument<string> name = new("name") { Description = $"Name of a snapshot, or {NamedState.Current}." };
        Option<bool> asJson = Arguments.Json();
        Command command = new("show", "Says what a snapshot holds: nodes by label, edges by type.") { graph, name, asJson };
        return command.Does((parsed, _) =>
        {
            using NamedState state = NamedState.Open(parsed.GetRequiredValue(graph), parsed.GetRequiredValue(name));
            if (parsed.GetValue(asJson)) WriteJson(state);
            else Print(state);
            return ExitCode.Done;
        });
    }

    private static void Print(NamedState state)
    {
        string nodes = Screen.Count(state.Reader.NodeCount), edges = Screen.Count(state.Reader.EdgeCount);
        Screen.Line($"{state.Name}: {SnapshotText.Of(state.Reader)}, {nodes} nodes, {edges} edges");
        Screen.Table(["label", "#nodes"], NodesByLabel(state.Reader).Select(l => new[] { l.Key, Screen.Count(l.Value) }));
        Screen.Table(["edge type", "#edges"], EdgesByType(state.Reader).Select(t => new[] { t.Key, Screen.Count(t.Value) }));
    }

    private static void WriteJson(NamedState state) => JsonOutput.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("name", state.Name);
        json.WriteNumber("version", state.Reader.Version);
        json.WriteNumber("commits", state.Reader.Commits);
        json.WriteStartObject("nodes");
        foreach ((string label, long count) in NodesByLabel(state.Reader)) json.WriteNumber(label, count);
        json.WriteEndObject();
        json.WriteStartObject("edges");
        foreach ((string type, long count) in EdgesByType(state.Reader)) json.WriteNumber(type, count);
        json.WriteEndObject();
        json.WriteEndObject();
    });

    private static SortedDictionary<string, long> NodesByLabel(GraphReader graph)
    {
        SortedDictionary<string, long> counts = new(StringComparer.Ordinal);
        foreach (NodeTable table in graph.NodeTables)
            foreach (string label in table.Labels) counts[label] = counts.GetValueOrDefault(label) + table.Count;
        return counts;
    }

    private static SortedDictionary<string, long> EdgesByType(GraphReader graph)
    {
        SortedDictionary<string, long> counts = new(StringComparer.Ordinal);
        foreach (EdgeTable table in graph.EdgeTables)
            if (table.Count > 0) counts.Add(table.Type, table.Count);
        return counts;
    }
}
