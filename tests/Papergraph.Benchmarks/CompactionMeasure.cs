using System.Diagnostics;
using System.Globalization;
using Papergraph.Store;

namespace Papergraph.Benchmarks;

/// <summary>What many small commits on a graph of 100 k nodes and 1 M edges take, then opening the graph with them, then folding them in.</summary>
/// <param name="Commits">Number of commits, one edge with one property each.</param>
/// <param name="CommitSeconds">What all of them took, without waiting for the disk.</param>
/// <param name="LogBytes">Length of the log.</param>
/// <param name="OpenMilliseconds">What opening the graph took then, the log replayed.</param>
/// <param name="CompactSeconds">What the compaction took.</param>
/// <param name="SegmentBytes">Length of the segment after it.</param>
internal sealed record CompactionMeasure(
    int Commits, double CommitSeconds, long LogBytes, double OpenMilliseconds, double CompactSeconds, long SegmentBytes)
{
    private const int Nodes = 100_000, Edges = 1_000_000;

    /// <param name="folder">A directory that does not exist yet.</param>
    /// <param name="commits">How many commits.</param>
    public static CompactionMeasure Take(string folder, int commits)
    {
        RandomGraph.Publish(folder, Nodes, Edges);
        GraphStoreOptions options = new() { Durability = Durability.OperatingSystem, CompactionRatio = double.PositiveInfinity };
        ulong state = 3;
        long start = Stopwatch.GetTimestamp();
        using (GraphStore store = GraphStore.Open(folder, options))
        {
            for (int i = 0; i < commits; i++)
            {
                using GraphTransaction transaction = store.Begin();
                long edge = transaction.CreateEdge("CITES", RandomGraph.Next(ref state, Nodes), RandomGraph.Next(ref state, Nodes));
                transaction.SetEdgeProperty("CITES", edge, "line", (long)i);
                transaction.Commit();
            }
        }

        double commitSeconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        long logBytes = Directory.EnumerateFiles(folder, "log-*").Sum(file => new FileInfo(file).Length);
        start = Stopwatch.GetTimestamp();
        using (GraphDirectory.OpenRead(folder))
        {
        }

        double openMilliseconds = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        using GraphStore changed = GraphStore.Open(folder, options);
        start = Stopwatch.GetTimestamp();
        CompactionReport report = changed.Compact();
        return new(
            commits, commitSeconds, logBytes, openMilliseconds, Stopwatch.GetElapsedTime(start).TotalSeconds, report.BytesAfter);
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Commits:N0} commits in {CommitSeconds:F2} s, log of {LogBytes:N0} bytes, opened in {OpenMilliseconds:F0} ms, compacted in {CompactSeconds:F2} s to {SegmentBytes:N0} bytes");
}
