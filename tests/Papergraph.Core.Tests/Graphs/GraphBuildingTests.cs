using FsCheck;
using FsCheck.Fluent;

namespace Papergraph.Core.Tests;

/// <summary>Graphs large enough that threads share them, in parts of any lengths. The oracle sorts the edges.</summary>
public class GraphBuildingTests
{
    private sealed record Edges(int Nodes, (int Source, int Target)[] All, double[] Weights, int[] Cuts)
    {
        internal IReadOnlyList<ReadOnlyMemory<T>> Parts<T>(T[] all)
        {
            int[] bounds = [0, .. Cuts.Order(), all.Length];
            return [.. bounds.Zip(bounds.Skip(1), (from, to) => (ReadOnlyMemory<T>)all.AsMemory(from..to))];
        }
    }

    // Few nodes with very many edges, so that rows are long and edges parallel, or many nodes.
    private static Arbitrary<Edges> Large { get; } = Gen.Choose(0, int.MaxValue).Select(seed =>
    {
        Random random = new(seed);
        int nodes = random.Next(3) switch { 0 => random.Next(1, 40), 1 => random.Next(500, 600), _ => random.Next(100_000, 600_000) };
        int count = random.Next(200_000, 500_000);
        int hub = random.Next(nodes);
        (int, int)[] edges = new (int, int)[count];
        for (int i = 0; i < count; i++) edges[i] = (random.Next(8) == 0 ? hub : random.Next(nodes), random.Next(8) == 0 ? hub : random.Next(nodes));
        return new Edges(nodes, edges, [.. Enumerable.Range(0, count).Select(i => (double)i)], [random.Next(count), random.Next(count), 0]);
    }).ToArbitrary();

    [Fact]
    public void Parts_of_edges_give_rows_in_order_with_parallel_edges_as_they_came_for_any_number_of_threads() =>
        Prop.ForAll(Large, edges =>
        {
            int[] byEnds = [.. Enumerable.Range(0, edges.All.Length).OrderBy(i => edges.All[i].Source).ThenBy(i => edges.All[i].Target)];
            int[] byTarget = [.. byEnds.OrderBy(i => edges.All[i].Target)];
            foreach (int threads in (int[])[1, 2, 5])
            {
                DirectedCsr graph = DirectedCsr.FromEdgeParts(edges.Nodes, edges.Parts(edges.All), edges.Parts(edges.Weights), threads);
                Assert.True(graph.OutgoingRows.Entries(0, graph.EdgeCount).SequenceEqual(byEnds.Select(i => edges.All[i].Target).ToArray()));
                Assert.True(graph.OutgoingRows.Weights(0, graph.EdgeCount).SequenceEqual(byEnds.Select(i => (double)i).ToArray()));
                Assert.True(graph.IncomingRows.Entries(0, graph.EdgeCount).SequenceEqual(byTarget.Select(i => edges.All[i].Source).ToArray()));
                Assert.True(graph.IncomingRows.Weights(0, graph.EdgeCount).SequenceEqual(byTarget.Select(i => (double)i).ToArray()));
                CheckOffsets(graph.OutgoingRows, edges.All.Select(e => e.Source), edges.Nodes);
                CheckOffsets(graph.IncomingRows, edges.All.Select(e => e.Target), edges.Nodes);
                DirectedCsr unweighted = DirectedCsr.FromEdgeParts(edges.Nodes, edges.Parts(edges.All), threads: threads);
                Assert.True(unweighted.OutgoingRows.Entries(0, graph.EdgeCount).SequenceEqual(graph.OutgoingRows.Entries(0, graph.EdgeCount)));
                Assert.True(unweighted.IncomingRows.Entries(0, graph.EdgeCount).SequenceEqual(graph.IncomingRows.Entries(0, graph.EdgeCount)));
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(4));

    [Fact]
    public void Directions_are_dropped_alike_for_any_number_of_threads() =>
        Prop.ForAll(Large, edges =>
        {
            DirectedCsr graph = DirectedCsr.FromEdgeParts(edges.Nodes, edges.Parts(edges.All));
            (int, int)[] expected = [.. edges.All.Concat(edges.All.Select(e => (e.Target, e.Source))).Distinct().Order()];
            foreach (int threads in (int[])[1, 2, 5])
            {
                foreach (bool keepLoops in (bool[])[false, true])
                {
                    UndirectedCsr undirected = UndirectedCsr.Of(graph, keepLoops: keepLoops, threads: threads);
                    (int, int)[] kept = keepLoops ? expected : [.. expected.Where(e => e.Item1 != e.Item2)];
                    Assert.True(undirected.Rows.Entries(0, undirected.Rows.EdgeCount).SequenceEqual(kept.Select(e => e.Item2).ToArray()));
                    CheckOffsets(undirected.Rows, kept.Select(e => e.Item1), edges.Nodes);
                    Assert.Equal(kept.LongCount(e => e.Item1 == e.Item2), undirected.LoopCount);
                }
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(4));

    [Fact]
    public void Rows_that_cover_some_nodes_only_are_turned_round_and_merged()
    {
        CsrRows outgoing = CsrRows.OfArrays([0, 2, 2, 3], [1, 9, 4], firstNode: 5);
        DirectedCsr graph = new(10, outgoing, outgoing.Transposed(10, threads: 2));
        UndirectedCsr undirected = UndirectedCsr.Of(graph);
        Assert.Equal([5], undirected.Neighbours(1).ToArray());
        Assert.Equal([1, 9], undirected.Neighbours(5).ToArray());
        Assert.Equal([7], undirected.Neighbours(4).ToArray());
        Assert.Equal((3L, 0), (undirected.EdgeCount, undirected.Neighbours(0).Length));
    }

    [Fact]
    public void Building_observes_cancellation()
    {
        CancellationToken cancelled = new(canceled: true);
        (int, int)[] edges = [(0, 1), (1, 2)];
        Assert.Throws<OperationCanceledException>(() => DirectedCsr.FromEdgeParts(3, [edges], threads: 2, cancellation: cancelled));
        Assert.Throws<OperationCanceledException>(() => UndirectedCsr.Of(DirectedCsr.FromEdges(3, edges), cancellation: cancelled));
    }

    [Fact]
    public void Parts_with_other_numbers_of_weights_and_ends_that_are_no_nodes_are_refused()
    {
        (int, int)[] edges = [(0, 1), (1, 2)];
        Assert.Throws<ArgumentException>(() => DirectedCsr.FromEdgeParts(3, [edges], [(double[])[1]]));
        Assert.Throws<ArgumentOutOfRangeException>(() => DirectedCsr.FromEdgeParts(2, [edges, edges]));
        Assert.Throws<ArgumentOutOfRangeException>(() => DirectedCsr.FromEdgeParts(-1, [edges]));
    }

    private static void CheckOffsets(CsrRows rows, IEnumerable<int> nodes, int nodeCount)
    {
        long[] degrees = new long[nodeCount];
        foreach (int node in nodes) degrees[node]++;
        for (int node = 0; node < nodeCount; node++) Assert.Equal(degrees[node], rows.Degree(node));
    }
}
