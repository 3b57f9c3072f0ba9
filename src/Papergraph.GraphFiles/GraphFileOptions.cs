namespace Papergraph.GraphFiles;

/// <summary>How a file of edges is read; the defaults suit files that people have, the limits keep hostile ones harmless.</summary>
public sealed record GraphFileOptions
{
    /// <summary>The format, or null to recognise it by content, and by the extension of the name where content leaves it open.</summary>
    public GraphFileFormat? Format { get; init; }

    /// <summary>Whether edges have directions, or null for what the file says; pairs and adjacency lists that say nothing have them.</summary>
    public bool? IsDirected { get; init; }

    /// <summary>What of an edge is its weight: an attribute, a column by its name, or a column by its number from 1 on. Null: what is
    /// called <c>weight</c>, or is a weight by the format itself. Empty: nothing.</summary>
    public string? Weight { get; init; }

    /// <summary>Most threads to use, at least 1. Default: the number of processors. What is read does not depend on it.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Most bytes that a compressed file may unfold to, at least 1. Default 64 GiB.</summary>
    public long MaxDecompressedBytes { get; init; } = 64L << 30;

    /// <summary>Most bytes that one stored byte may unfold to once a file has unfolded to 64 MiB, at least 1. Default 1000, which is near
    /// what gzip can do at most (1032) and far from what graphs do.</summary>
    public int MaxCompressionRatio { get; init; } = 1000;

    internal void Validate()
    {
        if (Threads < 1) throw GraphFileErrors.OutOfRange("threads", Threads);
        if (MaxDecompressedBytes < 1) throw GraphFileErrors.OutOfRange("most bytes that a compressed file may unfold to", MaxDecompressedBytes);
        if (MaxCompressionRatio < 1) throw GraphFileErrors.OutOfRange("most bytes that one stored byte may unfold to", MaxCompressionRatio);
    }
}
