using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using Papergraph.Store;
using Papergraph.TestKit;

namespace Papergraph.EndToEnd.Tests;

/// <summary>Bad input, a second writer, a full disk, damaged files: one clear line each, and the rest goes on.</summary>
public class HarshConditionsTests
{
    [Fact]
    public void Bad_files_cost_one_line_each_and_everything_else_is_processed()
    {
        using TemporaryFolder folder = new();
        folder.Write("in/good.jsonl", string.Join('\n', SyntheticPapers.Lines(20)));
        folder.Write("in/empty.jsonl", "");
        folder.Write("in/truncated.jsonl", SyntheticPapers.Lines(1, first: 500)[0] + "\n" + SyntheticPapers.Lines(1, first: 502)[0][..60]);
        File.WriteAllBytes(folder.File("in", "latin1.jsonl"), Encoding.Latin1.GetBytes("{\"id\":\"l1\",\"title\":\"Stra\u00dfe\"}\n{\"id\":\"l2\",\"title\":\"Plain title here\"}\n"));
        folder.Write("in/deep.jsonl", "{\"id\":\"deep\",\"title\":" + new string('[', 50_000) + "\n{\"id\":\"d2\",\"title\":\"After the deep one\"}\n");
        folder.Write("in/open.bib", "@article{good1, title={A Good Entry of Its Own}, year=2001}\n@article{never, title={Never closed\n\n@article{good2, title={Another Good Entry}, year=2002}\n");
        WriteLongLine(folder.File("in", "long.jsonl"));
        WriteBomb(folder.File("in", "bomb.gz"));
        Directory.CreateSymbolicLink(folder.File("in", "loop"), folder.File("in"));

        CommandLineProcess.Outcome outcome = CommandLineProcess.Run("build", folder.File("in"), "--into", folder.File("g"), "--json");
        Assert.Equal(0, outcome.ExitCode);
        using System.Text.Json.JsonDocument report = System.Text.Json.JsonDocument.Parse(outcome.Output);
        string[] complaints = [.. report.RootElement.GetProperty("diagnostics").EnumerateArray().Select(d => Path.GetFileName(d.GetProperty("file").GetString())!)];
        foreach (string bad in (string[])["empty.jsonl", "truncated.jsonl", "latin1.jsonl", "deep.jsonl", "open.bib", "long.jsonl", "bomb.gz"])
            Assert.InRange(complaints.Count(c => c == bad), 1, 2);

        using GraphReader graph = GraphDirectory.OpenRead(folder.File("g"));
        foreach (string survivor in (string[])["p0", "p19", "p500", "l2", "d2", "after-the-long-line"])
            Assert.Single(graph.FindNodes("Paper", "ids", "local:" + survivor));
        foreach (string survivor in (string[])["A Good Entry of Its Own", "Another Good Entry"])
            Assert.Equal(1, graph.NameIndex("names").NodesNamed(survivor).Length);
        Assert.True(GraphVerifier.Verify(folder.File("g")).IsSound);
    }

    [Fact]
    public void A_second_writer_is_refused_with_one_line_and_the_first_goes_on()
    {
        using TemporaryFolder folder = new();
        string papers = folder.Write("papers.jsonl", string.Join('\n', SyntheticPapers.Lines(5)));
        Assert.Equal(0, CommandLineProcess.Run("build", papers, "--into", folder.File("g")).ExitCode);
        string more = folder.Write("more.jsonl", SyntheticPapers.Lines(1, first: 5)[0]);
        using (GraphDirectory.Lock(folder.File("g")))
        {
            CommandLineProcess.Outcome refused = CommandLineProcess.Run("add", folder.File("g"), more);
            Assert.Equal(1, refused.ExitCode);
            Assert.Single(refused.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
            Assert.Equal(0, CommandLineProcess.Run("stats", folder.File("g")).ExitCode);       // readers do not care
        }

        Assert.Equal(0, CommandLineProcess.Run("add", folder.File("g"), more).ExitCode);
    }

    [SkippableFact]
    public void A_full_disk_ends_the_command_with_one_line_and_an_unharmed_graph()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "needs tmpfs");
        using TemporaryFolder folder = new();
        string disk = folder.File("disk"), graph = Path.Combine(disk, "g");
        Directory.CreateDirectory(disk);
        Skip.IfNot(TryRun("mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", disk), "a small file system cannot be mounted here");
        try
        {
            string papers = folder.Write("papers.jsonl", string.Join('\n', SyntheticPapers.Lines(100)));
            string many = folder.Write("many.jsonl", string.Join('\n', SyntheticPapers.Lines(1500, first: 100)));
            Assert.Equal(0, CommandLineProcess.Run("build", papers, "--into", graph).ExitCode);
            string before = GraphBytes.Of(graph);

            CommandLineProcess.Outcome full = CommandLineProcess.Run("add", graph, many);
            Assert.Equal(1, full.ExitCode);
            Assert.Single(full.Errors.Split('\n'), line => line.StartsWith("papergraph:", StringComparison.Ordinal));
            Assert.Equal(before, GraphBytes.Of(graph));
            Assert.True(GraphVerifier.Verify(graph).IsSound);
            Assert.Empty(Directory.EnumerateFiles(graph, "*.tmp"));
        }
        finally
        {
            TryRun("umount", disk);
        }
    }

    [Fact]
    public void A_flipped_byte_is_reported_by_verify_and_never_crashes_a_verb()
    {
        using TemporaryFolder folder = new();
        string papers = folder.Write("papers.jsonl", string.Join('\n', SyntheticPapers.Lines(30)));
        Assert.Equal(0, CommandLineProcess.Run("build", papers, "--into", folder.File("g")).ExitCode);
        string segment = Directory.GetFiles(folder.File("g"), "*.pgs").Single();
        byte[] sound = File.ReadAllBytes(segment);
        Random random = new(7);
        for (int i = 0; i < 6; i++)
        {
            byte[] damaged = [.. sound];
            damaged[random.Next(damaged.Length)] ^= (byte)(1 << random.Next(8));
            File.WriteAllBytes(segment, damaged);
            Assert.Equal(1, CommandLineProcess.Run("verify", folder.File("g")).ExitCode);
            CommandLineProcess.Outcome outcome = CommandLineProcess.Run("export", folder.File("g"), "--format", "jsonl", "-o", "-");
            Assert.InRange(outcome.ExitCode, 0, 1);
            Assert.DoesNotContain("Unhandled", outcome.Errors, StringComparison.Ordinal);
        }
    }

    private static void WriteLongLine(string path)
    {
        using StreamWriter writer = new(path);
        writer.Write("{\"id\":\"long\",\"title\":\"");
        string part = new('x', 1 << 20);
        for (int i = 0; i < 100; i++) writer.Write(part);
        writer.Write("\"}\n{\"id\":\"after-the-long-line\",\"title\":\"After the long line\"}\n");
    }

    private static void WriteBomb(string path)
    {
        using GZipStream gzip = new(File.Create(path), CompressionLevel.SmallestSize);
        byte[] start = Encoding.UTF8.GetBytes("{\"id\":\"bomb\",\"title\":\"");
        gzip.Write(start);
        byte[] zeros = new byte[1 << 20];
        Array.Fill(zeros, (byte)'a');
        for (int i = 0; i < 2000; i++) gzip.Write(zeros);
    }

    private static bool TryRun(string program, params string[] arguments)
    {
        try
        {
            using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
