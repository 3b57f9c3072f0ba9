using Papergraph.Core;

namespace Papergraph.Algorithms.Tests.Conformance;

/// <summary>More than 2³¹ edges, without the memory: two rows of 2³⁰ edges to node 0 share one array that is never written to, so that the
/// system has no pages for it, and the rows of a real graph come behind them.</summary>
public class ManyEdgesTests
{
    private const long RowLength = 1L << CsrRows.WindowBits;
    private const int Nodes = 400;

    [SkippableFact]
    public void Rows_beyond_two_to_the_thirty_first_edge_are_found_by_kernels()
    {
        Skip.If(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes < 12L << 30, "less memory than 12 GiB to reserve 4 GiB of");
        // Both ends of the comparison have the same edges but for how often the two of the first rows occur.
        int[][] rows = [[0], [0], .. Enumerable.Range(2, Nodes - 2).Select(Row)];
        DirectedCsr few = Graph(rows, [.. rows.SelectMany(row => row)], firstRows: 1);
        DirectedCsr many = Graph(rows, new int[RowLength], firstRows: RowLength);
        Assert.True(many.EdgeCount > 1L << 31);
        Assert.Equal(RowLength, DegreeCentrality.Compute(many, DegreeKind.Out).Scores.Span[1]);
        Same(few, many, graph => DegreeCentrality.Compute(graph, DegreeKind.Out).Scores[2..]);
        Same(few, many, graph => ShortestPaths.BreadthFirst(graph, 2));
        Same(few, many, graph => ShortestPaths.Weighted(graph, 2).Distances);
        Same(few, many, graph => ShortestPaths.Between(graph, 2, Nodes - 1));
        Same(few, many, graph => TopologicalOrder.Compute(graph).Order);
        Same(few, many, graph => WeakComponents.Compute(graph).Groups);
        Same(few, many, graph => RandomWalks.Compute(graph, new() { Starts = Enumerable.Range(2, Nodes - 2).ToArray(), WalksPerNode = 2, Length = 9 }));
    }

    private static void Same(DirectedCsr few, DirectedCsr many, Func<DirectedCsr, object?> kernel) =>
        Assert.Equal(ResultBits.Of(kernel(few)), ResultBits.Of(kernel(many)));

    private static int[] Row(int node) => [.. ((int[])[2 + (node * 7 % 398), 2 + (node * 31 % 398), 2 + (node * 3 % 50)]).Order()];

    // The outgoing rows are given as the incoming ones too: nothing here asks whether they are the same edges.
    private static DirectedCsr Graph(int[][] rows, int[] first, long firstRows)
    {
        long[] offsets = new long[Nodes + 1];
        for (int node = 0; node < Nodes; node++) offsets[node + 1] = offsets[node] + (node < 2 ? firstRows : rows[node].Length);
        int[] rest = [.. rows[2..].SelectMany(row => row)];
        CsrRows csr = firstRows == 1 ? CsrRows.OfArrays(offsets, first) : new CsrRows(0, offsets, first, first, rest);
        return new(Nodes, csr, csr);
    }
}
