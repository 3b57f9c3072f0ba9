using System.Runtime.InteropServices;
using System.Text;
using Papergraph.TestKit;

namespace Papergraph.Store.Tests;

/// <summary>Holds the code to the byte layout: graphs written by every format version are kept beside this file. If a test here fails, the
/// format has changed, and then its version number must change too. A version that no release has written yet is written anew with
/// PAPERGRAPH_UPDATE_GOLDEN=1.</summary>
public class FormatTests
{
    private static string Kept => KeptOf(1);

    [Fact]
    public void A_graph_of_format_1_can_be_read()
    {
        TestGraph.AssertSound(Kept);
        using TemporaryFolder folder = new();
        TestGraph.Publish(folder.FullName, Write);
        using GraphReader kept = GraphDirectory.OpenRead(Kept), written = GraphDirectory.OpenRead(folder.FullName);
        Assert.Equal(GraphDump.Of(written), GraphDump.Of(kept));
        Assert.Null(kept.Statistics);
    }

    [Fact]
    public void A_graph_of_format_2_can_be_read_and_is_written_as_it_was()
    {
        using TemporaryFolder folder = new();
        TestGraph.Publish(folder.FullName, WriteAllEncodings);
        string segment = folder.File("segment-1.pgs");
        if (Environment.GetEnvironmentVariable("PAPERGRAPH_UPDATE_GOLDEN") == "1") Keep(folder.FullName, KeptOf(2));
        TestGraph.AssertSound(KeptOf(2));
        using GraphReader kept = GraphDirectory.OpenRead(KeptOf(2)), written = GraphDirectory.OpenRead(folder.FullName);
        Assert.Equal(GraphDump.Of(written), GraphDump.Of(kept));
        Assert.Equal(File.ReadAllBytes(segment), File.ReadAllBytes(Path.Combine(KeptOf(2), "segment-1.pgs")));
    }

    // What is kept is only worth it if it has every encoding that a segment can have.
    [Fact]
    public void The_graph_of_format_2_has_every_encoding()
    {
        using TemporaryFolder folder = new();
        TestGraph.Publish(folder.FullName, WriteAllEncodings);
        byte[] file = File.ReadAllBytes(folder.File("segment-1.pgs"));
        SegmentHeader header = SegmentHeader.Read(file, "kept");
        Assert.Equal(2u, header.Version);
        SegmentLayout layout = SegmentLayout.Parse(file[(int)header.DirectoryOffset..], "kept", header.Version);
        ColumnLayout[] columns =
            [.. layout.NodeTables.SelectMany(table => table.Columns), .. layout.EdgeTables.SelectMany(table => table.Columns)];
        Assert.Equal(Enum.GetValues<PropertyType>(), columns.Select(column => column.Type).Distinct().Order());
        Assert.Contains(columns, column => column.Values is PackedLayout { Slope: not 0 });
        Assert.Contains(columns, column => column.Values is PackedLayout { Width: 0 });
        Assert.Contains(columns, column => column.Values is PackedLayout { Width: > 0 and < 64 } packed && packed.Width % 8 != 0);
        Assert.Contains(columns, column => column.Values is StringLayout { Codes: null });
        Assert.Contains(columns, column => column.Values is StringLayout { Codes: not null, Texts.FrontCoded: false });
        Assert.Contains(columns, column => column.Values is StringLayout { Codes: not null, Texts.FrontCoded: true });
        Assert.Contains(columns, column => column.Nulls is not null);
        Assert.Contains(columns, column => column.Zones?.Least is PackedLayout);
        Assert.Contains(columns, column => column.Zones?.Least is FlatLayout);
        Assert.NotNull(layout.Catalog.Statistics);
    }

    // Follows docs/formats/store.md with nothing but a byte array, as a reader in another language would.
    [Fact]
    public void The_adjacency_can_be_read_with_the_description_alone()
    {
        byte[] file = File.ReadAllBytes(Path.Combine(Kept, "segment-1.pgs"));
        Assert.Equal("PGSEGMNT", Encoding.ASCII.GetString(file, 0, 8));
        int directory = (int)BitConverter.ToInt64(file, 24);
        List<(int Offset, int Length)> sections = [];
        int at = directory, offset = 64;
        int count = Int32(file, ref at);
        for (int i = 0; i < count; i++)
        {
            int length = (int)BitConverter.ToInt64(file, at);
            at += 8 + (4 * ((length + 262_143) / 262_144));
            sections.Add((offset, length));
            offset = (offset + length + 63) / 64 * 64;
        }

        Assert.Equal(directory, offset);
        // The edge table follows its name in the directory: type, count, first node, number of nodes, offsets, neighbours.
        at = directory + file.AsSpan(directory).IndexOf("\x05\0\0\0CITES"u8) + 9;
        Assert.Equal(4, BitConverter.ToInt64(file, at));
        at += 8;
        Assert.Equal((0, 3), (Int32(file, ref at), Int32(file, ref at)));
        (int offsets, int neighbours) = (Int32(file, ref at), Int32(file, ref at));
        Assert.Equal([0L, 1, 1, 4], MemoryMarshal.Cast<byte, long>(Bytes(file, sections[offsets])).ToArray());
        Assert.Equal([1, 0, 1, 1], MemoryMarshal.Cast<byte, int>(Bytes(file, sections[neighbours])).ToArray());
    }

    private static string KeptOf(int version) => Repo.File("tests", "Papergraph.Store.Tests", "Formats", $"format-{version}");

    private static void Keep(string graph, string folder)
    {
        if (Environment.GetEnvironmentVariable("CI") == "true")
            throw new InvalidOperationException("Kept graphs are not written anew on CI.");
        System.IO.Directory.CreateDirectory(folder);
        foreach (string old in System.IO.Directory.GetFiles(folder)) File.Delete(old);
        foreach (string file in System.IO.Directory.GetFiles(graph).Where(file => Path.GetFileName(file) != "LOCK"))
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
    }

    private static ReadOnlySpan<byte> Bytes(byte[] file, (int Offset, int Length) section) => file.AsSpan(section.Offset, section.Length);

    private static int Int32(byte[] file, ref int at)
    {
        at += 4;
        return BitConverter.ToInt32(file, at - 4);
    }

    // No blobs: their bytes depend on the release of the Brotli encoder; reading them does not.
    private static void Write(SegmentWriter writer)
    {
        NodeTableWriter papers = writer.AddNodeTable("Paper");
        for (int i = 0; i < 3; i++)
        {
            papers.AddNode();
            papers.String("id").Append($"doi:10.1/{i}");
            papers.String("venue").Append("a venue with a long name");
            if (i > 0) papers.Int64("year").Append(2000 + (300 * i));
            papers.Double("score").Append(i / 2.0);
            papers.Boolean("open").Append(i == 1);
            papers.Date("date").Append(new(2000, 1, 1 + i));
            papers.DateTime("seen").Append(new(2020, 1, 1, 0, 0, i, TimeSpan.Zero));
            papers.StringList("aliases").Append([$"Paper {i}", "Zwölf"]);
            papers.Int64List("numbers").Append([i, 70_000]);
            papers.DoubleList("weights").Append([i]);
            papers.BooleanList("flags").Append([true, false]);
        }

        EdgeTableWriter cites = writer.AddEdgeTable("CITES");
        foreach ((int source, int target) in ((int, int)[])[(2, 1), (2, 0), (0, 1), (2, 1)])
        {
            cites.Add(source, target);
            cites.Int64("line").Append((source * 10) + target);
        }

        writer.AddKeyIndex("Paper", "id");
        writer.AddNameIndex("names", [("Paper", "aliases")]);
        writer.SetMetadata("made by", "a test");
    }

    private static void WriteAllEncodings(SegmentWriter writer)
    {
        NodeTableWriter venues = writer.AddNodeTable("Venue");
        for (int i = 0; i < Column.ZoneSize + 40; i++)
        {
            venues.AddNode();
            venues.Int64("id").Append(1000 + (i * 3));
            venues.Int64("same").Append(7);
            venues.Int64("rank").Append(i * i % 29);
            venues.Double("score").Append(i / 1024);
            venues.String("name").Append($"Proceedings of the Annual Meeting number {i % 40:d2}");
            venues.String("kind").Append(i % 2 == 0 ? "a" : "zz");
        }

        Write(writer);
    }
}
