using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Papergraph.TestKit.Graphs;

namespace Papergraph.Export.Tests;

public class JsonlExportTests
{
    [Fact]
    public void Every_node_and_then_every_edge_is_a_line() =>
        Prop.ForAll(ModelGraph.Any.ToArbitrary(), model =>
        {
            string text = Encoding.UTF8.GetString(Exported.Bytes(model, "jsonl"));
            string[] texts = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            JsonElement[] lines = [.. texts.Select(l => JsonDocument.Parse(l).RootElement)];
            Assert.Equal(model.Nodes.Count + model.Edges.Count, lines.Length);
            for (int n = 0; n < model.Nodes.Count; n++)
            {
                Assert.Equal("node", lines[n].GetProperty("type").GetString());
                CheckNode(lines[n], model, n);
                CheckProperties(lines[n], model.Nodes[n].Properties);
            }

            for (int e = 0; e < model.Edges.Count; e++)
            {
                JsonElement line = lines[model.Nodes.Count + e];
                Assert.Equal("relationship", line.GetProperty("type").GetString());
                Assert.Equal($"{e}", line.GetProperty("id").GetString());
                Assert.Equal(model.Edges[e].Type, line.GetProperty("label").GetString());
                CheckNode(line.GetProperty("start"), model, model.Edges[e].Source);
                CheckNode(line.GetProperty("end"), model, model.Edges[e].Target);
                CheckProperties(line, model.Edges[e].Properties);
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    private static void CheckNode(JsonElement json, ModelGraph model, int node)
    {
        Assert.Equal($"{node}", json.GetProperty("id").GetString());
        Assert.Equal(model.Nodes[node].Labels, json.GetProperty("labels").EnumerateArray().Select(l => l.GetString()));
    }

    private static void CheckProperties(JsonElement line, IReadOnlyDictionary<string, object> expected)
    {
        Assert.Equal(expected.Count, line.GetProperty("properties").EnumerateObject().Count());
        foreach ((string key, object value) in expected)
            Assert.True(ReadValues.IsJson(line.GetProperty("properties").GetProperty(key), value), $"{key}: {value}");
    }
}
