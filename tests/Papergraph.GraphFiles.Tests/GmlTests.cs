namespace Papergraph.GraphFiles.Tests;

public class GmlTests
{
    [Fact]
    public void Gml_gives_nodes_with_attributes_and_edges_with_weights()
    {
        ReadText.Outcome read = ReadText.Of("""
            Creator "by hand"
            # a comment [
            graph [
              node [ id 7 label "A &amp; B &#233; &quot;C&#x22; & D" graphics [ x 1.5 fill "#fff" inner [ id 3 ] ] group 2 ]
              node [ id 3 label "two
            lines" group 1 ]
              edge [ source 7 target 3 weight 1.5 ]
              edge [ source 3 target 3 value 4 ]
              directed 1
            ]
            """);
        Assert.Equal((GraphFileFormat.Gml, true), (read.Graph.Format, read.Graph.IsDirected));
        Assert.Equal(["A & B é \"C\" & D", "two\nlines"], read.Graph.Names!);
        Assert.Equal(["7", "3"], read.Graph.NodeAttributes["id"]);
        Assert.Equal(["2", "1"], read.Graph.NodeAttributes["group"]);
        Assert.Equal(["group", "id"], read.Graph.NodeAttributes.Keys.Order(StringComparer.Ordinal));
        Assert.Equal([0], read.Graph.Graph.Incoming(1).ToArray().Where(v => v == 0));
        Assert.Equal([1.5], read.Graph.Graph.OutgoingRows.WeightsOf(0).ToArray());
        Assert.Empty(read.Found);
    }

    [Theory]
    [InlineData("graph [ node [ id 0 ] node [ id 1 ] edge [ source 0 target 1 ]", "PGF107@1", 2, 1)]
    [InlineData("graph [ node [ id 0 ] node [ id 1 ] edge [ source 0 target 1 ] ] ]", "PGF107@1", 2, 1)]
    [InlineData("graph [ node [ id 0 ] node [ id 1 label \"A ] edge [ source 0 target 1 ] ]", "PGF107@1", 1, 0)]
    [InlineData("graph [\n node [ id 0 ]\n node [ id 0 ]\n node [ ]\n]", "PGF108@3 PGF109@4", 1, 0)]
    [InlineData("graph [\n node [ id 0 ]\n edge [ source 0 target 9 ]\n edge [ source 0 ]\n]", "PGF101@4 PGF104@3", 1, 0)]
    [InlineData("graph [\n node [ id 0 ]\n edge [ source 0 target 0 weight nan ]\n]", "PGF102@3", 1, 0)]
    [InlineData("graph [\n node [ id 0 ]\n edge [ source 0 target 0 weight \"x\" ]\n]", "PGF102@3", 1, 0)]
    [InlineData("graph [ node [ id 0 ] ] graph [ node [ id 1 ] ]", "PGF110@1", 1, 0)]
    public void What_is_malformed_is_reported_and_what_stands_before_is_kept(string text, string codes, int nodes, int edges)
    {
        ReadText.Outcome read = ReadText.Of(text);
        Assert.StartsWith(codes, read.Codes, StringComparison.Ordinal);
        Assert.Equal((nodes, edges), (read.Graph.Graph.NodeCount, (int)read.Graph.Graph.EdgeCount));
    }

    [Fact]
    public void Latin_1_is_read_where_it_is_no_Utf_8() =>
        Assert.Equal(["é"], ReadText.Of([.. "graph [ node [ id 0 label \""u8, 0xE9, .. "\" ] ]"u8]).Graph.Names!);

    [Fact]
    public void Lists_a_hundred_thousand_deep_are_refused() =>
        Assert.Equal("PGF013", ReadText.CodeOf("graph [" + string.Concat(Enumerable.Repeat(" a [", 100_000))));
}
