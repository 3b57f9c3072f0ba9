using Papergraph.Algorithms;

namespace Papergraph.Engine.Analysis.Results;

/// <summary>Each node in one group.</summary>
/// <param name="Facts">Numbers about the whole.</param>
/// <param name="Partition">The groups, the greatest first.</param>
public sealed record NodeGroups(IReadOnlyList<ResultFact> Facts, Partition Partition) : AnalysisResult(Facts)
{
    /// <summary>The best-known nodes of the greatest groups: those with most edges that enter them, or with most edges where these have no
    /// directions; equal ones in the order of nodes.</summary>
    /// <param name="graph">The graph that was divided.</param>
    /// <param name="groups">How many groups.</param>
    /// <param name="members">How many nodes of each.</param>
    public IReadOnlyList<IReadOnlyList<int>> BestKnown(AnalysisGraph graph, int groups, int members)
    {
        ArgumentNullException.ThrowIfNull(graph);
        PriorityQueue<int, (long Degree, int Later)>[] best =
            [.. Enumerable.Range(0, Math.Min(groups, Partition.Count)).Select(_ => new PriorityQueue<int, (long, int)>())];
        for (int node = 0; node < Partition.NodeCount; node++)
        {
            int group = Partition[node];
            if (group >= best.Length) continue;
            long degree = graph.IsDirected ? graph.Directed.IncomingRows.Degree(node) : graph.Undirected.Rows.Degree(node);
            best[group].Enqueue(node, (degree, -node));
            if (best[group].Count > members) best[group].Dequeue();
        }

        return [.. best.Select(TakeBestFirst)];
    }

    private static int[] TakeBestFirst(PriorityQueue<int, (long Degree, int Later)> least)
    {
        int[] nodes = new int[least.Count];
        for (int place = nodes.Length - 1; place >= 0; place--) nodes[place] = least.Dequeue();
        return nodes;
    }
}
