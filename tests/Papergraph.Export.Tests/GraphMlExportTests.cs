using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using FsCheck;
using FsCheck.Fluent;
using Papergraph.TestKit.Graphs;

namespace Papergraph.Export.Tests;

public class GraphMlExportTests
{
    private static readonly XNamespace Ns = "http://graphml.graphdrawing.org/xmlns";

    [Fact]
    public void A_reader_of_XML_finds_every_node_and_edge_with_its_properties() =>
        Prop.ForAll(ModelGraph.Any.ToArbitrary(), model =>
        {
            using MemoryStream stream = new(Exported.Bytes(model, "graphml"));
            XElement root = XDocument.Load(stream, LoadOptions.PreserveWhitespace).Root!;
            Dictionary<string, XElement> keys = root.Elements(Ns + "key").ToDictionary(k => k.Attribute("id")!.Value);
            XElement graph = root.Element(Ns + "graph")!;
            XElement[] nodes = [.. graph.Elements(Ns + "node")], edges = [.. graph.Elements(Ns + "edge")];
            Assert.Equal("directed", graph.Attribute("edgedefault")!.Value);
            Assert.Equal((model.Nodes.Count, model.Edges.Count), (nodes.Length, edges.Length));
            for (int n = 0; n < nodes.Length; n++)
            {
                Assert.Equal($"n{n}", nodes[n].Attribute("id")!.Value);
                string labels = string.Concat(model.Nodes[n].Labels.Select(l => ":" + l));
                Assert.Equal(labels, nodes[n].Attribute("labels")!.Value);
                CheckProperties(nodes[n], keys, "node", "labels", labels, model.Nodes[n].Properties);
            }

            for (int e = 0; e < edges.Length; e++)
            {
                ModelEdge edge = model.Edges[e];
                Assert.Equal(
                    ($"e{e}", $"n{edge.Source}", $"n{edge.Target}", edge.Type),
                    (edges[e].Attribute("id")!.Value, edges[e].Attribute("source")!.Value, edges[e].Attribute("target")!.Value,
                        edges[e].Attribute("label")!.Value));
                CheckProperties(edges[e], keys, "edge", "label", edge.Type, edge.Properties);
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    private static void CheckProperties(
        XElement element, Dictionary<string, XElement> keys, string of, string nameKey, string name,
        IReadOnlyDictionary<string, object> expected)
    {
        Dictionary<string, (XElement Key, string Text)> data = element.Elements(Ns + "data")
            .Select(d => (Key: keys[d.Attribute("key")!.Value], Text: d.Value))
            .ToDictionary(d => d.Key.Attribute("attr.name")!.Value);
        Assert.Equal(expected.Count + 1, data.Count);
        Assert.Equal(name, data[nameKey].Text);
        foreach ((string property, object value) in expected)
        {
            (XElement key, string text) = data[property];
            Assert.Equal(of, key.Attribute("for")!.Value);
            Assert.Equal(TypeOf(value), (key.Attribute("attr.type")!.Value, key.Attribute("attr.list")?.Value));
            bool isSame = value is Array
                ? ReadValues.IsJson(JsonDocument.Parse(text).RootElement, value)
                : ReadValues.IsText(text, Held(value));
            Assert.True(isSame, $"{property}: {text}");
        }
    }

    private static (string, string?) TypeOf(object value) => value switch
    {
        long => ("long", null),
        double => ("double", null),
        bool => ("boolean", null),
        string[] => ("string", "string"),
        long[] => ("string", "long"),
        double[] => ("string", "double"),
        bool[] => ("string", "boolean"),
        _ => ("string", null),
    };

    // What XML 1.0 cannot hold is replaced. In the JSON of lists it is escaped and survives.
    private static object Held(object value) => value is string text
        ? string.Concat(text.Select(c => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c) ? c : '\uFFFD'))
        : value;
}
