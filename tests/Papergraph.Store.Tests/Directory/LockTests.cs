using Papergraph.TestKit;

namespace Papergraph.Store.Tests;

public class LockTests
{
    [Fact]
    public void A_second_writer_of_the_same_process_is_refused()
    {
        using TemporaryFolder folder = new();
        using GraphWriteLock held = GraphDirectory.Lock(folder.FullName);
        StoreException refused = Assert.Throws<StoreException>(() => GraphDirectory.Lock(folder.FullName));
        Assert.Equal("PGT004", refused.Code);
        Assert.Contains(folder.FullName, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_second_writer_is_refused_while_another_process_lives_and_not_after_it_was_killed()
    {
        using TemporaryFolder folder = new();
        using ChildProcess other = ChildProcess.Start("hold", folder.FullName);
        Assert.Equal("PGT004", Assert.Throws<StoreException>(() => GraphDirectory.Lock(folder.FullName)).Code);
        other.Kill();
        using GraphWriteLock held = GraphDirectory.Lock(folder.FullName);
        Assert.Equal(0, held.Version);
    }

    [Fact]
    public void One_lock_writes_one_version_at_a_time()
    {
        using TemporaryFolder folder = new();
        using GraphWriteLock held = GraphDirectory.Lock(folder.FullName);
        using SegmentWriter writer = held.BeginVersion();
        Assert.Throws<InvalidOperationException>(() => held.BeginVersion());
        writer.Publish();
        held.BeginVersion().Dispose();
        Assert.Equal(1, held.Version);
    }

    [Fact]
    public void Folders_above_the_graph_are_made_as_needed()
    {
        using TemporaryFolder folder = new();
        string path = folder.File("some", "where") + Path.DirectorySeparatorChar;
        TestGraph.Publish(path, GraphModel.Random(1).Write);
        Assert.True(GraphDirectory.Exists(folder.File("some", "where")));
    }

    [Fact]
    public void A_folder_of_other_files_is_not_taken_for_a_graph()
    {
        using TemporaryFolder folder = new();
        string letter = folder.Write("letter.txt", "dear reader");
        Assert.Equal("PGT003", Assert.Throws<StoreException>(() => GraphDirectory.Lock(folder.FullName)).Code);
        Assert.Equal([letter], System.IO.Directory.GetFileSystemEntries(folder.FullName));
        Assert.Equal("PGT002", Assert.Throws<StoreException>(() => GraphDirectory.OpenRead(folder.FullName)).Code);
    }

    [Fact]
    public void What_is_no_directory_is_said_to_be_none()
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("letter.txt", "dear reader");
        Assert.Equal("PGT001", Assert.Throws<StoreException>(() => GraphDirectory.OpenRead(folder.File("nowhere"))).Code);
        Assert.Equal("PGT081", Assert.Throws<StoreException>(() => GraphDirectory.OpenRead(file)).Code);
        Assert.Equal("PGT011", Assert.Throws<StoreException>(() => GraphDirectory.Lock(file)).Code);
        Assert.False(GraphDirectory.Exists(folder.File("nowhere")));
    }

    [Fact]
    public void A_graph_of_a_newer_format_is_neither_read_nor_written()
    {
        using TemporaryFolder folder = new();
        TestGraph.Publish(folder.FullName, GraphModel.Random(1).Write);
        byte[] above = "papergraph-graph 3\nmanifest-1\n"u8.ToArray();
        File.WriteAllText(folder.File("CURRENT"), $"papergraph-graph 3\nmanifest-1\nchecksum {Crc32C.Compute(above):x8}\n");
        Assert.Equal("PGT005", Assert.Throws<StoreException>(() => GraphDirectory.OpenRead(folder.FullName)).Code);
        Assert.Equal("PGT005", Assert.Throws<StoreException>(() => GraphDirectory.Lock(folder.FullName)).Code);
        Assert.True(File.Exists(folder.File("segment-1.pgs")));
    }

    [Theory]
    [InlineData("manifest-1")]
    [InlineData("segment-1.pgs")]
    public void A_lost_file_is_named(string name)
    {
        using TemporaryFolder folder = new();
        TestGraph.Publish(folder.FullName, GraphModel.Random(1).Write);
        File.Delete(folder.File(name));
        StoreException lost = Assert.Throws<StoreException>(() => GraphDirectory.OpenRead(folder.FullName));
        Assert.Equal("PGT009", lost.Code);
        Assert.Contains(folder.File(name), lost.Message, StringComparison.Ordinal);
        Assert.False(GraphVerifier.Verify(folder.FullName).IsSound);
    }
}
