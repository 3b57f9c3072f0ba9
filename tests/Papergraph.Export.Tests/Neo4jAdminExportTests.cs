using System.Text;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using Papergraph.TestKit.Graphs;

namespace Papergraph.Export.Tests;

public partial class Neo4jAdminExportTests
{
    [Fact]
    public void The_files_that_the_command_names_hold_every_node_and_edge() =>
        Prop.ForAll(ModelGraph.Any.ToArbitrary(), model =>
        {
            Dictionary<string, string> files = Exported.Folder(model, "neo4j-admin")
                .ToDictionary(f => f.Key, f => Encoding.UTF8.GetString(f.Value));
            string command = files["import.sh"];
            string shown = Delimiter().Match(command).Groups[1].Value;
            char delimiter = shown.StartsWith("U+", StringComparison.Ordinal) ? (char)Convert.ToInt32(shown[2..], 16) : shown[0];
            List<(string[] Header, string?[] Row)> nodes = Rows("--nodes"), edges = Rows("--relationships");
            Assert.Equal((model.Nodes.Count, model.Edges.Count), (nodes.Count, edges.Count));
            for (int n = 0; n < nodes.Count; n++)
            {
                Assert.Equal([":ID", ":LABEL"], nodes[n].Header[..2]);
                Assert.Equal(($"{n}", string.Join(delimiter, model.Nodes[n].Labels)), (nodes[n].Row[0], nodes[n].Row[1]));
                CheckProperties(nodes[n].Header[2..], nodes[n].Row[2..], model.Nodes[n].Properties, delimiter);
            }

            for (int e = 0; e < edges.Count; e++)
            {
                ModelEdge edge = model.Edges[e];
                Assert.Equal([":START_ID", ":END_ID", ":TYPE"], edges[e].Header[..3]);
                Assert.Equal(($"{edge.Source}", $"{edge.Target}", edge.Type), (edges[e].Row[0], edges[e].Row[1], edges[e].Row[2]));
                CheckProperties(edges[e].Header[3..], edges[e].Row[3..], edge.Properties, delimiter);
            }

            bool hasLineBreaks = nodes.Concat(edges).Any(r => r.Row.Any(f => f?.AsSpan().ContainsAny('\n', '\r') == true));
            Assert.Equal(hasLineBreaks, command.Contains("--multiline-fields=true", StringComparison.Ordinal));

            List<(string[], string?[])> Rows(string option) =>
            [
                .. new Regex($@"{option}=(\S+),(\S+)").Matches(command).SelectMany(m =>
                    CsvReader.Read(files[m.Groups[2].Value])
                        .Select(row => ((string[])CsvReader.Read(files[m.Groups[1].Value]).Single()!, row))),
            ];
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    [Fact]
    public void Lists_are_separated_by_what_no_item_holds()
    {
        string[] items = ["a;b", "c|d"];
        ModelGraph model = new([new(["Paper"], new Dictionary<string, object> { ["links"] = items })], []);
        SortedDictionary<string, byte[]> files = Exported.Folder(model, "neo4j-admin");
        Assert.Equal("0,\"Paper\",\"a;b^c|d\"\n", Encoding.UTF8.GetString(files["nodes-Paper.csv"]));
        Assert.Contains("--array-delimiter='^'", Encoding.UTF8.GetString(files["import.sh"]), StringComparison.Ordinal);
    }

    [Fact]
    public void Labels_that_differ_in_what_no_file_name_has_get_files_of_their_own()
    {
        string[] labels = ["a/b", "a:b", "A_B", "a_b.header", "../x"];
        ModelGraph model = new([.. labels.Select(l => new ModelNode([l], new Dictionary<string, object>()))], []);
        Assert.Equal(12, Exported.Folder(model, "neo4j-admin").Count);   // two for each table, the command and the page
    }

    private static void CheckProperties(string[] header, string?[] row, IReadOnlyDictionary<string, object> expected, char delimiter)
    {
        Assert.Equal(header.Length, row.Length);
        Assert.Equal(expected.Count, row.Count(f => f is not null));
        foreach ((string key, object value) in expected)
        {
            string name = key + ":" + TypeOf(value), field = row[Array.IndexOf(header, name)]!;
            if (value is not Array items)
            {
                Assert.True(ReadValues.IsText(field, value), $"{name}: {field}");
                continue;
            }

            string[] fields = items.Length == 0 ? [] : field.Split(delimiter);
            Assert.Equal(items.Length, fields.Length);
            foreach ((string item, object expectedItem) in fields.Zip(items.Cast<object>()))
                Assert.True(ReadValues.IsText(item, expectedItem), $"{name}: {item}");
        }
    }

    private static string TypeOf(object value) => value switch
    {
        string => "string",
        long => "long",
        double => "double",
        bool => "boolean",
        DateOnly => "date",
        DateTimeOffset => "datetime",
        string[] => "string[]",
        long[] => "long[]",
        double[] => "double[]",
        _ => "boolean[]",
    };

    [GeneratedRegex("--array-delimiter='([^']+)'")]
    private static partial Regex Delimiter();
}
