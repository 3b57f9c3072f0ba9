using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>The longest path of a graph without cycles.</summary>
/// <param name="Nodes">Its nodes in order; one node when no edge is worth taking, none when the graph is empty.</param>
/// <param name="Length">The sum of the weights of its edges, their number when they have none; 0 for a single node.</param>
/// <param name="Longest">The length of the longest path that ends in each node, indexed by node; at least 0, that of the node alone.</param>
public sealed record LongestPathResult(ReadOnlyMemory<int> Nodes, double Length, ReadOnlyMemory<double> Longest);

/// <summary>Longest paths of graphs without cycles: the longest chain of citations, the critical path of a plan.</summary>
public static class LongestPath
{
    /// <summary>The longest path, and the longest that ends in each node.</summary>
    /// <remarks>
    /// <para>Definition: L(v) = max(0, max over edges u → v of L(u) + w(u, v)), edges without weights weighing 1. The path ends in the least
    /// node of the greatest L; each of its nodes follows on the least that attains its L. Weights may be negative.</para>
    /// <para>Method: in topological order, R. Sedgewick and K. Wayne, “Algorithms”, 4th ed. 2011, §4.4. Cost: O(nodes + edges); 24 bytes a
    /// node. One thread. Of parallel edges the heaviest counts. In graphs with cycles the problem is NP-hard: they are refused.</para>
    /// </remarks>
    /// <param name="graph">A directed graph without cycles; weights, where there are any, finite.</param>
    /// <param name="execution">Progress and cancellation; one thread is used.</param>
    /// <exception cref="PapergraphException">PGA002: a weight is NaN or infinite. PGA070: the graph has a cycle, which is named.</exception>
    /// <exception cref="OperationCanceledException">The kernel was cancelled.</exception>
    public static LongestPathResult Compute(DirectedCsr graph, Execution? execution = null)
    {
        Execution run = Execution.Of(execution);
        ArgumentNullException.ThrowIfNull(graph);
        EdgeWeightCheck.RequireFinite("the longest path", graph.IncomingRows);
        TopologicalOrderResult order = TopologicalOrder.Compute(graph, smallestFirst: false, run);
        if (!order.IsAcyclic) throw AlgorithmErrors.NotAcyclic("the longest path", order.Cycle.Span);
        double[] longest = new double[graph.NodeCount];
        CsrView incoming = new(graph.IncomingRows);
        int done = 0, last = -1;
        foreach (int node in order.Order.Span)
        {
            if ((done++ & 0xFFFF) == 0)
            {
                run.Cancellation.ThrowIfCancellationRequested();
                run.Progress?.Report(new ProgressUpdate("longest path", done, graph.NodeCount, "nodes"));
            }

            ReadOnlySpan<int> sources = incoming.Neighbours(node);
            ReadOnlySpan<double> weights = incoming.Weights(node);
            double best = 0;
            for (int i = 0; i < sources.Length; i++) best = Math.Max(best, longest[sources[i]] + (weights.IsEmpty ? 1 : weights[i]));
            longest[node] = best;
            if (last < 0 || best > longest[last] || (best == longest[last] && node < last)) last = node;
        }

        return new(Path(incoming, longest, last), last < 0 ? 0 : longest[last], longest);
    }

    private static int[] Path(CsrView incoming, double[] longest, int last)
    {
        if (last < 0) return [];
        List<int> path = [last];
        while (longest[path[^1]] > 0)
        {
            int node = path[^1];
            ReadOnlySpan<int> sources = incoming.Neighbours(node);
            ReadOnlySpan<double> weights = incoming.Weights(node);
            int i = 0;
            while (longest[sources[i]] + (weights.IsEmpty ? 1 : weights[i]) != longest[node]) i++;
            path.Add(sources[i]);
        }

        path.Reverse();
        return [.. path];
    }
}
