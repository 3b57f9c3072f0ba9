using System.Collections.Concurrent;
using Papergraph.Store.Tests.Simulation;

namespace Papergraph.Store.Tests.Log;

public class CommitLogTests
{
    private const string Graph = "/g", LogFile = "/g/log-1.pgl";

    [Fact]
    public void What_was_committed_is_read_again_in_order()
    {
        SimulatedDevice device = NewGraph();
        byte[][] commits = [[], [1], new byte[8], [.. Enumerable.Range(0, 300_000).Select(i => (byte)i)], [7, 7, 7]];
        foreach (byte[] commit in commits) Commit(device, commit);
        Assert.Equal(commits, ReadAll(device));
        Assert.Equal("closed", State(device));
    }

    [Fact]
    public void A_log_that_is_closed_without_a_commit_leaves_no_trace()
    {
        SimulatedDevice device = NewGraph();
        string[] before = device.Files(Graph);
        Commit(device);
        Assert.Equal(before, device.Files(Graph));
    }

    [Fact]
    public void While_a_writer_has_the_log_others_read_what_was_committed()
    {
        SimulatedDevice device = NewGraph();
        using GraphWriteLock held = GraphDirectory.Lock(device, Graph);
        CommitLog log = held.OpenLog(Durability.Full, (_, _) => Assert.Fail("nothing was committed"));
        Assert.Equal("closed", State(device));
        for (byte i = 1; i < 5; i++)
        {
            log.Wait(log.Append([i]));
            Assert.Equal(i, log.DurableCommits);
            Assert.Equal("open", State(device));
            Assert.Equal(Enumerable.Range(1, i).Select(n => new byte[] { (byte)n }), ReadAll(device));
        }

        log.Close();
        Assert.Equal("closed", State(device));
        Assert.Equal(4, ReadAll(device).Count);
    }

    [Fact]
    public void Every_cut_of_a_log_that_was_not_closed_leaves_the_commits_before_it()
    {
        SimulatedDevice device = NewGraph();
        List<long> ends = LeaveOpen(device, 6, out _);
        byte[] whole = device.ReadFile(LogFile, 1 << 20);
        for (int length = whole.Length; length >= ends[0]; length--)
        {
            device.WriteFile(LogFile, whole.AsSpan(0, length));
            int kept = ends.Count(end => end <= length) - 1;
            Assert.Equal(kept, ReadAll(device).Count);
            SimulatedDisk copy = new();
            Copy(device, copy);
            SimulatedDevice other = new(copy, new(1));
            using GraphWriteLock held = GraphDirectory.Lock(other, Graph);
            using CommitLog log = held.OpenLog(Durability.Full, (_, _) => { });
            Assert.Equal((kept, length - ends[kept]), (log.End.Commits, log.CutBytes));
            log.Wait(log.Append("more"u8));
            log.Close();
            Assert.Equal("more"u8.ToArray(), ReadAll(other)[kept]);
        }
    }

    [Fact]
    public void Damage_before_a_commit_that_was_durable_is_an_error()
    {
        SimulatedDevice device = NewGraph();
        List<long> ends = LeaveOpen(device, 5, out _);
        byte[] whole = device.ReadFile(LogFile, 1 << 20);
        // Each frame says that all before it were on the disk; of the last nothing later says so.
        for (int i = 0; i < whole.Length; i++)
        {
            byte[] damaged = [.. whole];
            damaged[i] ^= (byte)(1 << (i % 8));
            device.WriteFile(LogFile, damaged);
            if (i >= ends[^2]) Assert.Equal(4, ReadAll(device).Count);
            else Assert.Contains(LogFile, Assert.Throws<StoreException>(() => ReadAll(device)).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Any_damage_to_a_log_that_was_closed_is_an_error()
    {
        SimulatedDevice device = NewGraph();
        for (byte i = 0; i < 4; i++) Commit(device, [i, i, i]);
        byte[] whole = device.ReadFile(LogFile, 1 << 20);
        for (int i = 0; i < whole.Length; i++)
        {
            byte[] damaged = [.. whole];
            damaged[i] ^= (byte)(1 << (i % 8));
            device.WriteFile(LogFile, damaged);
            Assert.Throws<StoreException>(() => ReadAll(device));
            device.WriteFile(LogFile, whole.AsSpan(0, i));
            Assert.Throws<StoreException>(() => ReadAll(device));
        }

        device.WriteFile(LogFile, [.. whole, 0]);
        Assert.Throws<StoreException>(() => ReadAll(device));
        device.Delete(LogFile);
        Assert.Equal("PGT009", Assert.Throws<StoreException>(() => ReadAll(device)).Code);
    }

    [Fact]
    public void A_commit_that_holds_a_log_is_not_taken_for_commits()
    {
        SimulatedDevice device = NewGraph();
        LeaveOpen(device, 3, out _);
        byte[] log = device.ReadFile(LogFile, 1 << 20);
        SimulatedDevice other = NewGraph();
        using GraphWriteLock held = GraphDirectory.Lock(other, Graph);
        using CommitLog outer = held.OpenLog(Durability.Full, (_, _) => { });
        outer.Wait(outer.Append([.. new byte[8], .. log]));
        byte[] whole = other.ReadFile(LogFile, 1 << 20);
        whole[LogFormat.HeaderSize + 4] ^= 1;
        other.WriteFile(LogFile, whole);
        Assert.Empty(ReadAll(other));
    }

    [Theory]
    [InlineData("write", (int)Fault.DiskFull)]
    [InlineData("write", (int)Fault.Refused)]
    [InlineData("sync", (int)Fault.Refused)]
    public void After_a_failure_nothing_more_is_written_until_the_log_is_opened_again(string operation, int fault)
    {
        SimulatedDisk disk = new();
        bool failing = false;
        int syncs = 0;
        SimulatedDevice device = new(disk, new(3), (done, path) =>
        {
            if (path != LogFile || !failing) return Fault.None;
            if (done == "sync") syncs++;
            return done == operation ? (Fault)fault : Fault.None;
        });
        Publish(device);
        GraphWriteLock held = GraphDirectory.Lock(device, Graph);
        CommitLog log = held.OpenLog(Durability.Full, (_, _) => { });
        log.Wait(log.Append("one"u8));
        failing = true;
        Assert.Throws<StoreException>(() => log.Wait(log.Append("two"u8)));
        failing = false;
        int syncsBefore = syncs;
        Assert.Equal("PGT061", Assert.Throws<StoreException>(() => log.Append("three"u8)).Code);
        Assert.Equal("PGT061", Assert.Throws<StoreException>(log.Close).Code);
        Assert.Equal(syncsBefore, syncs);
        held.Dispose();
        List<byte[]> left = ReadAll(device);
        Assert.Equal("one"u8.ToArray(), left[0]);
        Assert.InRange(left.Count, 1, 2);
        Commit(device, "four"u8.ToArray());
        Assert.Equal("four"u8.ToArray(), ReadAll(device)[^1]);
    }

    [Fact]
    public void A_commit_that_survived_a_failed_sync_in_memory_only_is_saved_when_the_log_is_opened_again()
    {
        for (int seed = 0; seed < 100; seed++)
        {
            SimulatedDisk disk = new();
            Random random = new(seed);
            bool failing = false;
            SimulatedDevice device = new(disk, random, (done, path) =>
                failing && path == LogFile && done == "sync" ? Fault.Refused : Fault.None);
            Publish(device);
            using (GraphWriteLock held = GraphDirectory.Lock(device, Graph))
            {
                using CommitLog log = held.OpenLog(Durability.Full, (_, _) => { });
                log.Wait(log.Append("one"u8));
                failing = true;
                Assert.Throws<StoreException>(() => log.Wait(log.Append("two"u8)));
                failing = false;
            }

            Commit(device, "three"u8.ToArray());
            disk.Crash(random);
            Assert.Equal(["one"u8.ToArray(), "two"u8.ToArray(), "three"u8.ToArray()], ReadAll(new SimulatedDevice(disk, random)));
        }
    }

    [Fact]
    public void Commits_that_wait_together_share_a_sync()
    {
        int syncs = 0;
        using SemaphoreSlim blocked = new(0);
        using ManualResetEventSlim syncing = new();
        bool hold = false;
        SimulatedDevice device = new(new(), new(1))
        {
            BeforeSync = () =>
            {
                Interlocked.Increment(ref syncs);
                if (!Volatile.Read(ref hold)) return;
                syncing.Set();
                blocked.Wait();
            },
        };
        Publish(device);
        using GraphWriteLock held = GraphDirectory.Lock(device, Graph);
        using CommitLog log = held.OpenLog(Durability.Full, (_, _) => { });
        log.Wait(log.Append([0]));
        int before = syncs;
        Volatile.Write(ref hold, true);
        ConcurrentBag<Exception> faults = [];
        List<Thread> waiting = [];
        for (int i = 0; i < 9; i++)
        {
            long commit = log.Append([1]);
            Thread thread = new(() =>
            {
                if (Record.Exception(() => log.Wait(commit)) is { } fault) faults.Add(fault);
            });
            thread.Start();
            waiting.Add(thread);
            if (i == 0) syncing.Wait();
        }

        blocked.Release(100);
        waiting.ForEach(thread => thread.Join());
        Assert.Empty(faults);
        Assert.Equal(2, syncs - before);
    }

    [Theory]
    [InlineData(Durability.Full)]
    [InlineData(Durability.OperatingSystem)]
    public void Wherever_the_power_is_cut_the_commits_are_whole_and_the_acknowledged_ones_are_there(Durability durability)
    {
        for (int seed = 0; seed < 400; seed++)
        {
            Random random = new(seed);
            SimulatedDisk disk = new();
            Publish(new(disk, random));
            int last = random.Next(60), count = 0, acknowledged = 0, tried = 0;
            bool powerCut = random.Next(2) == 0;
            SimulatedDevice device = new(disk, random, (_, _) => ++count > last ? Fault.Refused : Fault.None);
            _ = Record.Exception(() =>
            {
                while (tried < 20)
                {
                    using GraphWriteLock held = GraphDirectory.Lock(device, Graph);
                    CommitLog log = held.OpenLog(durability, (_, _) => { });
                    for (int i = random.Next(4); i >= 0; i--)
                    {
                        byte[] payload = Payload(tried++);
                        log.Wait(log.Append(payload));
                        acknowledged = tried;
                    }

                    if (random.Next(2) == 0) log.Close();
                    else log.Dispose();
                }
            });
            device.Kill();
            if (powerCut) disk.Crash(random);
            SimulatedDevice after = new(disk, random);
            List<byte[]> left = ReadAll(after);
            Assert.True(left.Count <= tried);
            if (!powerCut || durability == Durability.Full)
                Assert.True(left.Count >= acknowledged, $"seed {seed}: {left.Count} of {acknowledged}");
            for (int i = 0; i < left.Count; i++) Assert.Equal(Payload(i), left[i]);
            // The next writer is stopped by a power cut, too: what the first one had begun must not take its commit along.
            using (GraphWriteLock held = GraphDirectory.Lock(after, Graph))
            {
                using CommitLog log = held.OpenLog(Durability.Full, (_, _) => { });
                log.Wait(log.Append("more"u8));
            }

            disk.Crash(random);
            Assert.Equal(left.Count + 1, ReadAll(new SimulatedDevice(disk, random)).Count);
        }
    }

    private static byte[] Payload(int i)
    {
        byte[] payload = new byte[i * i * 13 % 1500];
        new Random(i).NextBytes(payload);
        return payload;
    }

    private static SimulatedDevice NewGraph()
    {
        SimulatedDevice device = new(new(), new(1));
        Publish(device);
        return device;
    }

    private static void Publish(SimulatedDevice device)
    {
        using GraphWriteLock held = GraphDirectory.Lock(device, Graph);
        using SegmentWriter writer = held.BeginVersion();
        writer.AddNodeTable("Paper").AddNode();
        writer.Publish();
    }

    private static void Commit(StoreDevice device, params byte[][] payloads)
    {
        using GraphWriteLock held = GraphDirectory.Lock(device, Graph);
        CommitLog log = held.OpenLog(Durability.Full, (_, _) => { });
        foreach (byte[] payload in payloads) log.Wait(log.Append(payload));
        log.Close();
    }

    /// <summary>Commits and stops without closing; returns the ends of the header and of each frame.</summary>
    private static List<long> LeaveOpen(StoreDevice device, int commits, out LogPosition end)
    {
        using GraphWriteLock held = GraphDirectory.Lock(device, Graph);
        using CommitLog log = held.OpenLog(Durability.Full, (_, _) => { });
        List<long> ends = [LogFormat.HeaderSize];
        for (int i = 0; i < commits; i++)
        {
            log.Wait(log.Append(Payload(i + 1)));
            ends.Add(log.End.Length);
        }

        end = log.End;
        return ends;
    }

    private static List<byte[]> ReadAll(StoreDevice device) => PublishedVersion.Use(device, Graph, version =>
    {
        List<byte[]> commits = [];
        LogReader.Read(device, Graph, version.Log, (_, payload) => commits.Add(payload.ToArray()));
        return commits;
    });

    private static string State(StoreDevice device) => CurrentFile.Read(device, Graph).LogEnd is null ? "open" : "closed";

    private static void Copy(SimulatedDevice from, SimulatedDisk to)
    {
        SimulatedDevice device = new(to, new(1));
        device.CreateDirectory(Graph);
        foreach (string name in from.Files(Graph))
            device.WriteFile(Path.Combine(Graph, name), from.ReadFile(Path.Combine(Graph, name), 1 << 24));
    }
}
