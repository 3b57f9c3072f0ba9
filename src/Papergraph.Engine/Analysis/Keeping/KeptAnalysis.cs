using Papergraph.Corpus;
using Papergraph.Store;

namespace Papergraph.Engine.Analysis.Keeping;

/// <summary>An analysis whose results are kept in the graph, as its run node says.</summary>
/// <param name="Id">Identifier of the run node.</param>
/// <param name="Algorithm">Name of the algorithm.</param>
/// <param name="Projection">Which nodes and edges it saw.</param>
/// <param name="Options">Options that were given, each as it is typed.</param>
/// <param name="Properties">The properties of nodes that hold its results.</param>
/// <param name="Version">Version of Papergraph that computed them.</param>
public sealed record KeptAnalysis(
    string Id, string Algorithm, string Projection, IReadOnlyList<string> Options, IReadOnlyList<string> Properties, string Version)
{
    /// <summary>What the identifier of such a run begins with; the property that was asked for follows.</summary>
    internal const string IdPrefix = "analysis:";

    /// <summary>All analyses kept in a graph, in ordinal order of their ids.</summary>
    internal static IReadOnlyList<KeptAnalysis> All(GraphReader graph) => [.. Nodes(graph).Select(kept => kept.Analysis)];

    /// <summary>The same with the nodes that say so.</summary>
    internal static IReadOnlyList<(int Node, KeptAnalysis Analysis)> Nodes(GraphReader graph)
    {
        List<(int Node, KeptAnalysis Analysis)> found = [];
        foreach (NodeTable table in graph.TablesWithLabel(Labels.Run))
            foreach (long row in table.LiveRows)
                if (Read(table, row) is { } analysis) found.Add((table.NodeAt(row), analysis));
        return [.. found.OrderBy(kept => kept.Analysis.Id, StringComparer.Ordinal)];
    }

    private static KeptAnalysis? Read(NodeTable table, long row) =>
        table.Strings(Keys.Id)?[row] is { } id && id.StartsWith(IdPrefix, StringComparison.Ordinal)
        && table.Strings(Keys.Algorithm)?[row] is { } algorithm
            ? new(
                id, algorithm, table.Strings(Keys.Projection)?[row] ?? "", table.Value(row, Keys.Options) as string[] ?? [],
                table.Value(row, Keys.Writes) as string[] ?? [], table.Strings(Keys.Version)?[row] ?? "")
            : null;
}
