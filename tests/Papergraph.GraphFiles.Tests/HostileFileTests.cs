using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Papergraph.Core;

namespace Papergraph.GraphFiles.Tests;

public class HostileFileTests
{
    [Theory]
    [InlineData("lonely\nwords\nonly\n", "PGF003")]
    [InlineData("<html><body>no graph</body></html>", "PGF002")]
    [InlineData("<graphml></graphml>", "PGF003")]
    [InlineData("PK\u0003\u0004 and so on", "PGF002")]
    [InlineData("0 1\0\n", "PGF002")]
    [InlineData("0 1\n", "PGF008", "9")]
    public void What_is_no_graph_is_refused(string text, string code, string? weight = null) =>
        Assert.Equal(code, ReadText.CodeOf(text, options: new() { Weight = weight }));

    [Fact]
    public void A_missing_file_a_wide_text_and_a_bad_option_are_refused()
    {
        Assert.Equal("PGF001", Assert.Throws<PapergraphException>(() => GraphFile.Read("no/such/file.tsv")).Code);
        foreach (Encoding encoding in (Encoding[])[Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF32])
        {
            byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes("0 1\n")];
            Assert.Equal("PGF004", Assert.Throws<PapergraphException>(() => ReadText.Of(bytes)).Code);
        }

        Assert.Equal("PGF015", ReadText.CodeOf("0 1\n", options: new() { Threads = 0 }));
    }

    [Fact]
    public void A_file_without_edges_is_a_graph_without_edges()
    {
        foreach (string text in (string[])["", "\n\n", "# only a comment\n", "graph [ ]"])
        {
            ReadText.Outcome read = ReadText.Of(text);
            Assert.Equal((0, 0L, "PGF112"), (read.Graph.Graph.NodeCount, read.Graph.Graph.EdgeCount, read.Codes));
        }
    }

    [Fact]
    public void A_compressed_file_that_is_cut_short_or_unfolds_without_end_is_refused()
    {
        byte[] whole = ReadText.Folded(string.Concat(Enumerable.Range(0, 50_000).Select(i => $"{i} {i * 7919L % 50_000}\n")));
        Assert.Equal(50_000, ReadText.Of(whole, "g.gz").Graph.Graph.EdgeCount);
        Assert.Equal("PGF006", Assert.Throws<PapergraphException>(() => ReadText.Of(whole[..(whole.Length / 2)], "g.gz")).Code);
        Assert.Equal("PGF007", Assert.Throws<PapergraphException>(() => ReadText.Of(whole, "g.gz", new() { MaxDecompressedBytes = 10_000 })).Code);
        byte[] blanks = ReadText.Folded(new byte[80 << 20]);
        Assert.Equal("PGF002", Assert.Throws<PapergraphException>(() => ReadText.Of(blanks, "g.gz")).Code);
        byte[] bomb = ReadText.Folded(Encoding.ASCII.GetBytes(new string('\n', 80 << 20)));
        Assert.Equal("PGF007", Assert.Throws<PapergraphException>(() => ReadText.Of(bomb, "g.gz", new() { MaxCompressionRatio = 100 })).Code);
    }

    [Fact]
    public void Very_many_bad_lines_are_counted_and_the_first_are_shown()
    {
        string text = "0 1\n" + string.Concat(Enumerable.Repeat("x\n", 50_000));
        ReadText.Outcome read = ReadText.Of(text);
        Assert.Equal(50_000, read.Graph.Rejected);
        Assert.Equal(Findings.MostReported + 1, read.Found.Count);
        Assert.Equal("PGF105", read.Found[^1].Code);
    }

    [Fact]
    public void A_cancelled_reading_ends()
    {
        using TestKit.TemporaryFolder folder = new();
        string path = folder.Write("g.txt", "0 1\n");
        Assert.Throws<OperationCanceledException>(() => GraphFile.Read(path, cancellation: new CancellationToken(canceled: true)));
    }

    private sealed class Heard : IProgress<ProgressUpdate>
    {
        public List<ProgressUpdate> All { get; } = [];

        public void Report(ProgressUpdate value) => All.Add(value);
    }

    [Fact]
    public void Progress_goes_up_to_the_bytes_of_the_file()
    {
        using TestKit.TemporaryFolder folder = new();
        string path = folder.Write("g.txt", string.Concat(Enumerable.Repeat("10 20\n", 500_000)));
        Heard heard = new();
        GraphFile.Read(path, progress: heard);
        Assert.True(heard.All.Count > 2);
        Assert.Equal(heard.All.Select(update => update.Done).Order(), heard.All.Select(update => update.Done));
        Assert.Equal(new ProgressUpdate("reading", 3_000_000, 3_000_000, "bytes"), heard.All[^1]);
    }

    [Theory]
    [InlineData("<graphml><graph><node id='a'><data key='k'>1", "</data></node></graph></graphml>")]
    [InlineData("<gexf><graph><nodes><node id='a'>1", "</node></nodes></graph></gexf>")]
    public void A_text_that_is_not_utf8_ends_the_reading_and_is_reported(string before, string after)
    {
        foreach (bool isCut in (bool[])[true, false])
        {
            byte[] bytes = [.. Encoding.UTF8.GetBytes(before), 255, .. isCut ? [] : Encoding.UTF8.GetBytes(after)];
            Assert.Equal("PGF107@1", ReadText.Of(bytes).Codes.Split(' ')[0]);
        }
    }

    // Whatever the bytes are: a graph, or an exception that says what is wrong.
    [Fact]
    public void Files_cut_and_changed_anywhere_are_read_or_refused()
    {
        string[] files =
        [
            "# c\n0\t1\t2\n1\t2\t3\n", "\"a\",\"b\"\nb,c\n", "1 2 3\n2 1\n3 1 4 5\n", "3 2 11\n9 2 5\n8 1 5 3 7\n7 2 7\n",
            "%%MatrixMarket matrix coordinate real general\n3 3 2\n1 2 0.5\n3 1 -2\n",
            "graph [ directed 1 node [ id 1 label \"&#65;\" ] node [ id 2 ] edge [ source 1 target 2 weight 2 ] ]",
            "<graphml><key id='k' for='edge' attr.name='weight'/><graph edgedefault='directed'><node id='a'/><node id='b'/>"
                + "<edge source='a' target='b'><data key='k'>1</data></edge></graph></graphml>",
            "<gexf><graph><nodes><node id='a' label='x'/><node id='b'/></nodes>"
                + "<edges><edge source='a' target='b' weight='2'/></edges></graph></gexf>",
        ];
        Gen<(int File, int Cut, int At, byte Value, int Format)> changes =
            from file in Gen.Choose(0, files.Length - 1)
            from cut in Gen.Choose(0, files[file].Length)
            from at in Gen.Choose(0, Math.Max(0, cut - 1))
            from value in Gen.Elements<byte>(0, 9, 10, 32, 34, 35, 37, 45, 48, 57, 60, 91, 93, 128, 255)
            from format in Gen.Choose(-1, 6)
            select (file, cut, at, value, format);
        Prop.ForAll(changes.ToArbitrary(), change =>
        {
            byte[] bytes = Encoding.UTF8.GetBytes(files[change.File])[..change.Cut];
            if (bytes.Length > 0) bytes[change.At] = change.Value;
            try
            {
                GraphFileFormat? format = change.Format < 0 ? null : (GraphFileFormat)change.Format;
                LoadedGraph graph = ReadText.Of(bytes, options: new() { Format = format, Threads = 2 }).Graph;
                return graph.Names is null || graph.Names.Count == graph.Graph.NodeCount;
            }
            catch (PapergraphException e)
            {
                return e.Code.StartsWith("PGF", StringComparison.Ordinal) && !e.Message.Contains('\n', StringComparison.Ordinal);
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1500));
    }
}
