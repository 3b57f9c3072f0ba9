using System.IO.Compression;
using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Papergraph.Sources.Tests;

/// <summary>Whatever the bytes, reading ends, throws nothing and accounts for what it did.</summary>
public class HostileInputTests
{
    private static readonly byte[][] Sound =
        [.. ((string[])[Fixtures.Jsonl, Fixtures.OpenAlex, Fixtures.BibTeX, Fixtures.Listing]).Select(Encoding.UTF8.GetBytes)];

    /// <summary>Characters that mean something to one of the formats, so that random texts get deep into their parsers.</summary>
    private static readonly string[] Marks =
    [
        "@", "{", "}", "\"", "\\", "\n", "\r\n", ",", "=", "#", "·", "[", "]", ":", "@article{k,", "title=", "{\"id\":\"a\",", "\"title\":", "\\ud800",
        "\\udc00", "null", "$", "~", "--", "\\'", "\\\"{", "\\href{", "crossref=", "xdata=", " and ", "Aug 27", "• 3 authors", "%", "(", ")", "\0", "\u00e9", "9", "-",
    ];

    [Fact]
    public void Random_bytes_never_throw_in_any_format() =>
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), bytes => ReadsInEveryFormat(bytes)).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void Random_texts_of_meaningful_marks_never_throw_in_any_format() =>
        Prop.ForAll(Gen.Elements(Marks).ArrayOf().ToArbitrary(), marks => ReadsInEveryFormat(Encoding.UTF8.GetBytes(string.Concat(marks))))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Fact]
    public void Sound_files_with_bytes_changed_cut_or_doubled_never_throw()
    {
        var mutations =
            from file in Gen.Elements(Sound)
            from edits in (from at in Gen.Choose(0, file.Length - 1) from to in Gen.Choose(0, 255) from kind in Gen.Choose(0, 3) select (at, (byte)to, kind)).ArrayOf()
            select Mutated(file, edits);
        Prop.ForAll(mutations.ToArbitrary(), bytes => ReadsInEveryFormat(bytes)).Check(Config.QuickThrowOnFailure.WithMaxTest(1500));
    }

    [Fact]
    public void The_lengths_of_the_pieces_that_a_stream_gives_do_not_matter()
    {
        var cases = from file in Gen.Elements(Sound) from cut in Gen.Choose(0, file.Length) from piece in Gen.Choose(1, 40) select (file[..cut], piece);
        Prop.ForAll(cases.ToArbitrary(), c =>
        {
            (byte[] bytes, int piece) = c;
            Reading whole = Reading.Of(bytes), slow = Reading.Of(() => new SlowStream(bytes, piece));
            return whole.Bytes.SequenceEqual(slow.Bytes) && whole.Findings.SequenceEqual(slow.Findings)
                && whole.Summaries.SequenceEqual(slow.Summaries) && whole.Found.Select(f => f.Line).SequenceEqual(slow.Found.Select(f => f.Line));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));
    }

    [Fact]
    public void A_JSONL_file_split_at_any_line_gives_the_same_records()
    {
        string[] lines = [.. Enumerable.Range(0, 12).Select(i => $$"""{"id":"k{{i}}","title":"T {{i}}","odd":[{{i}}],"year":{{(i % 5 == 4 ? "\"never\"" : "2001")}}}""")];
        IReadOnlyList<string> whole = Reading.Of(string.Join('\n', lines)).Bytes;
        for (int at = 1; at < lines.Length; at++)
        {
            string head = string.Join('\n', lines[..at]), tail = string.Join('\n', lines[at..]);
            Assert.Equal(whole, [.. Reading.Of(head).Bytes, .. Reading.Of(tail).Bytes]);
        }
    }

    [Fact]
    public void A_line_of_a_hundred_megabytes_costs_one_record_and_not_its_length_in_memory()
    {
        byte[] before = Encoding.UTF8.GetBytes("{\"id\":\"a\",\"title\":\"T\"}\n{\"id\":\"b\",\"title\":\""), after = Encoding.UTF8.GetBytes("\n{\"id\":\"c\",\"title\":\"T\"}\n");
        long allocated = GC.GetAllocatedBytesForCurrentThread();
        Reading reading = Reading.Of(() => new ConcatenatedStream(
            new MemoryStream(before), new SlowStream(Encoding.UTF8.GetBytes(new string('x', 1000)), 1 << 16, 100_000), new MemoryStream(after)));
        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        Assert.Equal(["a", "c"], reading.Papers.Select(p => p.Key));
        Core.Diagnostic finding = Assert.Single(reading.Findings);
        Assert.Equal(("PGS020", 2L), (finding.Code, finding.Line));
        Assert.Equal(1, reading.Summary.Rejected);
        Assert.True(allocated < 80 << 20, $"{allocated} bytes");
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{\"a\":")]
    public void Nesting_without_end_is_one_rejected_record(string opening)
    {
        string deep = "{\"id\":\"x\",\"title\":" + string.Concat(Enumerable.Repeat(opening, 200_000));
        Reading reading = Reading.Of("{\"id\":\"a\",\"title\":\"T\"}\n" + deep + "\n{\"id\":\"b\",\"title\":\"T\"}\n");
        Assert.Equal(["a", "b"], reading.Papers.Select(p => p.Key));
        Assert.Equal(["PGS021"], reading.Codes);
    }

    [Fact]
    public void Macros_that_multiply_each_other_are_stopped_before_they_fill_the_memory()
    {
        StringBuilder bomb = new("@string{a0 = \"" + new string('x', 100) + "\"}\n");
        for (int i = 1; i < 40; i++) bomb.Append(System.Globalization.CultureInfo.InvariantCulture, $"@string{{a{i} = a{i - 1} # a{i - 1} # a{i - 1} # a{i - 1}}}\n");
        bomb.Append("@article{bomb, title = a39 # a12}\n@article{ok, title = {Fine}}\n");
        Reading reading = Reading.Of(bomb.ToString());
        Assert.Equal("Fine", reading.Papers[^1].Title);
        Assert.Contains("PGS028", reading.Codes);
    }

    [Theory]
    [InlineData("\\(")]
    [InlineData("$$")]
    [InlineData("{\\\"{")]
    [InlineData("\\href{")]
    [InlineData("\\v")]
    [InlineData("\" and ")]
    [InlineData("x = \"{,\n")]
    [InlineData("#")]
    public void Long_repetitions_of_LaTeX_are_read_in_linear_time(string piece)
    {
        string body = string.Concat(Enumerable.Repeat(piece, 300_000));
        string closed = body + new string('}', body.Count(c => c == '{'));
        Reading reading = Reading.Of($"@article{{a,\n title = {{{closed}}},\n author = {{{closed}}}}}\n@article{{b, title = {{Next}}}}\n");
        Assert.Contains(reading.Papers, p => p.Title == "Next");
    }

    [Fact]
    public void A_file_that_unfolds_a_thousandfold_is_given_up()
    {
        using MemoryStream bomb = new();
        using (GZipStream gzip = new(bomb, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes("{\"id\":\"a\",\"title\":\"T\"}\n"));
            byte[] blanks = Encoding.UTF8.GetBytes(new string(' ', 1 << 20));
            for (int i = 0; i < 200; i++) gzip.Write(blanks);
        }

        Reading reading = Reading.Of(bomb.ToArray(), new SourceOptions { MaxCompressionRatio = 500 });
        Assert.Equal("a", reading.Only.Key);
        Assert.Equal(["PGS005"], reading.Codes);
        Assert.Equal("", reading.Summary.Sha256);
    }

    private static bool ReadsInEveryFormat(byte[] bytes)
    {
        foreach (string? format in (string?[])[null, .. PaperFormats.All.Select(f => f.Name)])
        {
            Reading reading = Reading.Of(bytes, new SourceOptions { Format = format, MaxRecordBytes = 1 << 10 });
            if (reading.Summary.Bytes > bytes.Length || reading.Bytes.Count != reading.Summary.Records) return false;
            if (reading.Found.Any(f => f.Line < 1) || reading.Findings.Any(f => f.Message.Contains('\n', StringComparison.Ordinal))) return false;
        }

        return true;
    }

    private static byte[] Mutated(byte[] file, (int At, byte To, int Kind)[] edits)
    {
        List<byte> bytes = [.. file];
        foreach ((int at, byte to, int kind) in edits)
        {
            int place = Math.Min(at, bytes.Count);
            if (kind == 0 && place < bytes.Count) bytes[place] = to;
            else if (kind == 1) bytes.Insert(place, to);
            else if (kind == 2 && place < bytes.Count) bytes.RemoveRange(place, Math.Min(to, bytes.Count - place));
            else bytes.InsertRange(place, bytes.Take(to).ToArray());
        }

        return [.. bytes];
    }
}
