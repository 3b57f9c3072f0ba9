using System.CommandLine;
using System.Globalization;
using Papergraph.Cli.Output;
using Papergraph.Store;

namespace Papergraph.Cli.Commands.Snapshot;

/// <summary><c>papergraph snapshot list G</c></summary>
internal static class ListCommand
{
    internal static Command Create()
    {
        Argument<string> graph = Arguments.GraphToChange();
        Option<bool> asJson = Arguments.Json();
        Command command = new("list", "Lists the snapshots of a graph by name.") { graph, asJson };
        return command.Does((parsed, _) =>
        {
            IReadOnlyList<GraphSnapshot> snapshots = GraphDirectory.Snapshots(parsed.GetRequiredValue(graph));
            if (parsed.GetValue(asJson)) WriteJson(snapshots);
            else Print(snapshots);
            return ExitCode.Done;
        });
    }

    private static void Print(IReadOnlyList<GraphSnapshot> snapshots)
    {
        if (snapshots.Count == 0)
        {
            Screen.Line("There are no snapshots; make one with `snapshot create`.");
            return;
        }

        Screen.Table(
            ["name", "#version", "#commits", "segment", "#bytes", "#log bytes"],
            snapshots.Select(s => new[]
            {
                s.Name, s.Version.ToString(CultureInfo.InvariantCulture), Screen.Count(s.Commits), s.Segment, Screen.Count(s.SegmentBytes),
                Screen.Count(s.LogBytes),
            }));
        Screen.Line("Snapshots with the same segment share it: it is there once.");
    }

    private static void WriteJson(IReadOnlyList<GraphSnapshot> snapshots) => JsonOutput.Write(json =>
    {
        json.WriteStartArray();
        foreach (GraphSnapshot snapshot in snapshots) SnapshotJson.Write(json, snapshot);
        json.WriteEndArray();
    });
}
