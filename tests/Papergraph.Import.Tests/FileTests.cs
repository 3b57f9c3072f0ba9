using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using Papergraph.Core;
using Papergraph.Import.Csv;

namespace Papergraph.Import.Tests;

public class FileTests
{
    [Fact]
    public void A_header_in_a_file_of_its_own_holds_for_all_files_of_the_group()
    {
        using Imported import = new();
        import.Add("h.csv", ":ID,a\n");
        import.Add("1.csv", "1,x\n");
        import.Add("2.csv", "2,y\n3,z");
        import.Add("empty.csv", "");
        Assert.Equal([":A a='x'", ":A a='y'", ":A a='z'"], import.Run(["A=h.csv,1.csv,empty.csv,2.csv"]).Nodes());
    }

    [Fact]
    public void A_header_that_further_files_repeat_can_be_passed_over()
    {
        using Imported import = new() { Options = new() { AutoSkipSubsequentHeaders = true } };
        import.Add("1.csv", ":ID,a\n1,x\n");
        import.Add("2.csv", ":ID,a\r\n2,y\n");
        import.Add("3.csv", "3,z\n");
        Assert.Equal([":A a='x'", ":A a='y'", ":A a='z'"], import.Run(["A=1.csv,2.csv,3.csv"]).Nodes());
    }

    [Fact]
    public void Files_can_be_named_by_an_expression_and_come_in_the_order_of_their_numbers()
    {
        using Imported import = new();
        import.Add("h.csv", ":ID\n");
        foreach (int part in (int[])[1, 2, 10]) import.Add($"part-{part}.csv", $"{part}\n");
        import.Add("part-x.txt", "no\n");
        import.Run([@"A=h.csv,part-\d+\.csv"]);
        Assert.Equal(["h.csv", "part-1.csv", "part-2.csv", "part-10.csv"], import.Report!.Files.Select(Path.GetFileName));
    }

    [Theory]
    [InlineData("a2", "a10", -1)]
    [InlineData("a02", "a2", -1)]
    [InlineData("a2", "a2", 0)]
    [InlineData("b1", "a2", 1)]
    [InlineData("a1b2", "a1b10", -1)]
    public void Numbers_in_names_count_as_numbers(string a, string b, int expected)
    {
        Assert.Equal(expected, Math.Sign(FileNames.Compare(a, b)));
        Assert.Equal(-expected, Math.Sign(FileNames.Compare(b, a)));
    }

    [Theory]
    [InlineData("\uFEFF:ID,a\n1,x\n2,y\n")]
    [InlineData(":ID,a\r\n1,x\r\n2,y\r\n")]
    [InlineData(":ID,a\r1,x\r2,y")]
    [InlineData("\n\n:ID,a\n\n\n1,x\n\r\n2,y\n\n")]
    [InlineData(":ID,a\n1,\"x\"\n2,\"y\"")]
    public void Marks_and_ends_of_lines_may_be_of_any_kind(string text)
    {
        using Imported import = new() { Options = new() { ChunkBytes = 16 } };
        import.Add("n.csv", text);
        Assert.Equal([":A a='x'", ":A a='y'"], import.Run(["A=n.csv"]).Nodes());
    }

    [Theory]
    [InlineData("gz")]
    [InlineData("zip")]
    public void Compressed_files_are_known_by_their_content(string kind)
    {
        using Imported import = new();
        byte[] rows = Encoding.UTF8.GetBytes("\uFEFF:ID,a\n" + string.Concat(Enumerable.Range(0, 50_000).Select(i => $"{i},t{i % 7}\n")));
        import.Add("n.csv", kind == "gz" ? Gzip(rows) : Zip(("a/n.csv", rows)));
        import.Run(["A=n.csv"]);
        Assert.Equal(50_000, import.Report!.Nodes);
        Assert.Equal(":A a='t6'", import.Nodes()[49_986]);
    }

    [Fact]
    public void A_damaged_compressed_file_is_one_line_and_nothing_is_imported()
    {
        byte[] rows = Encoding.UTF8.GetBytes(":ID\n" + string.Concat(Enumerable.Range(0, 100_000).Select(i => $"{i * 7919L}\n")));
        byte[] whole = Gzip(rows);
        AssertFails("PGI006", whole[..(whole.Length / 2)]);
        AssertFails("PGI006", Zip(("a", rows), ("b", rows)));
        whole[whole.Length / 2] ^= 0x55;
        AssertFails("PGI006", whole);
    }

    [Fact]
    public void A_file_that_unfolds_without_end_is_left_in_time()
    {
        byte[] blanks = new byte[100 << 20];
        Array.Fill(blanks, (byte)'\n');
        using Imported import = new() { Options = new() { MaxDecompressedBytes = 1 << 20 } };
        import.Add("n.csv", Gzip([.. ":ID"u8, .. blanks]));
        Assert.Equal("PGI007", Assert.ThrowsAny<PapergraphException>(() => import.Run(["A=n.csv"])).Code);
        using Imported byRatio = new() { Options = new() { MaxCompressionRatio = 10 } };
        byRatio.Add("n.csv", Gzip([.. ":ID"u8, .. blanks]));
        Assert.Equal("PGI007", Assert.ThrowsAny<PapergraphException>(() => byRatio.Run(["A=n.csv"])).Code);
    }

    [Fact]
    public void A_long_zip_archive_of_ordinary_text_is_read_to_its_end()
    {
        // Beyond 64 MiB it counts how often the file goes into its content.
        const int Rows = 700_000;
        byte[] row = Encoding.ASCII.GetBytes($",{new string('x', 97)}\n");
        using MemoryStream text = new();
        text.Write(":ID,:IGNORE\n"u8);
        for (int i = 0; i < Rows; i++)
        {
            text.Write(Encoding.ASCII.GetBytes($"{i}"));
            text.Write(row);
        }

        using Imported import = new();
        import.Add("n.zip", Zip(("n.csv", text.ToArray())));
        import.Run(["A=n.zip"]);
        Assert.Equal(Rows, import.Report!.Nodes);
    }

    [SkippableFact]
    public void A_pipe_is_refused_as_it_can_be_read_only_once()
    {
        Skip.If(OperatingSystem.IsWindows(), "Windows has no pipes among its files.");
        using Imported import = new();
        string pipe = import.Path("pipe");
        using (Process make = Process.Start("mkfifo", pipe)) make.WaitForExit();
        // Open for both, as opening for reading alone waits for somebody who writes.
        using FileStream writer = new(pipe, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        writer.Write(":ID\n1\n2\n"u8);
        writer.Flush();
        Assert.Equal("PGI006", Assert.ThrowsAny<PapergraphException>(() => import.Run(["A=pipe"])).Code);
    }

    [Fact]
    public void A_graph_that_has_lost_its_first_file_is_not_replaced_unasked()
    {
        using Imported import = new();
        import.Add("n.csv", ":ID\n1\n");
        string[] before = import.Run(["A=n.csv"]).Nodes();
        File.Delete(Path.Combine(import.Directory, "CURRENT"));
        import.Add("n.csv", ":ID\n1\n2\n");
        Assert.Equal("PGI018", Assert.ThrowsAny<PapergraphException>(() => import.Run(["A=n.csv"])).Code);
        Assert.Equal(before, import.Nodes());
    }

    [Fact]
    public void Text_of_another_encoding_is_refused()
    {
        AssertFails("PGI009", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(":ID\n1\n")]);
        AssertFails("PGI009", [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(":ID\n1\n")]);
    }

    [Fact]
    public void A_file_that_is_not_there_is_one_line()
    {
        using Imported import = new();
        import.Add("n.csv", ":ID\n");
        import.Add("r.csv", ":START_ID,:END_ID\n");
        Assert.Equal("PGI005", Assert.Throws<PapergraphException>(() => import.Run(["A=none.csv"])).Code);
        Assert.Equal("PGI005", Assert.Throws<PapergraphException>(() => import.Run(["A=n.csv,x(.csv"])).Code);
        Assert.Equal("PGI019", Assert.Throws<PapergraphException>(() => import.Run([])).Code);
        Assert.Equal("PGI020", Assert.Throws<PapergraphException>(() => import.Run(["n.csv"], "r.csv")).Code);
    }

    [Fact]
    public void A_graph_is_replaced_only_when_that_is_allowed()
    {
        using Imported import = new();
        import.Add("n.csv", ":ID\n1\n");
        import.Run(["A=n.csv"]);
        Assert.Equal("PGI018", Assert.Throws<PapergraphException>(() => import.Run(["B=n.csv"])).Code);
        Assert.Equal([":A"], import.Nodes());
        GraphImporter.Import(import.Directory, [new(["B"], [import.Path("n.csv")])], [], new() { Replace = true });
        Assert.Equal([":B"], import.Nodes());
    }

    [Fact]
    public void Options_outside_their_ranges_are_one_line()
    {
        FileGroup[] nodes = [new(["A"], ["n.csv"])];
        foreach ((ImportOptions options, string code) in (ReadOnlySpan<(ImportOptions, string)>)
            [
                (new() { Delimiter = 'é' }, "PGI001"), (new() { Quote = '\n' }, "PGI001"), (new() { ArrayDelimiter = ',' }, "PGI002"),
                (new() { Threads = 0 }, "PGI003"), (new() { BadTolerance = -1 }, "PGI003"), (new() { MaxFieldBytes = 0 }, "PGI003"),
            ])
            Assert.Equal(code, Assert.Throws<PapergraphException>(() => GraphImporter.Import("nowhere", nodes, [], options)).Code);
    }

    private static void AssertFails(string code, byte[] content)
    {
        using Imported import = new();
        import.Add("n.csv", content);
        PapergraphException fault = Assert.ThrowsAny<PapergraphException>(() => import.Run(["A=n.csv"]));
        Assert.Equal(code, fault.Code);
        Assert.False(Store.GraphDirectory.Exists(import.Directory));
    }

    private static byte[] Gzip(byte[] bytes)
    {
        using MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionLevel.Fastest)) gzip.Write(bytes);
        return packed.ToArray();
    }

    private static byte[] Zip(params (string Name, byte[] Content)[] files)
    {
        using MemoryStream packed = new();
        using (ZipArchive archive = new(packed, ZipArchiveMode.Create))
        {
            foreach ((string name, byte[] content) in files)
            {
                using Stream entry = archive.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return packed.ToArray();
    }
}
