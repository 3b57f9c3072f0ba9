using System.Collections.Concurrent;
using Papergraph.TestKit;

namespace Papergraph.Store.Tests;

public class PublishingTests
{
    [Fact]
    public void A_reader_keeps_its_version_while_others_are_published()
    {
        using TemporaryFolder folder = new();
        GraphModel first = GraphModel.Random(1), second = GraphModel.Random(2);
        TestGraph.Publish(folder.FullName, first.Write);
        using GraphReader old = GraphDirectory.OpenRead(folder.FullName);
        Assert.Equal(2, TestGraph.Publish(folder.FullName, second.Write));
        using GraphReader recent = GraphDirectory.OpenRead(folder.FullName);
        Assert.Equal((1, 2), (old.Version, recent.Version));
        ModelComparison.Check(first, old);
        ModelComparison.Check(second, recent);
    }

    [Fact]
    public void Only_the_files_of_the_newest_version_stay()
    {
        using TemporaryFolder folder = new();
        for (int i = 0; i < 3; i++) TestGraph.Publish(folder.FullName, GraphModel.Random(i).Write);
        Assert.Equal(["CURRENT", "LOCK", "manifest-3", "segment-3.pgs"], Names(folder));
    }

    [Theory]
    [InlineData("records-4711.tmp")]
    [InlineData("CURRENT.new")]
    [InlineData("manifest-9")]
    [InlineData("segment-9.pgs")]
    public void What_a_killed_writer_left_is_removed_by_the_next_one(string left)
    {
        using TemporaryFolder folder = new();
        TestGraph.Publish(folder.FullName, GraphModel.Random(1).Write);
        folder.Write(left, "half of");
        folder.Write("notes.tmp", "not of a writer");
        GraphDirectory.Lock(folder.FullName).Dispose();
        Assert.Equal(["CURRENT", "LOCK", "manifest-1", "notes.tmp", "segment-1.pgs"], Names(folder));
    }

    [Fact]
    public void A_version_that_is_not_published_leaves_no_trace()
    {
        using TemporaryFolder folder = new();
        using (GraphWriteLock held = GraphDirectory.Lock(folder.FullName))
        {
            using (SegmentWriter writer = held.BeginVersion()) GraphModel.Random(3).Write(writer);
            Assert.Equal(["LOCK"], Names(folder));
            Assert.Null(held.OpenRead());
        }

        Assert.False(GraphDirectory.Exists(folder.FullName));
        TestGraph.Publish(folder.FullName, GraphModel.Random(4).Write);
        using (GraphWriteLock held = GraphDirectory.Lock(folder.FullName))
        {
            SegmentWriter writer = held.BeginVersion();
            GraphModel.Random(5).Write(writer);
        }

        Assert.Equal(["CURRENT", "LOCK", "manifest-1", "segment-1.pgs"], Names(folder));
        Assert.True(GraphDirectory.Exists(folder.FullName));
    }

    [Fact]
    public void A_cancelled_publication_changes_nothing()
    {
        using TemporaryFolder folder = new();
        TestGraph.Publish(folder.FullName, GraphModel.Random(6).Write);
        using GraphWriteLock held = GraphDirectory.Lock(folder.FullName);
        using (SegmentWriter writer = held.BeginVersion())
        {
            GraphModel.Random(7).Write(writer);
            Assert.Throws<OperationCanceledException>(() => writer.Publish(new CancellationToken(canceled: true)));
        }

        using GraphReader reader = held.OpenRead()!;
        Assert.Equal(1, reader.Version);
        ModelComparison.Check(GraphModel.Random(6), reader);
        Assert.Equal(["CURRENT", "LOCK", "manifest-1", "segment-1.pgs"], Names(folder));
    }

    [Fact]
    public void Opening_while_a_writer_publishes_always_gives_a_whole_version()
    {
        using TemporaryFolder folder = new();
        TestGraph.Publish(folder.FullName, writer => ChildProcess.WriteVersion(writer, 1));
        using CancellationTokenSource done = new();
        ConcurrentBag<Exception> faults = [];
        Thread opener = new(() =>
        {
            try
            {
                while (!done.IsCancellationRequested)
                {
                    using GraphReader reader = GraphDirectory.OpenRead(folder.FullName);
                    Assert.Equal(2000 + reader.Version, reader.NodeCount);
                    Assert.Equal($"{reader.Version}/7", reader.Property(7, "id"));
                }
            }
            catch (Exception e)
            {
                faults.Add(e);
            }
        });
        opener.Start();
        using (GraphWriteLock held = GraphDirectory.Lock(folder.FullName))
        {
            for (int version = 2; version < 60; version++)
            {
                using SegmentWriter writer = held.BeginVersion();
                ChildProcess.WriteVersion(writer, version);
                writer.Publish();
            }
        }

        done.Cancel();
        opener.Join();
        Assert.Empty(faults);
    }

    [Fact]
    public void Many_threads_read_one_reader()
    {
        using TemporaryFolder folder = new();
        GraphModel model = GraphModel.Random(8, maxRows: 300);
        TestGraph.Publish(folder.FullName, model.Write);
        using GraphReader reader = GraphDirectory.OpenRead(folder.FullName);
        Parallel.For(0, 8, new ParallelOptions { MaxDegreeOfParallelism = 8 }, _ => ModelComparison.Check(model, reader));
    }

    [Fact]
    public void A_disposed_reader_refuses_to_read()
    {
        using TemporaryFolder folder = new();
        TestGraph.Publish(folder.FullName, writer =>
        {
            ChildProcess.WriteVersion(writer, 1);
            writer.AddBlobs("records", [new byte[3]]);
            writer.AddNameIndex("names", [("Paper", "id")]);
        });
        GraphReader reader = GraphDirectory.OpenRead(folder.FullName);
        reader.Dispose();
        reader.Dispose();
        Assert.Throws<ObjectDisposedException>(() => reader.Property(0, "id"));
        Assert.Throws<ObjectDisposedException>(() => reader.FindNodes("Paper", "id", "1/1"));
        Assert.Throws<ObjectDisposedException>(() => reader.Edges("CITES")!.Outgoing.Neighbours(3).Length);
        Assert.Throws<ObjectDisposedException>(() => reader.Blobs("records")[0]);
        Assert.Throws<ObjectDisposedException>(() => reader.NameIndex("names").NodesNamed("1").Length);
    }

    private static IEnumerable<string?> Names(TemporaryFolder folder) =>
        System.IO.Directory.EnumerateFileSystemEntries(folder.FullName).Select(Path.GetFileName).Order(StringComparer.Ordinal);
}
