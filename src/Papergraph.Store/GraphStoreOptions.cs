namespace Papergraph.Store;

/// <summary>How a graph is kept open for writing.</summary>
public sealed record GraphStoreOptions
{
    /// <summary>The options that nobody chose.</summary>
    public static readonly GraphStoreOptions Default = new();

    /// <summary>When the graph is compacted by itself: as soon as the log is longer than this part of the segment, and than
    /// <see cref="CompactionMinimum"/>. Positive infinity for never. A quarter.</summary>
    public double CompactionRatio { get; init; } = 0.25;

    /// <summary>The least length of the log, in bytes, at which the graph is compacted by itself. 16 MiB.</summary>
    public long CompactionMinimum { get; init; } = 1 << 24;
}
