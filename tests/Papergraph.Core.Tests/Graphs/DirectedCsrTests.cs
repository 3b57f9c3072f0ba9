using FsCheck;
using FsCheck.Fluent;

namespace Papergraph.Core.Tests;

public class DirectedCsrTests
{
    // Oracle: the edges themselves, looked through for every node.
    [Fact]
    public void Every_node_has_the_edges_that_name_it_in_ascending_order()
    {
        Gen<(int Nodes, (int Source, int Target)[] Edges)> graphs =
            from nodes in Gen.Choose(1, 12)
            from count in Gen.Choose(0, 40)
            from edges in Gen.Zip(Gen.Choose(0, nodes - 1), Gen.Choose(0, nodes - 1)).ArrayOf(count)
            select (nodes, edges.Select(edge => (edge.Item1, edge.Item2)).ToArray());
        Prop.ForAll(graphs.ToArbitrary(), g =>
        {
            DirectedCsr graph = DirectedCsr.FromEdges(g.Nodes, g.Edges);
            Assert.Equal((g.Nodes, (long)g.Edges.Length), (graph.NodeCount, graph.EdgeCount));
            for (int node = 0; node < g.Nodes; node++)
            {
                Assert.Equal(g.Edges.Where(e => e.Source == node).Select(e => e.Target).Order(), graph.Outgoing(node).ToArray());
                Assert.Equal(g.Edges.Where(e => e.Target == node).Select(e => e.Source).Order(), graph.Incoming(node).ToArray());
                Assert.Equal(graph.Outgoing(node).Length, graph.OutgoingRows.Degree(node));
            }

            Assert.True(graph.Outgoing(g.Nodes).IsEmpty && graph.Incoming(-1).IsEmpty);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
    }

    [Fact]
    public void A_graph_without_nodes_is_a_graph() => Assert.Equal(0, DirectedCsr.FromEdges(0, []).EdgeCount);

    [Fact]
    public void An_edge_to_what_is_no_node_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => DirectedCsr.FromEdges(2, [(0, 2)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => DirectedCsr.FromEdges(2, [(-1, 0)]));
    }

    [Fact]
    public void Rows_that_cover_some_nodes_only_leave_the_others_without_neighbours()
    {
        CsrRows rows = new(5, (long[])[0, 2, 2, 3], (int[])[1, 9, 4]);
        Assert.Equal([1, 9], rows.Neighbours(5).ToArray());
        Assert.Equal([], rows.Neighbours(6).ToArray());
        Assert.Equal([4], rows.Neighbours(7).ToArray());
        Assert.Equal((0, 0L, 2L), (rows.Neighbours(4).Length, rows.Degree(8), rows.Degree(5)));
        Assert.Equal([1, 9, 4], rows.Entries(0, 3).ToArray());
        CsrRows back = rows.Transposed(10);
        Assert.Equal([5], back.Neighbours(9).ToArray());
        Assert.Equal([7], back.Neighbours(4).ToArray());
    }

    // A window of 2³⁰ neighbours takes 4 GB: the first is left empty, as nothing of it is read.
    [Fact]
    public void Neighbours_beyond_the_first_window_are_found_in_theirs()
    {
        long second = 1L << CsrRows.WindowBits;
        CsrRows rows = new(0, (long[])[0, second, second + 1, second + 3], ReadOnlyMemory<int>.Empty, (int[])[7, 8, 9]);
        Assert.Equal([7], rows.Neighbours(1).ToArray());
        Assert.Equal([8, 9], rows.Neighbours(2).ToArray());
        Assert.Equal(second, rows.Degree(0));
    }

    [Fact]
    public void Rows_that_contradict_themselves_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new CsrRows(0, Array.Empty<long>(), (int[])[]));
        Assert.Throws<ArgumentException>(() => new CsrRows(0, (long[])[1, 2], (int[])[0, 0]));
        Assert.Throws<ArgumentException>(() => new CsrRows(0, (long[])[0, 3], (int[])[0, 0]));
        CsrRows one = new(0, (long[])[0, 1], (int[])[0]), none = new(0, (long[])[0], (int[])[]);
        Assert.Throws<ArgumentException>(() => new DirectedCsr(1, one, none));
        Assert.Throws<ArgumentException>(() => new DirectedCsr(0, one, one));
        Assert.Throws<ArgumentOutOfRangeException>(() => one.Entries(0, 2).Length);
    }
}
