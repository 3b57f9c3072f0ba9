using System.IO.Compression;
using System.Text;
using Papergraph.Core;

namespace Papergraph.Sources.Tests.Inputs;

/// <summary>Compression and encoding: the same records must come out whatever the file is wrapped in.</summary>
public class WrappingTests
{
    private const string Text = "{\"id\":\"a\",\"title\":\"Über Θ and 𝒩\"}\n{\"id\":\"b\",\"title\":\"T\"}\n";

    public static TheoryData<string, bool> Encodings => new()
    {
        { "utf-8", true }, { "utf-8", false }, { "utf-16", true }, { "utf-16BE", true }, { "utf-32", true },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Every_encoding_that_says_its_name_is_read(string name, bool mark)
    {
        Encoding encoding = Encoding.GetEncoding(name);
        byte[] bytes = [.. mark ? encoding.GetPreamble() : [], .. encoding.GetBytes(Text)];
        Reading reading = Reading.Of(bytes);
        Assert.Equal(Reading.Of(Text).Bytes, reading.Bytes);
        Assert.Empty(reading.Findings);
        Assert.Equal(bytes.Length, reading.Summary.Bytes);
        Assert.Equal(reading.Bytes, Reading.Of(Folded(bytes)).Bytes);
    }

    [Fact]
    public void Gzip_files_joined_end_to_end_are_one_file()
    {
        byte[] whole = [.. Folded(Encoding.UTF8.GetBytes(Text[..30])), .. Folded(Encoding.UTF8.GetBytes(Text[30..]))];
        Reading reading = Reading.Of(whole);
        Assert.Equal(Reading.Of(Text).Bytes, reading.Bytes);
        Assert.Empty(reading.Findings);
    }

    [Fact]
    public void A_file_that_is_compressed_twice_is_refused()
    {
        Reading reading = Reading.Of(Folded(Folded(Encoding.UTF8.GetBytes(Text))));
        Assert.Equal([("PGS006", Severity.Error)], reading.Findings.Select(f => (f.Code, f.Severity)));
        Assert.Empty(reading.Found);
    }

    [Fact]
    public void Of_a_gzip_file_that_is_cut_the_records_before_the_cut_are_kept_and_the_damage_is_said()
    {
        Random random = new(5);
        string text = string.Concat(Enumerable.Range(0, 20_000).Select(i => $"{{\"id\":\"k{i}\",\"title\":\"T {random.NextInt64()}\"}}\n"));
        byte[] whole = Folded(Encoding.UTF8.GetBytes(text));
        Reading reading = Reading.Of(whole[..(whole.Length / 2)]);
        Assert.InRange(reading.Found.Count, 5_000, 15_000);
        Assert.Equal([("PGS004", Severity.Error)], reading.Findings.Where(f => f.Severity == Severity.Error).Select(f => (f.Code, f.Severity)));
    }

    [Fact]
    public void Flipped_bits_in_a_gzip_file_are_damage_and_no_crash()
    {
        byte[] whole = Folded(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(Text, 200))));
        for (int at = 3; at < whole.Length; at += 7)
        {
            byte[] flipped = [.. whole];
            flipped[at] ^= 0x10;
            Reading reading = Reading.Of(flipped);
            Assert.True(reading.Found.Count <= 400);
        }
    }

    [Fact]
    public void A_file_over_the_limit_of_decompressed_bytes_is_given_up()
    {
        byte[] folded = Folded(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(Text, 10_000))));
        Reading reading = Reading.Of(folded, new SourceOptions { MaxDecompressedBytes = 200_000 });
        Assert.InRange(reading.Found.Count, 1, 19_999);
        Assert.Equal(["PGS005"], reading.Codes);
    }

    [Fact]
    public void JSON_that_is_no_UTF8_loses_that_record_only()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes("{\"id\":\"a\",\"title\":\"T\"}\n"), .. Encoding.Latin1.GetBytes("{\"id\":\"é\",\"title\":\"É\"}\n"), .. Encoding.UTF8.GetBytes("{\"id\":\"b\",\"title\":\"T\"}")];
        Reading reading = Reading.Of(bytes);
        Assert.Equal(["a", "b"], reading.Papers.Select(p => p.Key));
        Assert.Equal([("PGS022", 2L)], reading.Findings.Select(f => (f.Code, f.Line)));
    }

    [Fact]
    public void Text_formats_that_are_no_UTF8_are_read_as_Windows_1252_where_they_are_not()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes("@book{a,title={Ärger}}\n"), .. Encoding.Latin1.GetBytes("@book{b,title={Ärger}}\n"), 0x40, .. "book{c,title={"u8, 0x93, (byte)'T', 0x94, .. "}}"u8];
        Reading reading = Reading.Of(bytes);
        Assert.Equal(["Ärger", "Ärger", "“T”"], reading.Papers.Select(p => p.Title));
        Assert.Equal([("PGS060", 2L)], reading.Findings.Select(f => (f.Code, f.Line)));
    }

    private static byte[] Folded(byte[] bytes)
    {
        using MemoryStream folded = new();
        using (GZipStream gzip = new(folded, CompressionLevel.Optimal)) gzip.Write(bytes);
        return folded.ToArray();
    }
}
