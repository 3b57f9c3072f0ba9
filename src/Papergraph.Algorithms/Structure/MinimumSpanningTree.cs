using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>A minimum spanning forest: one tree for each connected component.</summary>
/// <param name="Sources">The smaller end of each edge; edges ascend by it, then by the greater end.</param>
/// <param name="Targets">The greater end of each edge.</param>
/// <param name="Weights">The weight of each edge; 1 where the graph has none.</param>
/// <param name="TotalWeight">The sum of the weights, added in the order of the edges.</param>
/// <param name="TreeCount">Number of trees, those of a single node with them.</param>
public sealed record SpanningForest(
    ReadOnlyMemory<int> Sources, ReadOnlyMemory<int> Targets, ReadOnlyMemory<double> Weights, double TotalWeight, int TreeCount);

/// <summary>The lightest edges that connect all that is connected.</summary>
public static class MinimumSpanningTree
{
    /// <summary>The minimum spanning forest.</summary>
    /// <remarks>
    /// <para>Definition: of all sets of edges without a cycle that connect the nodes of each component, the one of least total weight.
    /// Edges of one weight are ordered by their smaller, then their greater end, which leaves exactly one such set. Weights may be
    /// negative; without weights all weigh 1.</para>
    /// <para>Method: O. Borůvka, 1926, after J. Nešetřil, E. Milková and H. Nešetřilová, “Otakar Borůvka on minimum spanning tree problem”,
    /// Discrete Mathematics 233, 2001, https://doi.org/10.1016/S0012-365X(00)00224-7: in each round every tree takes the least edge that
    /// leaves it, all at once; trees at least halve. Nodes with no edge that leaves their tree are not looked at again, and ends of
    /// edges only where the weight can still win.</para>
    /// <para>Cost: O(edges · log nodes) at worst, on several threads; 33 bytes a node, no copy of the edges. Bit-identical for any number
    /// of threads. Self-loops are in no tree. igraph and NetworkX give a forest of the same weight; which of equal edges it has
    /// depends on their order.</para>
    /// </remarks>
    /// <param name="graph">Any undirected graph; weights, where there are any, finite.</param>
    /// <param name="execution">Threads, progress, cancellation.</param>
    /// <exception cref="PapergraphException">PGA002: a weight is NaN or infinite.</exception>
    /// <exception cref="OperationCanceledException">The kernel was cancelled.</exception>
    public static SpanningForest Compute(UndirectedCsr graph, Execution? execution = null)
    {
        Execution run = Execution.Of(execution);
        ArgumentNullException.ThrowIfNull(graph);
        EdgeWeightCheck.RequireFinite("the minimum spanning tree", graph.Rows);
        int n = graph.NodeCount;
        BoruvkaRounds rounds = new(graph);
        using (WorkerTeam team = new(run))
        {
            while (rounds.Join(team))
                run.Progress?.Report(new ProgressUpdate("minimum spanning tree", rounds.Edges.Count, n, "nodes"));
        }

        return Sorted(rounds.Edges, n);
    }

    private static SpanningForest Sorted(List<SpanningEdge> found, int nodeCount)
    {
        long[] ends = [.. found.Select(edge => ((long)edge.Source << 32) | (uint)edge.Target)];
        double[] weights = [.. found.Select(edge => edge.Weight)];
        Array.Sort(ends, weights);
        int[] sources = Array.ConvertAll(ends, pair => (int)(pair >> 32)), targets = Array.ConvertAll(ends, pair => (int)(uint)pair);
        double total = 0;
        foreach (double weight in weights) total += weight;
        return new(sources, targets, weights, total, nodeCount - found.Count);
    }
}
