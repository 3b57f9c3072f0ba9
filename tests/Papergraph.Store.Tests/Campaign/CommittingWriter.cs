using System.Globalization;

namespace Papergraph.Store.Tests.Campaign;

/// <summary>What a process does that is going to be killed: commits, and says so after each commit; compacts, and makes, restores and
/// deletes snapshots, each with the name of a commit that it includes.</summary>
internal static class CommittingWriter
{
    private const int MostSnapshots = 3;

    private static readonly GraphStoreOptions Options = new()
    {
        CompactionMinimum = 20_000,
        CompactionRatio = 1,
        CompactWhileOpen = true,
        Threads = 1,
    };

    public static void Run(string path, int seed, int threads, Action<string> say)
    {
        using GraphStore store = GraphStore.Open(path, Options);
        Lock saying = new();
        Say("open");
        Thread[] all = [.. Enumerable.Range(0, threads).Select(i => new Thread(() => Write(new Random(seed + i))))];
        foreach (Thread thread in all) thread.Start();
        foreach (Thread thread in all) thread.Join();

        void Write(Random random)
        {
            while (true)
            {
                Say(string.Create(CultureInfo.InvariantCulture, $"commit {ChainGraph.Commit(store, random)}"));
                if (random.Next(60) == 0) store.Compact();
            }
        }

        void Say(string line)
        {
            lock (saying) say(line);
        }
    }

    /// <summary>One thread, which makes and deletes snapshots between its commits and now and then goes back to one.</summary>
    public static void RunWithSnapshots(string path, int seed, Action<string> say)
    {
        Random random = new(seed);
        say("open");
        while (true)
        {
            using (GraphStore store = GraphStore.Open(path, Options))
            {
                long number = 0;
                for (int i = random.Next(8); i >= 0; i--)
                {
                    number = ChainGraph.Commit(store, random);
                    say(string.Create(CultureInfo.InvariantCulture, $"commit {number}"));
                }

                string name = string.Create(CultureInfo.InvariantCulture, $"at-{number}");
                if (GraphDirectory.Snapshots(path).All(snapshot => snapshot.Name != name))
                {
                    store.CreateSnapshot(name);
                    say($"snapshot {number}");
                }
            }

            IReadOnlyList<GraphSnapshot> snapshots = GraphDirectory.Snapshots(path);
            if (snapshots.Count <= MostSnapshots) continue;
            using GraphWriteLock held = GraphDirectory.Lock(path);
            GraphSnapshot chosen = snapshots[random.Next(snapshots.Count)];
            string at = chosen.Name["at-".Length..];
            if (random.Next(3) == 0)
            {
                say($"restoring {at}");
                held.RestoreSnapshot(chosen.Name);
                say($"restored {at}");
            }

            say($"deleting {at}");
            held.DeleteSnapshot(chosen.Name);
            say($"deleted {at}");
        }
    }
}
