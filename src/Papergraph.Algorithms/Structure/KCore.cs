using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>A k-core.</summary>
/// <param name="Nodes">The nodes of the core, ascending, by their numbers in the graph that it was taken of.</param>
/// <param name="Graph">The core as a graph by itself: its node i is <c>Nodes[i]</c>. Weights, parallel edges and self-loops stay.</param>
public sealed record KCoreResult(ReadOnlyMemory<int> Nodes, UndirectedCsr Graph);

/// <summary>The k-core of a graph: the greatest subgraph in which each node has at least k edges to others.</summary>
/// <remarks>Its nodes are those whose <see cref="CoreNumbers">core number</see> is at least k; see there for definition and source. The
/// 0-core is the graph. O(nodes + edges) time, and memory for the subgraph.</remarks>
public static class KCore
{
    /// <summary>Finds the k-core.</summary>
    /// <param name="graph">Any undirected graph.</param>
    /// <param name="k">Least number of edges, at least 0.</param>
    /// <param name="execution">Progress and cancellation.</param>
    /// <returns>The core; a graph without nodes where there is none.</returns>
    /// <exception cref="PapergraphException"><paramref name="k"/> is negative.</exception>
    /// <exception cref="OperationCanceledException">The kernel was cancelled.</exception>
    public static KCoreResult Of(UndirectedCsr graph, int k, Execution? execution = null)
    {
        ArgumentNullException.ThrowIfNull(graph);
        if (k < 0) throw AlgorithmErrors.OutOfRange("k", k, "at least 0");
        ReadOnlySpan<int> cores = CoreNumbers.Compute(graph, execution).Cores.Span;
        int[] numbers = new int[graph.NodeCount];
        List<int> nodes = [];
        for (int node = 0; node < numbers.Length; node++)
        {
            numbers[node] = cores[node] >= k ? nodes.Count : -1;
            if (cores[node] >= k) nodes.Add(node);
        }

        int[] kept = [.. nodes];
        return new(kept, Induced(graph, kept, numbers));
    }

    private static UndirectedCsr Induced(UndirectedCsr graph, int[] nodes, int[] numbers)
    {
        CsrView rows = new(graph.Rows);
        long[] offsets = new long[nodes.Length + 1L];
        for (int i = 0; i < nodes.Length; i++)
        {
            int count = 0;
            foreach (int neighbour in rows.Neighbours(nodes[i])) count += numbers[neighbour] >= 0 ? 1 : 0;
            offsets[i + 1] = offsets[i] + count;
        }

        int[] neighbours = new int[checked((int)offsets[^1])];
        double[]? weights = graph.IsWeighted ? new double[neighbours.Length] : null;
        long loops = 0;
        for (int i = 0, at = 0; i < nodes.Length; i++)
        {
            ReadOnlySpan<int> row = rows.Neighbours(nodes[i]);
            ReadOnlySpan<double> values = rows.Weights(nodes[i]);
            for (int entry = 0; entry < row.Length; entry++)
            {
                int number = numbers[row[entry]];
                if (number < 0) continue;
                if (weights is not null) weights[at] = values[entry];
                neighbours[at++] = number;
                loops += number == i ? 1 : 0;
            }
        }

        return new(nodes.Length, CsrRows.OfArrays(offsets, neighbours, weights: weights), loops);
    }
}
