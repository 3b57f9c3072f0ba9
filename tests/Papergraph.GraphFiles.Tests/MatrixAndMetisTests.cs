namespace Papergraph.GraphFiles.Tests;

public class MatrixAndMetisTests
{
    [Theory]
    [InlineData("3 2\n2\n1 3\n2\n", "0>1 1>2")]
    [InlineData("% comment\n3 2 000\n2\n% between\n1 3\n2\n", "0>1 1>2")]
    [InlineData("3 2 1\n2 5\n1 5 3 7\n2 7", "0>1*5 1>2*7")]
    [InlineData("3 2 11\n9 2 5\n8 1 5 3 7\n7 2 7\n", "0>1*5 1>2*7")]
    [InlineData("3 2 110 2\n1 8 9 2\n1 8 9 1 3\n1 8 9 2\n", "0>1 1>2")]
    [InlineData("4 2\r\n2\r\n1 3\r\n2\r\n\r\n", "0>1 1>2")]
    public void Metis_gives_each_edge_once(string text, string edges)
    {
        ReadText.Outcome read = ReadText.Of(text, "g.graph");
        Assert.Equal((GraphFileFormat.Metis, false, edges), (read.Graph.Format, read.Graph.IsDirected, read.Edges));
        Assert.Empty(read.Found);
    }

    [Fact]
    public void Read_as_directed_an_edge_without_direction_goes_both_ways()
    {
        GraphFileOptions directed = new() { IsDirected = true };
        Assert.Equal("0>1 1>0 1>2 2>1", ReadText.Of("3 2\n2\n1 3\n2\n", "g.graph", directed).Edges);
        Assert.Equal("0>1*5 1>0*5 2>2*1", ReadText.Of(Banner + "real symmetric\n3 3 2\n2 1 5\n3 3 1\n", "g.mtx", directed).Edges);
    }

    [Fact]
    public void Weights_are_left_out_when_none_are_wanted_and_refused_where_there_are_none()
    {
        Assert.Equal("0>1", ReadText.Of("2 1 1\n2 5\n1 5\n", "g.graph", new() { Weight = "" }).Edges);
        Assert.Equal("0>1", ReadText.Of(Banner + "real general\n2 2 1\n1 2 5\n", options: new() { Weight = "" }).Edges);
        Assert.Equal("a>b", ReadText.Of("source,target,weight\na,b,2\n", options: new() { Weight = "" }).Edges);
        Assert.Equal("PGF008", ReadText.CodeOf("2 1\n2\n1\n", "g.graph", new() { Weight = "cost" }));
    }

    [Fact]
    public void Sizes_and_weights_of_nodes_are_their_attributes()
    {
        LoadedGraph graph = ReadText.Of("2 1 110 2\n1 8 9 2\n2 6 7 1\n", "g.metis").Graph;
        Assert.Equal(["1", "2"], graph.NodeAttributes["size"]);
        Assert.Equal(["9", "7"], graph.NodeAttributes["weight2"]);
        Assert.Equal(["9", "8"], ReadText.Of("2 1 10\n9 2\n8 1\n", "g.metis").Graph.NodeAttributes["weight"]);
    }

    [Theory]
    [InlineData("3 2\n2\n3\n2\n", "", "0>1 1>2")]
    [InlineData("3 5\n2\n1 3\n2\n", "PGF106", "0>1 1>2")]
    [InlineData("3 2\n2 7\n1 0 x 3 -1\n2\n", "PGF104@2 PGF104@3 PGF104@3 PGF104@3", "0>1 1>2")]
    [InlineData("2000000000 3\n2\n1 3\n", "PGF106 PGF104 PGF106", "0>1")]
    [InlineData("2 1 1\n2 NaN 2 1\n1\n", "PGF102@2 PGF102@3", "0>1*1")]
    public void What_does_not_fit_the_header_is_reported(string text, string codes, string edges)
    {
        ReadText.Outcome read = ReadText.Of(text, "g.graph");
        Assert.Equal((codes, edges), (read.Codes, read.Edges));
    }

    [Theory]
    [InlineData("3\n2\n")]
    [InlineData("3 2 7\n2\n")]
    [InlineData("-3 2\n2\n")]
    [InlineData("99999999999 2\n2\n")]
    [InlineData("3 2 10 99999\n2\n")]
    [InlineData("")]
    public void A_header_that_cannot_be_used_is_refused(string text) => Assert.Equal("PGF010", ReadText.CodeOf(text, "g.graph"));

    private const string Banner = "%%MatrixMarket matrix coordinate ";

    [Theory]
    [InlineData("pattern general\n% c\n3 3 2\n1 2\n3 1\n", true, "0>1 2>0")]
    [InlineData("real general\n3 3 2\n1 2 0.5\n3 1 -2\n", true, "0>1*0.5 2>0*-2")]
    [InlineData("integer symmetric\n3 3 2\n2 1 5\n3 3 1\n", false, "1>0*5 2>2*1")]
    [InlineData("real skew-symmetric\n3 3 1\n2 1 5\n", true, "0>1*-5 1>0*5")]
    [InlineData("pattern general\n2 3 2\n1 1\n2 3\n", true, "0>2 1>4")]
    public void An_entry_of_a_matrix_is_an_edge_from_its_row_to_its_column(string text, bool isDirected, string edges)
    {
        ReadText.Outcome read = ReadText.Of(Banner + text, "g.mtx");
        Assert.Equal((GraphFileFormat.MatrixMarket, isDirected, edges), (read.Graph.Format, read.Graph.IsDirected, read.Edges));
        Assert.Empty(read.Found);
    }

    [Theory]
    [InlineData("pattern general\n3 3 3\n1 2\n0 1\n", "PGF106 PGF104")]
    [InlineData("pattern general\n3 3 3\n1 2\nx y\n4 1\n", "PGF104@4 PGF106 PGF104")]
    [InlineData("real general\n3 3 2\n1 2 1\n1 3 nan\n", "PGF102@4 PGF106")]
    public void Entries_that_do_not_fit_a_matrix_are_reported(string text, string codes)
    {
        ReadText.Outcome read = ReadText.Of(Banner + text, "g.mtx");
        Assert.Equal(codes, read.Codes);
        Assert.StartsWith("0>1", read.Edges, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("%%MatrixMarket matrix array real general\n2 2\n1\n2\n3\n4\n", "PGF009")]
    [InlineData("%%MatrixMarket matrix coordinate complex general\n2 2 1\n1 1 1 1\n", "PGF009")]
    [InlineData("%%MatrixMarket matrix coordinate real\n2 2 1\n1 1 1\n", "PGF010")]
    [InlineData("%%MatrixMarket matrix coordinate real general\n2 2\n", "PGF010")]
    [InlineData("%%MatrixMarket matrix coordinate pattern general\n2147483647 2147483647 1\n1 1\n", "PGF011")]
    [InlineData("%%MatrixMarket matrix coordinate pattern general\n", "PGF010")]
    public void A_matrix_that_is_no_graph_is_refused_with_words(string text, string code) => Assert.Equal(code, ReadText.CodeOf(text));
}
