using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Papergraph.TestKit;

namespace Papergraph.Store.Tests;

public sealed class GraphPackTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void A_pack_is_read_where_it_lies_and_holds_everything(int seed)
    {
        GraphModel model = GraphModel.Random(seed);
        (string pack, _) = Packed(model, "graph");
        using (GraphReader reader = GraphDirectory.OpenRead(pack)) ModelComparison.Check(model, reader);
        TestGraph.AssertSound(pack);

        string copy = _folder.File("copy");
        Assert.Equal(1, GraphPack.Unpack(pack, copy));
        TestGraph.AssertSound(copy);
        using GraphReader unpacked = GraphDirectory.OpenRead(copy);
        ModelComparison.Check(model, unpacked);
    }

    [Fact]
    public void The_same_state_makes_the_same_file_whatever_its_version_and_the_threads()
    {
        GraphModel model = GraphModel.Random(5);
        (string first, string id) = Packed(model, "a");
        string path = _folder.File("b");
        TestGraph.Publish(path, GraphModel.Random(6).Write);
        using (GraphWriteLock held = GraphDirectory.Lock(path))
        using (SegmentWriter writer = held.BeginVersion(threads: 3))
        {
            model.Write(writer);
            writer.Publish();
        }

        using GraphReader reader = GraphDirectory.OpenRead(path);
        Assert.Equal(id, GraphPack.Write(reader, _folder.File("b.pgpack")));
        Assert.Equal(File.ReadAllBytes(first), File.ReadAllBytes(_folder.File("b.pgpack")));
    }

    // Follows docs/formats/pack.md with nothing but a byte array.
    [Fact]
    public void The_bytes_are_those_of_the_description()
    {
        (string pack, string id) = Packed(GraphModel.Random(7), "graph");
        byte[] file = File.ReadAllBytes(pack), segment = File.ReadAllBytes(_folder.File("graph", "segment-1.pgs"));
        Assert.Equal("PGSNPACK", Encoding.ASCII.GetString(file, 0, 8));
        Assert.Equal(1, BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(8)));
        Assert.Equal(segment.Length, BinaryPrimitives.ReadInt64LittleEndian(file.AsSpan(16)));
        Assert.Equal(segment.AsSpan(40, 4), file.AsSpan(24, 4));
        Assert.Equal(id, Convert.ToHexStringLower(file.AsSpan(32, 32)));
        Assert.Equal(id, Convert.ToHexStringLower(SHA256.HashData(segment)));
        Assert.Equal(segment, file[128..]);
        Assert.All(file[12..16].Concat(file[28..32]).Concat(file[64..124]), b => Assert.Equal(0, b));
    }

    // What compaction makes of the same state is the oracle.
    [Fact]
    public void Commits_after_the_segment_are_folded_in_and_the_graph_is_left_as_it_was()
    {
        string path = _folder.File("graph"), pack = _folder.File("graph.pgpack");
        TestGraph.Publish(path, GraphModel.Random(3).Write);
        using (GraphStore store = GraphStore.Open(path, GraphStoreOptions.Default with { CompactionMinimum = long.MaxValue }))
        {
            using GraphTransaction transaction = store.Begin();
            int node = transaction.CreateNode("Paper");
            transaction.SetProperty(node, "name", "A late one");
            transaction.CreateEdge("CITES", node, node);
            transaction.Commit();
        }

        string id;
        using (GraphReader reader = GraphDirectory.OpenRead(path))
        {
            Assert.Equal(1, reader.Commits);
            id = GraphPack.Write(reader, pack);
            Assert.Equal(id, GraphPack.Write(reader, _folder.File("again.pgpack")));
        }

        using (GraphReader packed = GraphDirectory.OpenRead(pack))
            Assert.Contains("A late one", GraphDump.Of(packed), StringComparison.Ordinal);
        string[] names = [.. Directory.EnumerateFileSystemEntries(_folder.FullName)
            .Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];
        Assert.Equal(["again.pgpack", "graph", "graph.pgpack"], names);
        using (GraphStore store = GraphStore.Open(path)) store.Compact();
        Assert.Equal(id, Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(path, "segment-2.pgs")))));
    }

    [Fact]
    public void A_pack_is_not_opened_for_writing_and_not_written_where_there_is_no_folder()
    {
        (string pack, _) = Packed(GraphModel.Random(9), "graph");
        foreach (bool create in (bool[])[true, false])
            Assert.Equal("PGT082", Assert.Throws<StoreException>(() => GraphStore.Open(pack, new() { CreateIfMissing = create })).Code);
        using GraphReader reader = GraphDirectory.OpenRead(pack);
        string nowhere = _folder.File("missing", "again.pgpack");
        Assert.Equal("PGT094", Assert.Throws<StoreException>(() => GraphPack.Write(reader, nowhere)).Code);
    }

    [Fact]
    public void Packing_leaves_alone_what_another_process_is_packing_to_the_same_place()
    {
        string path = _folder.File("graph"), other = _folder.File(".graph.pgpack.papergraph-folded");
        using (GraphStore store = GraphStore.Open(path, GraphStoreOptions.Default with { CompactionMinimum = long.MaxValue }))
        using (GraphTransaction transaction = store.Begin())
        {
            transaction.CreateNode("Paper");
            transaction.Commit();
        }

        using GraphReader reader = GraphDirectory.OpenRead(path);
        using (GraphDirectory.Lock(other))
        {
            Assert.Equal("PGT004", Assert.Throws<StoreException>(() => GraphPack.Write(reader, _folder.File("graph.pgpack"))).Code);
            Assert.True(File.Exists(Path.Combine(other, "LOCK")));
        }

        GraphPack.Write(reader, _folder.File("graph.pgpack"));
        Assert.False(Directory.Exists(other));
    }

    [Fact]
    public void Every_flipped_bit_is_found_by_verification_and_stops_unpacking()
    {
        (string pack, _) = Packed(GraphModel.Random(8), "graph");
        byte[] sound = File.ReadAllBytes(pack);
        Random random = new(8);
        for (int i = 0; i < 300; i++)
        {
            byte[] damaged = [.. sound];
            damaged[i < 128 ? i : random.Next(sound.Length)] ^= (byte)(1 << random.Next(8));
            string path = _folder.File("damaged.pgpack");
            File.WriteAllBytes(path, damaged);
            Assert.False(GraphVerifier.Verify(path).IsSound);
            Assert.Throws<StoreException>(() => GraphPack.Unpack(path, _folder.File($"into{i}")));
            Assert.False(GraphDirectory.Exists(_folder.File($"into{i}")));
        }
    }

    [Fact]
    public void A_pack_that_was_cut_short_is_refused()
    {
        (string pack, _) = Packed(GraphModel.Random(9), "graph");
        byte[] sound = File.ReadAllBytes(pack);
        foreach (int length in (int[])[0, 7, 8, 100, 128, 192, sound.Length - 1])
        {
            string path = _folder.File("cut.pgpack");
            File.WriteAllBytes(path, sound[..length]);
            Assert.Throws<StoreException>(() => GraphDirectory.OpenRead(path));
        }
    }

    [Fact]
    public void Writing_to_a_pack_is_refused_and_changes_nothing()
    {
        (string pack, _) = Packed(GraphModel.Random(10), "graph");
        byte[] before = File.ReadAllBytes(pack);
        Assert.True(GraphDirectory.Exists(pack));
        Assert.Equal("PGT082", Assert.Throws<StoreException>(() => GraphDirectory.Lock(pack)).Code);
        Assert.Equal("PGT082", Assert.Throws<StoreException>(() => GraphStore.Open(pack)).Code);
        Assert.Equal("PGT082", Assert.Throws<StoreException>(() => GraphDirectory.Snapshots(pack)).Code);
        Assert.Equal(before, File.ReadAllBytes(pack));
    }

    [Fact]
    public void A_graph_that_is_there_is_only_replaced_when_asked_and_its_snapshots_stay()
    {
        GraphModel packed = GraphModel.Random(11), there = GraphModel.Random(12);
        (string pack, _) = Packed(packed, "graph");
        string path = _folder.File("there");
        TestGraph.Publish(path, there.Write);
        using (GraphWriteLock held = GraphDirectory.Lock(path)) held.CreateSnapshot("kept");

        Assert.Equal("PGT085", Assert.Throws<StoreException>(() => GraphPack.Unpack(pack, path)).Code);
        using (GraphReader reader = GraphDirectory.OpenRead(path)) ModelComparison.Check(there, reader);
        Assert.Equal(2, GraphPack.Unpack(pack, path, replace: true));
        using (GraphReader reader = GraphDirectory.OpenRead(path)) ModelComparison.Check(packed, reader);
        using (GraphReader reader = GraphDirectory.OpenSnapshot(path, "kept")) ModelComparison.Check(there, reader);
    }

    [Fact]
    public void A_file_that_is_there_is_only_replaced_when_asked()
    {
        (string pack, string id) = Packed(GraphModel.Random(13), "graph");
        using GraphReader reader = GraphDirectory.OpenRead(_folder.File("graph"));
        Assert.Equal("PGT083", Assert.Throws<StoreException>(() => GraphPack.Write(reader, pack)).Code);
        Assert.Equal(id, GraphPack.Write(reader, pack, overwrite: true));
    }

    [Fact]
    public void A_damaged_graph_is_not_packed()
    {
        TestGraph.Publish(_folder.File("graph"), GraphModel.Random(14).Write);
        string segment = _folder.File("graph", "segment-1.pgs");
        byte[] bytes = File.ReadAllBytes(segment);
        bytes[64] ^= 1;
        File.WriteAllBytes(segment, bytes);
        using GraphReader reader = GraphDirectory.OpenRead(_folder.File("graph"));
        Assert.Throws<StoreException>(() => GraphPack.Write(reader, _folder.File("graph.pgpack")));
        Assert.Equal(["graph"], Directory.EnumerateFileSystemEntries(_folder.FullName).Select(Path.GetFileName));
    }

    [Fact]
    public void Packing_that_is_cancelled_leaves_no_file()
    {
        TestGraph.Publish(_folder.File("graph"), GraphModel.Random(15).Write);
        using GraphReader reader = GraphDirectory.OpenRead(_folder.File("graph"));
        Assert.ThrowsAny<OperationCanceledException>(
            () => GraphPack.Write(reader, _folder.File("graph.pgpack"), cancellation: new CancellationToken(canceled: true)));
        Assert.Equal(["graph"], Directory.EnumerateFileSystemEntries(_folder.FullName).Select(Path.GetFileName));
    }

    [Fact]
    public void What_is_no_pack_is_named_as_such()
    {
        string other = _folder.Write("other.txt", "something else");
        Assert.False(GraphPack.IsPack(other));
        Assert.Equal("PGT081", Assert.Throws<StoreException>(() => GraphDirectory.OpenRead(other)).Code);
        Assert.Equal("PGT080", Assert.Throws<StoreException>(() => GraphPack.Unpack(_folder.File("none"), _folder.File("g"))).Code);
    }

    private (string Pack, string Id) Packed(GraphModel model, string name)
    {
        TestGraph.Publish(_folder.File(name), model.Write);
        string pack = _folder.File(name + ".pgpack");
        using GraphReader reader = GraphDirectory.OpenRead(_folder.File(name));
        return (pack, GraphPack.Write(reader, pack));
    }

    public void Dispose() => _folder.Dispose();
}
