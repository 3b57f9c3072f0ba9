using Papergraph.Core;

namespace Papergraph.GraphFiles.Tests;

public class XmlTests
{
    private static string GraphMl(string body, string direction = "directed") => $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <!DOCTYPE graphml [<!ENTITY x "never">]>
        <graphml xmlns="http://graphml.graphdrawing.org/xmlns">
        <key id="d0" for="node" attr.name="label" attr.type="string"/>
        <key id="d1" for="node" attr.name="year" attr.type="int"><default>1999</default></key>
        <key id="d2" for="edge" attr.name="weight" attr.type="double"/>
        <key id="d3" for="edge" attr.name="strength" attr.type="double"><default>7</default></key>
        <graph id="G" edgedefault="{direction}">{body}</graph></graphml>
        """;

    private const string Nodes = """
        <node id="n0"><data key="d0">A &amp; B</data></node>
        <node id="n1"><data key="d0">C</data><data key="d1">2001</data></node><node id="n2"><data key="d0">D</data></node>
        """;

    [Fact]
    public void GraphML_gives_nodes_with_attributes_and_edges_with_weights()
    {
        ReadText.Outcome read = ReadText.Of(GraphMl(
            """<edge source="n0" target="n1"><data key="d2">2.5</data></edge>""" + Nodes + """<edge source="n1" target="n2"/>"""));
        Assert.Equal(GraphFileFormat.GraphMl, read.Graph.Format);
        Assert.Equal("A & B C D", read.Names);
        Assert.Equal("A & B>C*2.5 C>D*1", read.Edges);
        Assert.Equal(["1999", "2001", "1999"], read.Graph.NodeAttributes["year"]);
        Assert.Equal(["n0", "n1", "n2"], read.Graph.NodeAttributes["id"]);
        Assert.Empty(read.Found);
    }

    [Fact]
    public void Another_attribute_or_none_is_the_weight_when_asked_for()
    {
        string text = GraphMl(Nodes + """<edge source="n0" target="n1"><data key="d3">2</data></edge><edge source="n1" target="n2"/>""");
        Assert.Equal("A & B>C*2 C>D*7", ReadText.Of(text, options: new() { Weight = "strength" }).Edges);
        Assert.Equal("A & B>C C>D", ReadText.Of(text, options: new() { Weight = "" }).Edges);
        Assert.Equal("PGF008", ReadText.CodeOf(text, options: new() { Weight = "size" }));
    }

    [Theory]
    [InlineData("undirected", """<edge source="n0" target="n1"/>""", false, 1)]
    [InlineData("undirected", """<edge source="n0" target="n1" directed="true"/><edge source="n1" target="n2"/>""", true, 3)]
    [InlineData("directed", """<edge source="n0" target="n1" directed="false"/><edge source="n1" target="n2"/>""", true, 3)]
    [InlineData("directed", """<edge source="n0" target="n1" directed="false"/>""", false, 1)]
    public void Where_only_some_edges_have_directions_the_others_stand_for_two(string direction, string edges, bool isDirected, int count)
    {
        LoadedGraph graph = ReadText.Of(GraphMl(Nodes + edges, direction)).Graph;
        Assert.Equal((isDirected, count), (graph.IsDirected, (int)graph.Graph.EdgeCount));
    }

    [Fact]
    public void What_has_no_place_in_a_graph_is_reported_and_left_out()
    {
        ReadText.Outcome read = ReadText.Of(GraphMl(Nodes + """
            <edge source="n0" target="n1"/><edge source="n0"/><edge source="n0" target="n9"/><node id="n0"/><node/>
            <hyperedge><endpoint node="n0"/></hyperedge><edge source="n0" target="n1"><data key="d2">NaN</data></edge>
            <data key="d9">x</data><default>9</default><node id="n3"><graph edgedefault="undirected"><node id="n3::n0"/></graph></node>
            """));
        Assert.Equal(["PGF101", "PGF102", "PGF104", "PGF108", "PGF109", "PGF110"], read.Found.Select(f => f.Code).Order(StringComparer.Ordinal));
        Assert.Equal((5, 1L, 6L), (read.Graph.Graph.NodeCount, read.Graph.Graph.EdgeCount, read.Graph.Rejected));
    }

    [Fact]
    public void What_stands_before_the_place_where_a_file_is_cut_is_kept()
    {
        string whole = GraphMl(Nodes + """<edge source="n0" target="n1"/><edge source="n1" target="n2"/>""");
        ReadText.Outcome read = ReadText.Of(whole[..whole.LastIndexOf("<edge", StringComparison.Ordinal)] + "<edge sou");
        Assert.Equal("A & B>C", read.Edges);
        Diagnostic found = Assert.Single(read.Found);
        Assert.Equal(("PGF107", Severity.Error), (found.Code, found.Severity));
    }

    private const string Gexf = """
        <gexf xmlns="http://www.gexf.net/1.3" version="1.3"><graph defaultedgetype="undirected">
        <attributes class="node"><attribute id="0" title="community" type="integer"/></attributes>
        <attributes class="edge"><attribute id="0" title="strength" type="double"/></attributes>
        <nodes><node id="a" label="A"><attvalues><attvalue for="0" value="3"/></attvalues></node><node id="b" label="A"/></nodes>
        <edges><edge id="0" source="a" target="b" weight="4"><attvalues><attvalue for="0" value="0.5"/></attvalues></edge>
        <edge id="1" source="b" target="b"/></edges>
        </graph></gexf>
        """;

    [Fact]
    public void Gexf_gives_labels_attributes_and_weights()
    {
        ReadText.Outcome read = ReadText.Of(Gexf);
        Assert.Equal((GraphFileFormat.Gexf, false), (read.Graph.Format, read.Graph.IsDirected));
        // Two nodes have one label: they are called by their ids.
        Assert.Equal("a>b*4 b>b*1", read.Edges);
        Assert.Equal(["A", "A"], read.Graph.NodeAttributes["label"]);
        Assert.Equal(["3", null], read.Graph.NodeAttributes["community"]);
        Assert.Equal("a>b*0.5 b>b*1", ReadText.Of(Gexf, options: new() { Weight = "strength" }).Edges);
        Assert.True(ReadText.Of(Gexf.Replace("undirected", "directed", StringComparison.Ordinal)).Graph.IsDirected);
    }

    [Fact]
    public void Elements_a_hundred_thousand_deep_are_refused()
    {
        string deep = string.Concat(Enumerable.Repeat("<node id='x'><graph>", 50_000));
        Assert.Equal("PGF013", ReadText.CodeOf("<graphml><graph>" + deep));
        Assert.Equal("PGF013", ReadText.CodeOf("<gexf><graph><nodes>" + deep));
    }
}
