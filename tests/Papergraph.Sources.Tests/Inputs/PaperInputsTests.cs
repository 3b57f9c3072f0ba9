using System.Security.Cryptography;
using System.Text;
using Papergraph.Core;
using Papergraph.TestKit;

namespace Papergraph.Sources.Tests.Inputs;

public class PaperInputsTests
{
    [Fact]
    public void A_folder_is_walked_to_its_end_in_ordinal_order_without_hidden_entries()
    {
        using TemporaryFolder folder = new();
        foreach (string name in (string[])["b.jsonl", "B.jsonl", "a/z.jsonl", "a/deep/er/q.jsonl", ".hidden/x.jsonl", "a/.x.jsonl"])
            folder.Write(name, $$"""{"id":"{{name}}","title":"T"}""");
        Reading reading = Reading.OfInputs([folder.FullName]);
        Assert.Equal(["B.jsonl", "a/deep/er/q.jsonl", "a/z.jsonl", "b.jsonl"], reading.Papers.Select(p => p.Key));
    }

    [Fact]
    public void What_is_no_paper_file_in_a_folder_is_a_warning_each_and_stops_nothing()
    {
        using TemporaryFolder folder = new();
        folder.Write("README.md", "# Read me\n");
        folder.Write("papers.jsonl", Fixtures.Jsonl);
        folder.Write("void.txt", "");
        File.WriteAllBytes(folder.File("picture.png"), [0x89, 0x50, 0x4E, 0x47, 0, 0, 0]);
        Reading reading = Reading.OfInputs([folder.FullName]);
        Assert.Equal(2, reading.Found.Count);
        Assert.Equal(
            [("PGS003", Severity.Info), ("PGS002", Severity.Warning), ("PGS002", Severity.Warning)],
            reading.Findings.Select(f => (f.Code, f.Severity)));
        Assert.Equal(
            [folder.File("README.md"), folder.File("papers.jsonl"), folder.File("picture.png")],
            reading.Summaries.Select(s => s.File));
    }

    [Fact]
    public void An_input_that_does_not_exist_is_refused_before_anything_is_read()
    {
        using TemporaryFolder folder = new();
        string there = folder.Write("there.jsonl", Fixtures.Jsonl), missing = folder.File("missing.jsonl");
        PapergraphException e = Assert.Throws<PapergraphException>(() =>
            new PaperInputs(new SourceOptions()).Read([there, missing], _ => Assert.Fail(), _ => Assert.Fail()));
        Assert.Equal("PGS101", e.Code);
        Assert.Contains(missing, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_in_a_folder_is_passed_over_unless_links_are_followed()
    {
        using TemporaryFolder folder = new(), elsewhere = new();
        string target = elsewhere.Write("t.jsonl", """{"id":"t","title":"T"}""");
        File.CreateSymbolicLink(folder.File("link.jsonl"), target);
        Reading passed = Reading.OfInputs([folder.FullName]);
        Assert.Equal(["PGS007", "PGS009"], passed.Codes);
        Assert.Empty(passed.Found);
        Assert.Equal("t", Reading.OfInputs([folder.FullName], new SourceOptions { FollowLinks = true }).Only.Key);
        Assert.Equal("t", Reading.OfInputs([folder.File("link.jsonl")]).Only.Key);
    }

    [Fact]
    public void Folders_that_link_to_each_other_are_each_walked_once()
    {
        using TemporaryFolder folder = new();
        folder.Write("a/one.jsonl", """{"id":"1","title":"T"}""");
        folder.Write("b/two.jsonl", """{"id":"2","title":"T"}""");
        Directory.CreateSymbolicLink(folder.File("a", "to-b"), folder.File("b"));
        Directory.CreateSymbolicLink(folder.File("b", "to-a"), folder.File("a"));
        Directory.CreateSymbolicLink(folder.File("b", "up"), folder.FullName);
        Directory.CreateSymbolicLink(folder.File("b", "self"), folder.File("b", "self"));
        Reading reading = Reading.OfInputs([folder.FullName], new SourceOptions { FollowLinks = true });
        Assert.Equal(["1", "2"], reading.Papers.Select(p => p.Key!).Order(StringComparer.Ordinal));
        Assert.Contains("PGS008", reading.Codes);
    }

    [Fact]
    public void A_file_that_is_named_twice_is_read_once()
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("one.jsonl", """{"id":"1","title":"T"}""");
        Reading reading = Reading.OfInputs([file, folder.FullName, file]);
        Assert.Equal("1", reading.Only.Key);
        Assert.Equal(["PGS008", "PGS009", "PGS008"], reading.Codes);
    }

    [SkippableFact]
    public void What_may_not_be_read_is_an_error_and_the_rest_goes_on()
    {
        Skip.If(Environment.IsPrivilegedProcess, "permissions do not bind this user");
        if (OperatingSystem.IsWindows()) throw new SkipException("permissions are set otherwise there");
        using TemporaryFolder folder = new();
        string closed = folder.Write("a-closed.jsonl", "{}");
        folder.Write("b-folder/x.jsonl", "{}");
        folder.Write("c-open.jsonl", """{"id":"1","title":"T"}""");
        File.SetUnixFileMode(closed, UnixFileMode.None);
        File.SetUnixFileMode(folder.File("b-folder"), UnixFileMode.None);
        try
        {
            Reading reading = Reading.OfInputs([folder.FullName]);
            Assert.Equal("1", reading.Only.Key);
            Assert.Equal(["PGS001", "PGS001"], reading.Codes);
            Assert.All(reading.Findings, f => Assert.Equal(Severity.Error, f.Severity));
        }
        finally
        {
            File.SetUnixFileMode(folder.File("b-folder"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n\t\n")]
    public void An_empty_file_is_said_to_be_empty(string text)
    {
        Reading reading = Reading.Of(text);
        Assert.Equal(["PGS003"], reading.Codes);
        Assert.Null(reading.Summary.Format);
    }

    [Fact]
    public void The_hash_and_the_length_are_those_of_the_file_as_stored()
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("abc.jsonl", """{"id":"a","title":"T"}""");
        byte[] bytes = File.ReadAllBytes(file);
        InputSummary summary = Reading.OfInputs([file]).Summary;
        Assert.Equal(bytes.Length, summary.Bytes);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), summary.Sha256);
    }

    [Fact]
    public void Progress_ends_at_the_total_that_it_announced()
    {
        using TemporaryFolder folder = new();
        string line = """{"id":"a","title":"T","note":"0123456789012345678901234567890123456789"}""" + "\n";
        folder.Write("a.jsonl", string.Concat(Enumerable.Repeat(line, 60_000)));
        folder.Write("b.jsonl", line);
        Collected progress = new();
        Assert.Equal(60_001, new PaperInputs(new SourceOptions()).Read([folder.FullName], _ => { }, _ => { }, progress).Count());
        long total = new FileInfo(folder.File("a.jsonl")).Length + line.Length;
        Assert.All(progress.Updates, u => Assert.Equal(("reading", "bytes", total), (u.Stage, u.Unit, u.Total)));
        Assert.Equal(progress.Updates.Select(u => u.Done).Order(), progress.Updates.Select(u => u.Done));
        Assert.True(progress.Updates.Count > 4);
        Assert.Equal(total, progress.Updates[^1].Done);
    }

    [Fact]
    public void A_cancellation_ends_the_reading_even_within_a_line_without_end()
    {
        using CancellationTokenSource cancellation = new();
        byte[] start = Encoding.UTF8.GetBytes("{\"id\":\"a\",\"title\":\"T\"}\n{\"title\":\"");
        SourceOptions options = new()
        {
            OpenStandardInput = () =>
                new ConcatenatedStream(new MemoryStream(start), new SlowStream([(byte)'x'], 1 << 16, repeats: long.MaxValue / 2)),
        };
        using IEnumerator<SourceRecord> records =
            new PaperInputs(options).Read(["-"], _ => { }, _ => { }, null, cancellation.Token).GetEnumerator();
        Assert.True(records.MoveNext());
        cancellation.Cancel();
        Assert.Throws<OperationCanceledException>(() => records.MoveNext());
    }

    [Theory]
    [InlineData(999, null, 1 << 24)]
    [InlineData(null, "docx", 1 << 24)]
    [InlineData(null, null, 10)]
    public void An_option_outside_its_range_is_refused(int? year, string? format, long recordBytes)
    {
        PapergraphException e = Assert.Throws<PapergraphException>(() =>
            new PaperInputs(new SourceOptions { ListingYear = year, Format = format, MaxRecordBytes = recordBytes }));
        Assert.StartsWith("PGS10", e.Code, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(999, "--listing-year is 999")]
    [InlineData(3000, "--listing-year is 3000")]
    public void An_option_is_called_as_on_the_command_line(int year, string said)
    {
        PapergraphException e = Assert.Throws<PapergraphException>(() => new PaperInputs(new SourceOptions { ListingYear = year }));
        Assert.Equal("PGS103", e.Code);
        Assert.Contains(said, e.Message, StringComparison.Ordinal);
    }

    private sealed class Collected : IProgress<ProgressUpdate>
    {
        public List<ProgressUpdate> Updates { get; } = [];

        public void Report(ProgressUpdate value) => Updates.Add(value);
    }
}
