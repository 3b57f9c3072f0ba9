using System.Diagnostics;
using System.Globalization;
using Papergraph.Store;

namespace Papergraph.Benchmarks;

/// <summary>How fast small transactions are committed: each adds one edge between two nodes.</summary>
/// <param name="Threads">Threads that commit at the same time.</param>
/// <param name="Durability">What a commit waits for.</param>
/// <param name="PerSecond">Commits a second, of all threads together.</param>
/// <param name="MedianMicroseconds">What the median commit took, its transaction included.</param>
/// <param name="P99Microseconds">What 99 of 100 commits took at most.</param>
internal sealed record CommitMeasure(
    int Threads, Durability Durability, double PerSecond, double MedianMicroseconds, double P99Microseconds)
{
    private const int Nodes = 1000;

    /// <param name="folder">A directory that does not exist yet, on the disk to be measured.</param>
    /// <param name="threads">How many threads commit.</param>
    /// <param name="commits">How many commits of all threads together.</param>
    /// <param name="durability">What they wait for.</param>
    public static CommitMeasure Take(string folder, int threads, int commits, Durability durability)
    {
        using GraphStore store = GraphStore.Open(folder, new() { Durability = durability });
        using (GraphTransaction nodes = store.Begin())
        {
            for (int i = 0; i < Nodes; i++) nodes.CreateNode("Paper");
            nodes.Commit();
        }

        for (int i = 0; i < 200; i++) CommitOne(store, i);
        double[] microseconds = new double[commits / threads * threads];
        long start = Stopwatch.GetTimestamp();
        Thread[] all = [.. Enumerable.Range(0, threads).Select(thread => new Thread(() =>
        {
            for (int i = thread; i < microseconds.Length; i += threads)
            {
                long before = Stopwatch.GetTimestamp();
                CommitOne(store, i);
                microseconds[i] = Stopwatch.GetElapsedTime(before).TotalMicroseconds;
            }
        }))];
        foreach (Thread thread in all) thread.Start();
        foreach (Thread thread in all) thread.Join();
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        Array.Sort(microseconds);
        int count = microseconds.Length;
        return new(threads, durability, count / seconds, microseconds[count / 2], microseconds[count * 99 / 100]);
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Threads} threads, {Durability}: {PerSecond:F0} commits/s, median {MedianMicroseconds:F0} µs, p99 {P99Microseconds:F0} µs");

    private static void CommitOne(GraphStore store, int number)
    {
        using GraphTransaction transaction = store.Begin();
        transaction.CreateEdge("CITES", number % Nodes, number * 7 % Nodes);
        transaction.Commit();
    }
}
