using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Papergraph.Store;
using Papergraph.TestKit;

namespace Papergraph.Export.Tests;

/// <summary>Reads graphs with <c>docs/formats/read_graph.py</c>, which was written from the description of the format and shares nothing with
/// the store, and compares what it prints with the export.</summary>
public class PythonReaderTests
{
    [SkippableFact]
    public void A_graph_of_format_1_reads_the_same_in_python() =>
        AssertReadsTheSame(Repo.File("tests", "Papergraph.Store.Tests", "Formats", "format-1"));

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

    private static void AssertReadsTheSame(string path)
    {
        (int exitCode, string output, string errors) = Python(path, "--dump");
        Assert.True(exitCode == 0, errors);
        using GraphReader graph = GraphDirectory.OpenRead(path);
        using MemoryStream stream = new();
        using ExportTarget target = ExportTarget.ToStream(stream);
        GraphExports.Write(GraphExports.Find("jsonl")!, graph, target);
        JsonElement[] expected = Parsed(Encoding.UTF8.GetString(stream.ToArray())), actual = Parsed(output);
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
            Assert.True(JsonElement.DeepEquals(expected[i], actual[i]), $"{expected[i].GetRawText()}\n{actual[i].GetRawText()}");
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
