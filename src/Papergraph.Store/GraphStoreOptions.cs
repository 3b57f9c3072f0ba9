namespace Papergraph.Store;

/// <summary>How a graph is kept open for writing.</summary>
public sealed record GraphStoreOptions
{
    /// <summary>The options that nobody chose.</summary>
    public static readonly GraphStoreOptions Default = new();

    /// <summary>Whether an empty graph is made where there is none. Yes; otherwise that is an error.</summary>
    public bool CreateIfMissing { get; init; } = true;

    /// <summary>What a commit waits for. <see cref="Durability.Full"/>.</summary>
    public Durability Durability { get; init; } = Durability.Full;

    /// <summary>A compaction is due as soon as the log is longer than this part of the segment, and than
    /// <see cref="CompactionMinimum"/>; not negative, positive infinity for never. A half.</summary>
    public double CompactionRatio { get; init; } = 0.5;

    /// <summary>The least length of the log, in bytes, at which a compaction is due; not negative. 16 MiB.</summary>
    public long CompactionMinimum { get; init; } = 1 << 24;

    /// <summary>Whether a compaction that is due takes place at the end of the commit after which it is, and not only when the store is
    /// disposed. Then ids of nodes and positions of edges are good for nothing after the transaction or the reader that they were obtained
    /// from. No.</summary>
    public bool CompactWhileOpen { get; init; }

    /// <summary>How many threads a compaction may use at once, the caller's included, at least 1; null for one per processor.</summary>
    public int? Threads { get; init; }

    /// <summary>Whether a compaction is due.</summary>
    internal bool IsDue(long logBytes, long segmentBytes) => logBytes > Math.Max(CompactionMinimum, segmentBytes * CompactionRatio);
}
