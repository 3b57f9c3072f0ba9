using System.Diagnostics;
using System.Globalization;
using Papergraph.Store;

namespace Papergraph.Benchmarks;

/// <summary>Eight readers, alone and then beside one writer that commits and compacts without a pause.</summary>
/// <param name="Reads">How many reads there were.</param>
/// <param name="Commits">How many commits, 0 without a writer.</param>
/// <param name="Compactions">How many compactions.</param>
/// <param name="MedianMicroseconds">What the median read took.</param>
/// <param name="P99Microseconds">What 99 of 100 reads took at most.</param>
/// <param name="MaxMicroseconds">What the slowest read took.</param>
internal sealed record SoakMeasure(
    long Reads, long Commits, int Compactions, double MedianMicroseconds, double P99Microseconds, double MaxMicroseconds)
{
    private const int Nodes = 100_000, Edges = 1_000_000, Readers = 8, CommitsBetweenCompactions = 200_000;

    /// <summary>Runs the readers for the time beside the writer, and before for a tenth of it alone.</summary>
    /// <param name="folder">A directory that does not exist yet.</param>
    /// <param name="minutes">How long beside the writer.</param>
    /// <exception cref="InvalidOperationException">A reader saw half of a commit, or failed.</exception>
    public static (SoakMeasure Alone, SoakMeasure Beside) Take(string folder, double minutes)
    {
        RandomGraph.Publish(folder, Nodes, Edges);
        using GraphStore store = GraphStore.Open(
            folder, new() { Durability = Durability.OperatingSystem, CompactionRatio = double.PositiveInfinity });
        return (
            Run(store, TimeSpan.FromMinutes(minutes / 10), writing: false), Run(store, TimeSpan.FromMinutes(minutes), writing: true));
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Reads:N0} reads, {Commits:N0} commits, {Compactions} compactions; a read: median {MedianMicroseconds:F0} µs, p99 {P99Microseconds:F0} µs, longest {MaxMicroseconds:F0} µs");

    private static SoakMeasure Run(GraphStore store, TimeSpan time, bool writing)
    {
        long end = Stopwatch.GetTimestamp() + (long)(time.TotalSeconds * Stopwatch.Frequency);
        LatencyHistogram[] latencies = [.. Enumerable.Range(0, Readers).Select(_ => new LatencyHistogram())];
        List<Exception> failures = [];
        (long commits, int compactions) = (0, 0);
        List<Action> all = [.. latencies.Select((latency, number) => (Action)(() => Read(store, number, end, latency)))];
        if (writing) all.Add(() => (commits, compactions) = Write(store, end));
        Thread[] threads = [.. all.Select(work => new Thread(() =>
        {
            try
            {
                work();
            }
            catch (Exception e) when (e is StoreException or InvalidOperationException or ArgumentException)
            {
                lock (failures) failures.Add(e);
            }
        }))];
        foreach (Thread thread in threads) thread.Start();
        foreach (Thread thread in threads) thread.Join();
        if (failures.Count > 0) throw new InvalidOperationException($"{failures.Count} threads failed: {failures[0].Message}", failures[0]);
        LatencyHistogram sum = LatencyHistogram.Sum(latencies);
        return new(sum.Count, commits, compactions, sum.Quantile(0.5), sum.Quantile(0.99), sum.Quantile(1));
    }

    /// <summary>Each commit adds two edges there and back and counts them, so a reader can tell whether it sees a whole one.</summary>
    private static (long Commits, int Compactions) Write(GraphStore store, long end)
    {
        ulong state = 11;
        (long commits, int compactions) = (0, 0);
        while (Stopwatch.GetTimestamp() < end)
        {
            using GraphTransaction transaction = store.Begin();
            (int a, int b) = (RandomGraph.Next(ref state, Nodes), RandomGraph.Next(ref state, Nodes));
            transaction.CreateEdge("CITES", a, b);
            transaction.CreateEdge("CITES", b, a);
            transaction.SetMetadata("added", (2 * ++commits).ToString(CultureInfo.InvariantCulture));
            transaction.Commit();
            if (commits % CommitsBetweenCompactions != 0) continue;
            store.Compact();
            compactions++;
        }

        return (commits, compactions);
    }

    /// <summary>Opens the newest state, walks two steps from some node, and counts.</summary>
    private static void Read(GraphStore store, int number, long end, LatencyHistogram latency)
    {
        ulong state = (ulong)number + 1;
        for (long now = Stopwatch.GetTimestamp(); now < end; now = Stopwatch.GetTimestamp())
        {
            using GraphReader reader = store.OpenRead();
            Adjacency outgoing = reader.Edges("CITES")!.Outgoing;
            long reached = 0;
            foreach (int neighbour in outgoing.Neighbours(RandomGraph.Next(ref state, Nodes))) reached += outgoing.Degree(neighbour);
            long added = reader.Metadata.TryGetValue("added", out string? count) ? long.Parse(count, CultureInfo.InvariantCulture) : 0;
            if (reader.EdgeCount != Edges + added || reached < 0)
                throw new InvalidOperationException($"A reader saw {reader.EdgeCount} edges with {added} added.");
            latency.Add(Stopwatch.GetElapsedTime(now));
        }
    }
}
