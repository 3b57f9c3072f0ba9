using Papergraph.Store.Tests.Simulation;

namespace Papergraph.Store.Tests.Campaign;

/// <summary>A small graph with everything that a directory can hold — segments, indexes, blobs, a log, snapshots that share files — as
/// bytes to be damaged, and what it answers.</summary>
internal sealed class DamagedGraph
{
    private const string Graph = "/g";

    private readonly Dictionary<string, byte[]> _files = [];
    private readonly HashSet<string> _current = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _snapshots = new(StringComparer.Ordinal);

    /// <param name="closed">Whether the last writer ended by itself. If it was killed, the end of its log cannot be told from a commit that
    /// was never finished, and the graph may be as it was after any commit since the version was published.</param>
    public DamagedGraph(bool closed)
    {
        SimulatedDisk disk = new();
        SimulatedDevice device = new(disk, new(1));
        using (GraphWriteLock held = GraphDirectory.Lock(device, Graph))
        {
            using SegmentWriter writer = held.BeginVersion(threads: 1);
            GraphModel.Random(11, maxRows: 12).Write(writer);
            writer.Publish();
        }

        GraphStore store = GraphStore.Open(device, Graph, new() { Threads = 1 });
        for (int i = 0; i < 3; i++) ChainGraph.Commit(store, new Random(i));
        store.CreateSnapshot("early");
        for (int i = 3; i < 8; i++) ChainGraph.Commit(store, new Random(i));
        store.CreateSnapshot("later");
        store.Compact();
        for (int i = 8; i < 14; i++)
        {
            if (!closed) Remember(store.OpenRead());
            if (i == 11) AddIndexes(store);
            else ChainGraph.Commit(store, new Random(i));
        }

        Remember(store.OpenRead());
        if (closed) store.Dispose();
        else device.Kill();
        SimulatedDevice after = new(disk, new(2));
        foreach (string file in disk.AllFiles.Where(file => !file.EndsWith("/LOCK", StringComparison.Ordinal)))
            _files[file] = after.ReadFile(file, 1 << 24);
        foreach (GraphSnapshot snapshot in GraphDirectory.Snapshots(after, Graph))
        {
            using GraphReader reader = GraphDirectory.OpenSnapshot(after, Graph, snapshot.Name);
            _snapshots[snapshot.Name] = GraphDump.Of(reader);
        }

        if (!closed) store.Dispose();

        void Remember(GraphReader reader)
        {
            using (reader) _current.Add(GraphDump.Of(reader));
        }
    }

    /// <summary>Does one random damage, and requires that it is reported or changes no answer.</summary>
    /// <returns>Whether anything was reported.</returns>
    public bool DamageAndCheck(int seed)
    {
        Random random = new(seed);
        string file = _files.Keys.Order(StringComparer.Ordinal).ElementAt(random.Next(_files.Count));
        (string what, byte[]? damaged) = Damage(_files[file], random);
        what = $"seed {seed}: {file}, {what}";
        SimulatedDisk disk = new();
        SimulatedDevice device = new(disk, random);
        device.CreateDirectory(Graph + "/snapshots");
        device.WriteFile(Graph + "/LOCK", []);
        foreach ((string path, byte[] bytes) in _files)
        {
            if (path != file) device.WriteFile(path, bytes);
            else if (damaged is not null) device.WriteFile(path, damaged);
        }

        bool sound = GraphVerifier.Verify(device, Graph).IsSound;
        bool refused = !Answers(() => GraphDirectory.OpenRead(device, Graph), _current, what);
        foreach ((string name, string dump) in _snapshots)
            refused |= !Answers(() => GraphDirectory.OpenSnapshot(device, Graph, name), [dump], what + ", snapshot " + name);
        // A lost snapshot is lost with the one file that knows of it; whoever names it is told so.
        bool lostSnapshot = damaged is null && file.Contains("/snapshots/", StringComparison.Ordinal);
        Assert.True(!sound || !refused || lostSnapshot, what + ": refused, and not reported");
        if (random.Next(3) == 0) CheckWriting(device, what);
        return !sound || refused;
    }

    /// <summary>Whoever writes to a damaged graph is refused, or goes on with a state that it had.</summary>
    private void CheckWriting(SimulatedDevice device, string what)
    {
        try
        {
            using GraphStore store = GraphStore.Open(device, Graph, new() { Threads = 1 });
            using (GraphReader reader = store.OpenRead())
                if (AllOf(reader) is { } dump) Assert.True(_current.Contains(dump), what + " gave other data to a writer");
            using GraphTransaction transaction = store.Begin();
            transaction.SetMetadata("written", "after the damage");
            transaction.Commit();
        }
        catch (StoreException refusal)
        {
            Assert.DoesNotContain('\n', refusal.Message);
        }

        foreach ((string name, string dump) in _snapshots)
            Answers(() => GraphDirectory.OpenSnapshot(device, Graph, name), [dump], what + ", after writing, snapshot " + name);
    }

    private static bool Answers(Func<GraphReader> open, HashSet<string> right, string what)
    {
        try
        {
            using GraphReader reader = open();
            Assert.True(right.Contains(GraphDump.Of(reader)), what + " gave other data");
            return true;
        }
        catch (StoreException refusal)
        {
            Assert.DoesNotContain('\n', refusal.Message);
            return false;
        }
    }

    private static string? AllOf(GraphReader reader)
    {
        try
        {
            return GraphDump.Of(reader);
        }
        catch (StoreException)
        {
            return null;
        }
    }

    private static void AddIndexes(GraphStore store)
    {
        using GraphTransaction transaction = store.Begin();
        transaction.CreateIndex(new(IndexKind.Range, EntityKind.Node, "Step", "number"));
        transaction.CreateIndex(new(IndexKind.Range, EntityKind.Edge, "FOLLOWS", "number"));
        transaction.Commit();
    }

    private (string What, byte[]? Damaged) Damage(byte[] sound, Random random)
    {
        byte[] bytes = [.. sound];
        int at = random.Next(bytes.Length);
        switch (random.Next(16))
        {
            case < 6:
                bytes[at] ^= (byte)(1 << random.Next(8));
                return ($"byte {at} with a bit changed", bytes);
            case < 8:
                int count = Math.Min(random.Next(1, 64), bytes.Length - at);
                random.NextBytes(bytes.AsSpan(at, count));
                return ($"{count} bytes at {at} overwritten", bytes);
            case 8:
                at &= -SimulatedFile.Sector;
                bytes.AsSpan(at, Math.Min(SimulatedFile.Sector, bytes.Length - at)).Clear();
                return ($"sector at {at} of zeros", bytes);
            case < 12:
                return ($"cut to {at}", bytes[..at]);
            case 12:
                byte[] tail = new byte[random.Next(1, 3000)];
                if (random.Next(2) == 0) random.NextBytes(tail);
                return ($"{tail.Length} bytes longer", [.. bytes, .. tail]);
            case 13:
                int other = random.Next(bytes.Length), length = Math.Min(SimulatedFile.Sector, bytes.Length - Math.Max(at, other));
                sound.AsSpan(other, length).CopyTo(bytes.AsSpan(at));
                return ($"{length} bytes of {other} at {at}", bytes);
            case 14:
                return ("another file in its place", _files.Values.ElementAt(random.Next(_files.Count)));
            default:
                return ("deleted", null);
        }
    }
}
