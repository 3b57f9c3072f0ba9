using System.Diagnostics;
using Papergraph.TestKit;

namespace Papergraph.Store.Tests;

public class BlobThreadsTests
{
    // More blocks than a batch has, most of them of one item.
    private static readonly ReadOnlyMemory<byte>[] Items = MakeItems();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void No_more_blocks_are_compressed_at_once_than_threads_are_allowed(int threads)
    {
        using TemporaryFolder folder = new();
        using SegmentFileWriter file = new(StoreDevice.Disk, folder.File("segment"));
        using ManualResetEventSlim tooMany = new();
        Stopwatch patience = Stopwatch.StartNew();
        int running = 0;
        BlobWriter.Write(file, "records", Items, threads, block =>
        {
            if (Interlocked.Increment(ref running) > threads) tooMany.Set();
            // All threads that are allowed stay here for a while, so that one more would be seen.
            if (patience.Elapsed < TimeSpan.FromSeconds(2)) tooMany.Wait(TimeSpan.FromSeconds(2));
            Interlocked.Decrement(ref running);
            return block;
        });
        Assert.False(tooMany.IsSet);
    }

    [Fact]
    public void The_bytes_do_not_depend_on_the_number_of_threads()
    {
        byte[] one = SegmentWith(1);
        Assert.All((int?[])[2, 7, null], threads => Assert.Equal(one, SegmentWith(threads)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Less_than_one_thread_is_refused(int threads)
    {
        using TemporaryFolder folder = new();
        using GraphWriteLock held = GraphDirectory.Lock(folder.FullName);
        Assert.Throws<ArgumentOutOfRangeException>(() => held.BeginVersion(threads));
        using SegmentWriter writer = held.BeginVersion();
        Assert.Equal(1, writer.Publish());
    }

    private static byte[] SegmentWith(int? threads)
    {
        using TemporaryFolder folder = new();
        using (GraphWriteLock held = GraphDirectory.Lock(folder.FullName))
        using (SegmentWriter writer = held.BeginVersion(threads))
        {
            writer.AddBlobs("records", Items);
            writer.Publish();
        }

        return File.ReadAllBytes(folder.File("segment-1.pgs"));
    }

    private static ReadOnlyMemory<byte>[] MakeItems()
    {
        Random random = new(5);
        ReadOnlyMemory<byte>[] items = new ReadOnlyMemory<byte>[80];
        for (int i = 0; i < items.Length; i++)
        {
            byte[] item = new byte[40_000 + random.Next(40_000)];
            for (int at = 0; at < item.Length; at++) item[at] = (byte)('a' + random.Next(6));
            items[i] = item;
        }

        return items;
    }
}
