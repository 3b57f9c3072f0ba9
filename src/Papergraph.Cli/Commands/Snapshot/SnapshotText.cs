using System.Globalization;
using Papergraph.Cli.Output;
using Papergraph.Store;

namespace Papergraph.Cli.Commands.Snapshot;

/// <summary>Which state it is, in words.</summary>
internal static class SnapshotText
{
    internal static string Of(GraphSnapshot snapshot) => Of(snapshot.Version, snapshot.Commits);

    internal static string Of(GraphReader graph) => Of(graph.Version, graph.Commits);

    private static string Of(long version, long commits) =>
        string.Create(CultureInfo.InvariantCulture, $"version {version}")
        + (commits == 0 ? "" : commits == 1 ? " and 1 commit" : $" and {Screen.Count(commits)} commits");
}
