using Papergraph.TestKit;

namespace Papergraph.Store.Tests;

public sealed class WriterContractTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly GraphWriteLock _lock;
    private readonly SegmentWriter _writer;

    public WriterContractTests()
    {
        _lock = GraphDirectory.Lock(_folder.FullName);
        _writer = _lock.BeginVersion();
    }

    public void Dispose()
    {
        _lock.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Rows_that_a_column_passes_over_are_null()
    {
        NodeTableWriter papers = _writer.AddNodeTable("Paper");
        for (int i = 0; i < 5; i++)
        {
            papers.AddNode();
            if (i == 2) papers.Int64("year").Append(1999);
            if (i == 3) papers.StringList("aliases").Append(["x"]);
        }

        using GraphReader reader = PublishAndRead();
        Assert.Equal([null, null, 1999L, null, null], Enumerable.Range(0, 5).Select(node => reader.Property(node, "year")));
        StringListColumn aliases = reader.NodeTables[0].StringLists("aliases")!;
        Assert.Equal([null, null, null, "x", null], Enumerable.Range(0, 5).Select(row => aliases[row]?.Single()));
    }

    [Fact]
    public void A_row_takes_one_value_a_column()
    {
        NodeTableWriter papers = _writer.AddNodeTable("Paper");
        Assert.Throws<InvalidOperationException>(() => papers.Int64("year").Append(1999));
        papers.AddNode();
        papers.Int64("year").Append(1999);
        Assert.Throws<InvalidOperationException>(() => papers.Int64("year").Append(2000));
        Assert.Throws<InvalidOperationException>(() => papers.Int64("year").AppendNull());
        using GraphReader reader = PublishAndRead();
        Assert.Equal(1999L, reader.Property(0, "year"));
    }

    [Fact]
    public void A_list_that_fails_halfway_leaves_the_row_free()
    {
        NodeTableWriter papers = _writer.AddNodeTable("Paper");
        papers.AddNode();
        Assert.Throws<ArgumentNullException>(() => papers.StringList("aliases").Append(["a", null!]));
        papers.StringList("aliases").Append(["b"]);
        using GraphReader reader = PublishAndRead();
        Assert.Equal(["b"], (string[])reader.Property(0, "aliases")!);
    }

    [Fact]
    public void A_property_may_have_several_types_in_a_table_and_one_in_a_row()
    {
        NodeTableWriter papers = _writer.AddNodeTable("Paper");
        Assert.Same(papers.Int64("year"), papers.Int64("year"));
        papers.AddNode();
        papers.Int64("year").Append(1999);
        papers.String("year").AppendNull();
        papers.AddNode();
        papers.String("year").Append("in press");
        Assert.Throws<InvalidOperationException>(() => papers.Int64("year").Append(2000));
        papers.AddNode();
        papers.Int64("year").Append(2001);
        using GraphReader reader = PublishAndRead();
        Assert.Equal([1999L, "in press", 2001L], Enumerable.Range(0, 3).Select(node => reader.Property(node, "year")));
    }

    [Fact]
    public void A_table_is_finished_when_the_next_begins()
    {
        NodeTableWriter papers = _writer.AddNodeTable("Paper");
        papers.AddNode();
        NodeTableWriter authors = _writer.AddNodeTable("Author");
        Assert.Equal((0, 1), (papers.FirstNode, authors.FirstNode));
        Assert.Throws<InvalidOperationException>(() => papers.AddNode());
        Assert.Throws<InvalidOperationException>(() => papers.String("title"));
        EdgeTableWriter edges = _writer.AddEdgeTable("CITES");
        Assert.Throws<InvalidOperationException>(() => authors.AddNode());
        Assert.Throws<InvalidOperationException>(() => _writer.AddNodeTable("Venue"));
        _writer.Publish();
        Assert.Throws<InvalidOperationException>(() => edges.Add(0, 0));
        Assert.Throws<ObjectDisposedException>(() => _writer.AddEdgeTable("OTHER"));
    }

    [Fact]
    public void Each_set_of_labels_and_each_type_has_one_table()
    {
        _writer.AddNodeTable("Paper", "Placeholder");
        Assert.Throws<ArgumentException>(() => _writer.AddNodeTable("Placeholder", "Paper"));
        _writer.AddNodeTable();
        Assert.Throws<ArgumentException>(() => _writer.AddNodeTable("Paper", "Paper"));
        Assert.Throws<ArgumentException>(() => _writer.AddNodeTable("Paper", ""));
        Assert.Throws<ArgumentException>(() => _writer.AddNodeTable("lone \udc00 surrogate"));
        _writer.AddEdgeTable("CITES");
        Assert.Throws<ArgumentException>(() => _writer.AddEdgeTable("CITES"));
    }

    [Fact]
    public void Names_may_hold_any_character_without_being_taken_for_each_other()
    {
        _writer.AddNodeTable("a\nb").AddNode();
        _writer.AddNodeTable("a", "b").AddNode();
        _writer.AddNodeTable("a.b").AddNode();
        _writer.AddKeyIndex("a.b", "c");
        _writer.AddKeyIndex("a", "b.c");
        using GraphReader reader = PublishAndRead();
        Assert.Equal(["a", "a\nb", "a.b", "b"], reader.Labels);
        Assert.Equal([("a.b", "c"), ("a", "b.c")], reader.KeyIndexes);
    }

    [Fact]
    public void An_edge_joins_nodes_that_exist()
    {
        _writer.AddNodeTable("Paper").AddNode();
        EdgeTableWriter edges = _writer.AddEdgeTable("CITES");
        Assert.Throws<ArgumentOutOfRangeException>(() => edges.Add(0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => edges.Add(-1, 0));
        Assert.Equal(0, edges.Count);
    }

    [Fact]
    public void Names_of_blobs_and_indexes_are_given_once()
    {
        _writer.AddBlobs("records", []);
        Assert.Throws<ArgumentException>(() => _writer.AddBlobs("records", []));
        _writer.AddKeyIndex("Paper", "id");
        Assert.Throws<ArgumentException>(() => _writer.AddKeyIndex("Paper", "id"));
        _writer.AddNameIndex("names", []);
        Assert.Throws<ArgumentException>(() => _writer.AddNameIndex("names", []));
    }

    [Fact]
    public void Only_texts_are_names()
    {
        NodeTableWriter papers = _writer.AddNodeTable("Paper");
        papers.AddNode();
        papers.Int64("year").Append(1999);
        papers.AddNode();
        papers.String("year").Append("in press");
        _writer.AddNameIndex("names", [("Paper", "year")]);
        using GraphReader reader = PublishAndRead();
        Assert.Equal([1], reader.NameIndex("names").NodesNamed("in press").ToArray());
        Assert.Equal(0, reader.NameIndex("names").NodesNamed("1999").Length);
        Assert.True(GraphVerifier.Verify(_folder.FullName).IsSound);
    }

    [Fact]
    public void Blobs_may_be_written_while_a_table_is_open()
    {
        NodeTableWriter papers = _writer.AddNodeTable("Paper");
        papers.AddNode();
        _writer.AddBlobs("records", [new byte[] { 1, 2, 3 }]);
        papers.AddNode();
        using GraphReader reader = PublishAndRead();
        Assert.Equal(2, reader.NodeCount);
        Assert.Equal([1, 2, 3], reader.Blobs("records")[0].ToArray());
        Assert.Throws<ArgumentOutOfRangeException>(() => reader.Blobs("records")[1]);
    }

    [Theory]
    [InlineData]
    [InlineData(0)]
    [InlineData(0, 0, 0)]
    [InlineData(65_536, 0, 1)]
    [InlineData(1, 65_535, 1, 0)]
    [InlineData(0, 300_000, 0, 300_000)]
    public void Blobs_of_any_length_read_back_in_any_order(params int[] lengths)
    {
        byte[][] blobs = [.. lengths.Select((length, i) => Enumerable.Range(0, length).Select(b => (byte)(b * (i + 3))).ToArray())];
        _writer.AddBlobs("records", blobs.Select(blob => (ReadOnlyMemory<byte>)blob));
        using GraphReader reader = PublishAndRead();
        Assert.Equal(blobs, reader.Blobs("records").Select(blob => blob.ToArray()));
        for (int i = blobs.Length - 1; i >= 0; i--) Assert.Equal(blobs[i], reader.Blobs("records")[i].ToArray());
    }

    private GraphReader PublishAndRead()
    {
        _writer.Publish();
        TestGraph.AssertSound(_folder.FullName);
        return GraphDirectory.OpenRead(_folder.FullName);
    }
}
