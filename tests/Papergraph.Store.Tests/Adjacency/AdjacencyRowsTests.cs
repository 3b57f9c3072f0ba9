using Papergraph.Core;
using Papergraph.TestKit;

namespace Papergraph.Store.Tests;

public class AdjacencyRowsTests
{
    [Fact]
    public void The_graph_of_a_type_has_the_edges_of_its_table()
    {
        for (int seed = 0; seed < 60; seed++)
        {
            GraphModel model = GraphModel.Random(seed);
            using TemporaryFolder folder = new();
            TestGraph.Publish(folder.FullName, model.Write);
            using GraphReader reader = GraphDirectory.OpenRead(folder.FullName);
            foreach (GraphModel.ModelTable table in model.EdgeTables)
            {
                DirectedCsr graph = reader.Edges(table.Name)!.ToCsr(reader.NodeBound);
                Assert.Equal((model.NodeCount, (long)table.Edges.Count), (graph.NodeCount, graph.EdgeCount));
                for (int node = 0; node < model.NodeCount; node++)
                {
                    Assert.Equal(table.Edges.Where(e => e.Source == node).Select(e => e.Target).Order(), graph.Outgoing(node).ToArray());
                    Assert.Equal(table.Edges.Where(e => e.Target == node).Select(e => e.Source).Order(), graph.Incoming(node).ToArray());
                }
            }
        }
    }

    [Fact]
    public void Rows_are_handed_out_in_place_and_once()
    {
        using TemporaryFolder folder = new();
        Write(folder);
        using GraphReader reader = GraphDirectory.OpenRead(folder.FullName);
        Adjacency outgoing = reader.Edges("CITES")!.Outgoing;
        Assert.Same(outgoing.Rows, outgoing.Rows);
        Assert.True(outgoing.Rows.Neighbours(7).Overlaps(outgoing.Neighbours(7), out int offset) && offset == 0);
        long before = GC.GetAllocatedBytesForCurrentThread();
        long sum = 0;
        for (int node = 0; node < 1000; node++)
        {
            foreach (int target in outgoing.Rows.Neighbours(node)) sum += target;
        }

        Assert.Equal((1000L * 999 / 2, 0L), (sum, GC.GetAllocatedBytesForCurrentThread() - before));
    }

    [Fact]
    public void Rows_of_a_disposed_reader_raise()
    {
        using TemporaryFolder folder = new();
        Write(folder);
        GraphReader reader = GraphDirectory.OpenRead(folder.FullName);
        DirectedCsr graph = reader.Edges("CITES")!.ToCsr(reader.NodeBound);
        reader.Dispose();
        Assert.Throws<ObjectDisposedException>(() => graph.Outgoing(7).Length);
    }

    [Fact]
    public void Offsets_that_do_not_ascend_are_found_before_rows_are_handed_out()
    {
        using TemporaryFolder folder = new();
        Write(folder);
        ResealedSegment segment = new(folder.FullName);
        (int first, _) = segment.PlaceOf(layout => layout.EdgeTables[0].Outgoing.Offsets);
        Assert.True(segment.TryWriteWithByte(first + (8 * 500), (byte)(segment.ByteAt(first + (8 * 500)) + 2)));
        using GraphReader reader = GraphDirectory.OpenRead(folder.FullName);
        Assert.Throws<StoreException>(() => reader.Edges("CITES")!.ToCsr(reader.NodeBound));
    }

    private static void Write(TemporaryFolder folder) => TestGraph.Publish(folder.FullName, writer =>
    {
        NodeTableWriter papers = writer.AddNodeTable("Paper");
        for (int i = 0; i < 1000; i++) papers.AddNode();
        EdgeTableWriter cites = writer.AddEdgeTable("CITES");
        for (int i = 0; i < 1000; i++) cites.Add(i, 999 - i);
    });
}
