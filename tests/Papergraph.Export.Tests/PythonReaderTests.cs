using System.Diagnostics;
using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Papergraph.Store;
using Papergraph.TestKit;
using Papergraph.TestKit.Graphs;

namespace Papergraph.Export.Tests;

/// <summary>Reads graphs with <c>docs/formats/read_graph.py</c>, which was written from the description of the format and shares nothing
/// with the store, and compares what it prints with the export.</summary>
public class PythonReaderTests
{
    [SkippableFact]
    public void A_graph_of_format_1_reads_the_same_in_python() =>
        AssertReadsTheSame(Repo.File("tests", "Papergraph.Store.Tests", "Formats", "format-1"));

    [SkippableFact]
    public void Any_graph_reads_the_same_in_python() =>
        Prop.ForAll(ModelGraph.Any.ToArbitrary(), model =>
        {
            using TemporaryFolder folder = new();
            model.Open(folder).Dispose();
            AssertReadsTheSame(folder.File("graph"));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(15));

    [SkippableFact]
    public void Commits_and_a_pack_read_the_same_in_python()
    {
        using TemporaryFolder folder = new();
        ModelGraph model = new(
            [.. Enumerable.Range(0, 40).Select(i => new ModelNode(["Paper"], Values(("id", $"a paper with number {i}"), ("year", 2000L + i))))],
            [.. Enumerable.Range(0, 39).Select(i => new ModelEdge("CITES", i, i + 1, Values(("line", (long)i))))]);
        model.Open(folder).Dispose();
        string path = folder.File("graph");
        using (GraphStore store = GraphStore.Open(path, GraphStoreOptions.Default with { CompactionMinimum = long.MaxValue }))
        {
            for (int round = 0; round < 3; round++)
            {
                using GraphTransaction transaction = store.Begin();
                int node = transaction.CreateNode("Paper", "Late");
                transaction.SetProperty(node, "id", $"late {round}");
                transaction.SetProperty(node, "open", round == 1);
                transaction.SetProperty(round, "year", round == 0 ? null : 1900L);
                transaction.AddLabel(10 + round, "Seen");
                transaction.SetEdgeProperty("CITES", transaction.CreateEdge("CITES", node, round), "line", 1000L + round);
                transaction.CreateEdge("MENTIONS", round, node);
                transaction.DeleteNode(30 + round, detach: true);
                transaction.Commit();
            }
        }

        AssertReadsTheSame(path, inOrder: false);
        using (GraphReader graph = GraphDirectory.OpenRead(path)) GraphPack.Write(graph, folder.File("graph.pgpack"));
        AssertReadsTheSame(folder.File("graph.pgpack"));
    }

    [SkippableFact]
    public void A_flipped_bit_is_found_in_python_too()
    {
        using TemporaryFolder folder = new();
        string kept = Repo.File("tests", "Papergraph.Store.Tests", "Formats", "format-1");
        foreach (string file in Directory.GetFiles(kept)) File.Copy(file, folder.File(Path.GetFileName(file)));
        byte[] segment = File.ReadAllBytes(folder.File("segment-1.pgs"));
        segment[64] ^= 1;
        File.WriteAllBytes(folder.File("segment-1.pgs"), segment);
        (int exitCode, _, string errors) = Python(folder.FullName, "--dump");
        Assert.Equal(1, exitCode);
        Assert.Equal("read_graph.py: section 0, block 0", errors.Trim());
    }

    private static void AssertReadsTheSame(string path, bool inOrder = true)
    {
        (int exitCode, string output, string errors) = Python(path, "--dump");
        Assert.True(exitCode == 0, errors);
        using GraphReader graph = GraphDirectory.OpenRead(path);
        using MemoryStream stream = new();
        using ExportTarget target = ExportTarget.ToStream(stream);
        GraphExports.Write(GraphExports.Find("jsonl")!, graph, target);
        JsonElement[] expected = Parsed(Encoding.UTF8.GetString(stream.ToArray())), actual = Parsed(output);
        Assert.Equal(expected.Length, actual.Length);
        if (!inOrder)
        {
            Assert.Equal(expected.Select(Text).Order(StringComparer.Ordinal), actual.Select(Text).Order(StringComparer.Ordinal));
            return;
        }

        for (int i = 0; i < expected.Length; i++)
            Assert.True(JsonElement.DeepEquals(expected[i], actual[i]), $"{expected[i].GetRawText()}\n{actual[i].GetRawText()}");
    }

    private static Dictionary<string, object> Values(params (string Name, object Value)[] values) =>
        values.ToDictionary(v => v.Name, v => v.Value, StringComparer.Ordinal);

    /// <summary>A line without the number of an edge, which depends on the order, and with its properties by name.</summary>
    private static string Text(JsonElement line)
    {
        IEnumerable<string> properties = line.GetProperty("properties").EnumerateObject()
            .OrderBy(p => p.Name, StringComparer.Ordinal).Select(p => $"{p.Name}={p.Value.GetRawText()}");
        string what = line.GetProperty("type").GetString() == "node"
            ? $"{line.GetProperty("id")} {Labels(line)}"
            : $"{line.GetProperty("label")} {line.GetProperty("start").GetProperty("id")} {line.GetProperty("end").GetProperty("id")} "
                + Labels(line.GetProperty("start")) + Labels(line.GetProperty("end"));
        return what + string.Join(",", properties);

        static string Labels(JsonElement node) => string.Join(':', node.GetProperty("labels").EnumerateArray().Select(l => l.GetString()));
    }

    private static JsonElement[] Parsed(string lines) =>
        [.. lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement)];

    private static (int ExitCode, string Output, string Errors) Python(params string[] arguments)
    {
        ProcessStartInfo start = new("python3", [Repo.File("docs", "formats", "read_graph.py"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        Process? process = null;
        try
        {
            process = Process.Start(start);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            // Not on this machine.
        }

        Skip.If(process is null, "python3 is not here");
        using (process)
        {
            Task<string> errors = process!.StandardError.ReadToEndAsync();
            string output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, output, errors.Result);
        }
    }
}
