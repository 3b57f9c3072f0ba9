using FsCheck;
using FsCheck.Fluent;
using Papergraph.TestKit;

namespace Papergraph.Store.Tests;

public class RoundTripTests
{
    [Fact]
    public void What_is_read_is_what_was_written() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
        {
            GraphModel model = GraphModel.Random(seed);
            using TemporaryFolder folder = new();
            TestGraph.Publish(folder.FullName, model.Write);
            using GraphReader reader = GraphDirectory.OpenRead(folder.FullName);
            ModelComparison.Check(model, reader);
            TestGraph.AssertSound(folder.FullName);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(150));

    [Fact]
    public void Tables_longer_than_a_block_read_back_as_written()
    {
        GraphModel model = new();
        GraphModel.ModelTable papers = new() { Name = "Paper", Rows = 120_000 };
        IEnumerable<int> rows = Enumerable.Range(0, papers.Rows);
        papers.Columns["name"] = (PropertyType.String, [.. rows.Select(i => $"paper number {i * 7919L % papers.Rows}")]);
        papers.Columns["year"] = (PropertyType.Int64, [.. rows.Select(i => (object?)(1900L + (i % 120)))]);
        papers.Columns["score"] = (PropertyType.Double, [.. rows.Select(i => i % 3 == 0 ? null : (object?)(i / 7.0))]);
        model.NodeTables.Add(papers);
        using TemporaryFolder folder = new();
        TestGraph.Publish(folder.FullName, writer => WritePapers(writer, papers));
        using GraphReader reader = GraphDirectory.OpenRead(folder.FullName);
        NodeTable table = Assert.Single(reader.NodeTables);
        for (int row = 0; row < papers.Rows; row++)
        {
            Assert.Equal(papers.Columns["name"].Values[row], table.Strings("name")![row]);
            Assert.Equal(papers.Columns["year"].Values[row], table.Int64s("year")![row]);
            Assert.Equal(papers.Columns["score"].Values[row], table.Doubles("score")![row]);
        }

        Assert.Equal([77], reader.FindNodes("Paper", "name", (string)papers.Columns["name"].Values[77]!));
        TestGraph.AssertSound(folder.FullName);
    }

    [Fact]
    public void A_graph_of_nothing_is_a_graph()
    {
        using TemporaryFolder folder = new();
        Assert.Equal(1, TestGraph.Publish(folder.FullName, _ => { }));
        using GraphReader reader = GraphDirectory.OpenRead(folder.FullName);
        Assert.Equal((0, 0L, 0), (reader.NodeCount, reader.EdgeCount, reader.NodeTables.Count));
        Assert.Throws<ArgumentOutOfRangeException>(() => reader.TableOf(0));
        Assert.Throws<ArgumentException>(() => reader.FindNodes("Paper", "id", "x"));
        Assert.Throws<ArgumentException>(() => reader.NameIndex("names"));
        Assert.Throws<ArgumentException>(() => reader.Blobs("records"));
        TestGraph.AssertSound(folder.FullName);
    }

    [Fact]
    public void One_node_may_cite_itself_many_times()
    {
        using TemporaryFolder folder = new();
        TestGraph.Publish(folder.FullName, writer =>
        {
            writer.AddNodeTable("Paper").AddNode();
            EdgeTableWriter cites = writer.AddEdgeTable("CITES");
            for (int i = 0; i < 5; i++)
            {
                cites.Add(0, 0);
                cites.Int64("line").Append(i);
            }
        });
        using GraphReader reader = GraphDirectory.OpenRead(folder.FullName);
        EdgeTable edges = reader.Edges("CITES")!;
        Assert.Equal([0, 0, 0, 0, 0], edges.Incoming.Neighbours(0).ToArray());
        EdgePositions positions = edges.Incoming.Positions(0);
        for (int i = 0; i < 5; i++) Assert.Equal(i, edges.Int64s("line")![positions[i]]);
        TestGraph.AssertSound(folder.FullName);
    }

    [Fact]
    public void The_same_calls_write_the_same_bytes_in_any_version()
    {
        using TemporaryFolder one = new(), other = new();
        GraphModel model = GraphModel.Random(4711, maxRows: 3000);
        TestGraph.Publish(one.FullName, model.Write);
        TestGraph.Publish(other.FullName, GraphModel.Random(1).Write);
        TestGraph.Publish(other.FullName, model.Write);
        Assert.Equal(File.ReadAllBytes(one.File("segment-1.pgs")), File.ReadAllBytes(other.File("segment-2.pgs")));
    }

    [Fact]
    public void The_order_of_creating_columns_leaves_no_trace()
    {
        using TemporaryFolder one = new(), other = new();
        TestGraph.Publish(one.FullName, writer => WriteColumns(writer, "alpha", "beta"));
        TestGraph.Publish(other.FullName, writer => WriteColumns(writer, "beta", "alpha"));
        Assert.Equal(File.ReadAllBytes(one.File("segment-1.pgs")), File.ReadAllBytes(other.File("segment-1.pgs")));
    }

    private static void WriteColumns(SegmentWriter writer, params string[] names)
    {
        NodeTableWriter table = writer.AddNodeTable("Paper");
        table.AddNode();
        foreach (string name in names) table.String(name).Append(name);
    }

    private static void WritePapers(SegmentWriter writer, GraphModel.ModelTable papers)
    {
        NodeTableWriter table = writer.AddNodeTable("Paper");
        for (int row = 0; row < papers.Rows; row++)
        {
            table.AddNode();
            table.String("name").Append((string)papers.Columns["name"].Values[row]!);
            table.Int64("year").Append((long)papers.Columns["year"].Values[row]!);
            if (papers.Columns["score"].Values[row] is double score) table.Double("score").Append(score);
        }

        writer.AddKeyIndex("Paper", "name");
    }
}
