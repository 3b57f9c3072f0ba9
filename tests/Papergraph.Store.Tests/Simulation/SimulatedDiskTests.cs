using System.Text;

namespace Papergraph.Store.Tests.Simulation;

/// <summary>The simulation is what the store is judged by, so it is judged itself: what was synced always survives, what was not
/// sometimes does and sometimes does not.</summary>
public class SimulatedDiskTests
{
    private const int Tries = 300;

    [Fact]
    public void What_was_synced_survives_every_power_cut()
    {
        for (int seed = 0; seed < Tries; seed++)
        {
            SimulatedDisk disk = new();
            Random random = new(seed);
            SimulatedDevice device = new(disk, random);
            device.CreateDirectory("/g");
            device.WriteFile("/g/a", "kept"u8);
            device.WriteFile("/g/b", "old"u8);
            device.SyncDirectory("/g");
            device.Rename("/g/b", "/g/c");
            device.SyncDirectory("/g");
            disk.Crash(random);
            SimulatedDevice after = new(disk, random);
            Assert.Equal(["a", "c"], after.Files("/g"));
            Assert.Equal("kept", Text(after, "/g/a"));
            Assert.Equal("old", Text(after, "/g/c"));
        }
    }

    [Fact]
    public void What_was_not_synced_is_kept_lost_or_torn_at_sectors()
    {
        HashSet<string> outcomes = [];
        for (int seed = 0; seed < Tries; seed++)
        {
            SimulatedDisk disk = new();
            Random random = new(seed);
            SimulatedDevice device = new(disk, random);
            device.WriteFile("/a", []);
            device.SyncDirectory("/");
            using StoreFile file = device.OpenWrite("/a");
            file.Write(Enumerable.Repeat((byte)'x', 1000).ToArray(), 0);
            file.Write(Enumerable.Repeat((byte)'y', 600).ToArray(), 1000);
            disk.Crash(random);
            byte[] left = new SimulatedDevice(disk, random).ReadFile("/a", 2000);
            Assert.True(left.Length is <= 1600);
            // Sector 0 is all x, sector 1 is x and then y, sectors 2 and 3 are y: within a part of one write all bytes agree.
            foreach ((int from, int to) in ((int, int)[])[(0, 512), (512, 1000), (1000, 1024), (1024, 1536), (1536, 1600)])
            {
                byte[] part = left[Math.Min(from, left.Length)..Math.Min(to, left.Length)];
                Assert.True(part.Distinct().Count() <= 1, $"seed {seed}: bytes {from} to {to} are of several minds");
            }

            IEnumerable<byte> looks = ((int[])[0, 600, 1010, 1100, 1599]).Select(i => i < left.Length ? left[i] : (byte)'-');
            outcomes.Add(Encoding.ASCII.GetString([.. looks]));
        }

        Assert.Contains("xxyyy", outcomes);
        Assert.Contains("-----", outcomes);
        Assert.Contains(outcomes, outcome => outcome.StartsWith('\0') && outcome.Contains('y', StringComparison.Ordinal));
        Assert.True(outcomes.Count > 8, string.Join(' ', outcomes));
    }

    [Fact]
    public void Names_that_were_not_synced_may_be_lost_and_renames_are_whole()
    {
        HashSet<string> outcomes = [];
        for (int seed = 0; seed < Tries; seed++)
        {
            SimulatedDisk disk = new();
            Random random = new(seed);
            SimulatedDevice device = new(disk, random);
            device.WriteFile("/current", "1"u8);
            device.SyncDirectory("/");
            device.WriteFile("/new", "2"u8);
            device.Rename("/new", "/current");
            disk.Crash(random);
            outcomes.Add(Text(new SimulatedDevice(disk, random), "/current"));
        }

        Assert.Equal(["1", "2"], outcomes.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void After_a_failed_sync_a_second_one_succeeds_and_saves_nothing()
    {
        HashSet<string> outcomes = [];
        for (int seed = 0; seed < Tries; seed++)
        {
            SimulatedDisk disk = new();
            Random random = new(seed);
            bool failing = false;
            SimulatedDevice device = new(disk, random, (operation, _) => failing && operation == "sync" ? Fault.Refused : Fault.None);
            device.WriteFile("/a", "before"u8);
            device.SyncDirectory("/");
            using StoreFile file = device.OpenWrite("/a");
            file.Write("after!"u8, 0);
            failing = true;
            Assert.Throws<StoreException>(file.Sync);
            failing = false;
            file.Sync();
            Assert.Equal("after!", Text(device, "/a"));
            disk.Crash(random);
            outcomes.Add(Text(new SimulatedDevice(disk, random), "/a"));
        }

        Assert.Equal(["after!", "before"], outcomes.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_full_disk_takes_a_part_of_a_write_at_most()
    {
        SimulatedDisk disk = new();
        bool full = false;
        SimulatedDevice device = new(disk, new(1), (operation, _) => full && operation == "write" ? Fault.DiskFull : Fault.None);
        device.WriteFile("/a", []);
        full = true;
        using StoreFile file = device.OpenWrite("/a");
        HashSet<int> lengths = [];
        for (int i = 0; i < 50; i++)
        {
            file.Truncate(0);
            StoreException refusal = Assert.Throws<StoreException>(() => file.Write("0123456789"u8, 0));
            Assert.Contains("No space", refusal.Message, StringComparison.Ordinal);
            Assert.StartsWith(Text(device, "/a"), "0123456789", StringComparison.Ordinal);
            lengths.Add((int)file.Length);
        }

        Assert.Contains(0, lengths);
        Assert.True(lengths.Count > 5);
    }

    [Fact]
    public void A_lock_ends_with_its_process()
    {
        SimulatedDisk disk = new();
        SimulatedDevice first = new(disk, new(1)), second = new(disk, new(2));
        using IDisposable? held = first.TryLock("/LOCK");
        Assert.NotNull(held);
        Assert.Null(second.TryLock("/LOCK"));
        first.Kill();
        Assert.NotNull(second.TryLock("/LOCK"));
        Assert.Throws<StoreException>(() => first.WriteFile("/a", "late"u8));
        Assert.False(second.FileExists("/a"));
    }

    private static string Text(StoreDevice device, string path) => Encoding.UTF8.GetString(device.ReadFile(path, 1 << 20));
}
