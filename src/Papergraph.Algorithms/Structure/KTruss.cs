using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>Truss numbers of all edges.</summary>
/// <param name="TrussNumbers">One for each entry of the rows of the graph, in their order, so that an edge has it at both its ends; 0 for a
/// self-loop, 2 and more for all others.</param>
/// <param name="Largest">The greatest truss number; 0 for a graph without edges.</param>
public sealed record KTrussResult(ReadOnlyMemory<int> TrussNumbers, int Largest);

/// <summary>How tightly each edge is woven in: the greatest k for which it belongs to the k-truss.</summary>
/// <remarks>
/// <para>Definition: the k-truss is the greatest subgraph in which each edge is in at least k − 2 triangles of the subgraph (J. Cohen,
/// “Trusses: Cohesive Subgraphs for Social Network Analysis”, NSA technical report, 2008). Self-loops and weights do not count; parallel
/// edges count as one and have its number. Some libraries count k from the triangles instead, which gives k − 2.</para>
/// <para>Method: J. Wang and J. Cheng, “Truss Decomposition in Massive Networks”, PVLDB 5(9), 2012,
/// https://doi.org/10.14778/2311906.2311909: the triangles of each edge are counted, then edges with the fewest are taken away level by
/// level. Counting is shared among threads.</para>
/// <para>Cost: O(edges^1.5 · log of the longest row) time; about 30 bytes an edge besides the result. The result is exact and the same for
/// any number of threads.</para>
/// </remarks>
public static class KTruss
{
    /// <summary>Computes the truss number of each edge.</summary>
    /// <param name="graph">Any undirected graph; the empty graph is allowed.</param>
    /// <param name="execution">Threads, progress and cancellation.</param>
    /// <exception cref="OperationCanceledException">The kernel was cancelled.</exception>
    /// <exception cref="OverflowException">There are more edges than an array can hold.</exception>
    public static KTrussResult Compute(UndirectedCsr graph, Execution? execution = null)
    {
        ArgumentNullException.ThrowIfNull(graph);
        Execution run = Execution.Of(execution);
        DegreeOrderedCsr ordered;
        int[] supports;
        using (WorkerTeam team = new(run.ForBlocks((graph.NodeCount >> 12) + 1)))
        {
            ordered = DegreeOrderedCsr.Of(graph, areRowsSorted: true, team);
            supports = EdgeSupport.Count(ordered, team);
        }

        int largest = new TrussPeeling(ordered, supports, run).Peel();
        return new(OfEntries(graph, ordered, supports, run), supports.Length == 0 ? 0 : largest + 2);
    }

    // An entry has the number of the edge that it is an entry of, which stands in the row of its lower end.
    private static int[] OfEntries(UndirectedCsr graph, DegreeOrderedCsr ordered, int[] levels, Execution run)
    {
        int[] trussNumbers = new int[checked((int)graph.Rows.EdgeCount)];
        CsrView rows = new(graph.Rows), edges = new(ordered.Rows);
        ReadOnlySpan<long> starts = ordered.Rows.Offsets;
        for (int node = 0, entry = 0; node < graph.NodeCount; node++)
        {
            if ((node & 0xFFF) == 0) run.Cancellation.ThrowIfCancellationRequested();
            foreach (int neighbour in rows.Neighbours(node))
            {
                int a = ordered.Numbers[node], b = ordered.Numbers[neighbour], low = Math.Min(a, b);
                int place = edges.Neighbours(low).BinarySearch(Math.Max(a, b));
                if (place >= 0) trussNumbers[entry] = levels[(int)starts[low] + place] + 2;
                entry++;
            }
        }

        return trussNumbers;
    }
}
