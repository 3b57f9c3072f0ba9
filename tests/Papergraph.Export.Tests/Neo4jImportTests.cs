using System.Diagnostics;
using Papergraph.Store;
using Papergraph.TestKit;
using Papergraph.TestKit.Graphs;

namespace Papergraph.Export.Tests;

/// <summary>A real Neo4j takes what the export writes.</summary>
public class Neo4jImportTests
{
    private const int PatienceSeconds = 120;

    [SkippableFact]
    [Trait("Category", "Slow")]
    public void Neo4j_imports_every_node_edge_and_property()
    {
        string admin = Repo.Shared("neo4j", "bin", "neo4j-admin");
        ModelGraph model = Nasty();
        using TemporaryFolder folder = new();
        using (GraphReader graph = model.Open(folder))
        using (ExportTarget target = ExportTarget.ToFolder(folder.File("export")))
            GraphExports.Write(GraphExports.Find("neo4j-admin")!, graph, target);

        string output = Run(Path.GetDirectoryName(admin)!, folder.File("home"), folder.File("export", "import.sh"));
        int properties = model.Nodes.Sum(n => n.Properties.Count) + model.Edges.Sum(e => e.Properties.Count);
        Assert.Contains($"{model.Nodes.Count} nodes", output, StringComparison.Ordinal);
        Assert.Contains($"{model.Edges.Count} relationships", output, StringComparison.Ordinal);
        Assert.Contains($"{properties} properties", output, StringComparison.Ordinal);
        Assert.DoesNotContain("bad entries", output, StringComparison.Ordinal);
    }

    // All types, and the texts that a reader of CSV could stumble over.
    private static ModelGraph Nasty()
    {
        Dictionary<string, object> everything = new()
        {
            ["id"] = "doi:10.1000/\"1\"",
            ["title"] = "Two\nlines, \"quoted\"; and a \\ at the end\\",
            ["abstract"] = "",
            ["url"] = "cr\r\nlf 日本 😀 \u0001",
            ["year"] = 2024L,
            ["confidence"] = 0.87,
            ["dateIsApproximate"] = true,
            ["date"] = new DateOnly(2024, 2, 29),
            ["when: exactly"] = new DateTimeOffset(2024, 2, 29, 12, 30, 0, 250, TimeSpan.Zero),
            ["links"] = new[] { "a;b", "c|d,\"e\"", "f^g" },
            ["records"] = new[] { 1L, -2L },
            ["numbers"] = new[] { 0.5, 1e300, double.NaN },
            ["truths"] = new[] { true, false },
        };
        return new(
        [
            new(["Paper"], everything),
            new(["Paper"], new Dictionary<string, object>()),
            new(["Paper", "Placeholder"], new Dictionary<string, object> { ["id"] = "acl:P19-1001" }),
            new(["Entity", "Method"], new Dictionary<string, object> { ["id"] = "doi:10.1000/\"1\"", ["title"] = " " }),
        ],
        [
            new("CITES", 0, 2, everything),
            new("CITES", 0, 2, new Dictionary<string, object>()),
            new("MENTIONS", 1, 3, new Dictionary<string, object> { ["field"] = "title", ["start"] = 0L }),
        ]);
    }

    private static string Run(string tools, string home, string script)
    {
        Directory.CreateDirectory(home);
        ProcessStartInfo start = new("sh", [script, "neo4j"]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["PATH"] = tools + Path.PathSeparator + Environment.GetEnvironmentVariable("PATH");
        start.Environment["NEO4J_HOME"] = home;
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(), errors = process.StandardError.ReadToEndAsync();
        bool hasEnded = process.WaitForExit(TimeSpan.FromSeconds(PatienceSeconds));
        if (!hasEnded) process.Kill(entireProcessTree: true);
        Assert.True(hasEnded, "neo4j-admin did not end");
        Task.WaitAll(output, errors);
        Assert.True(process.ExitCode == 0, output.Result + errors.Result);
        return output.Result;
    }
}
