namespace Papergraph.Store;

/// <summary>What a compaction did.</summary>
/// <param name="Version">Number of the version that was published, or of the one that stands when there was nothing to do.</param>
/// <param name="Commits">How many commits were folded into the segment.</param>
/// <param name="BytesBefore">Bytes of segment and log before.</param>
/// <param name="BytesAfter">Bytes of the segment after.</param>
public sealed record CompactionReport(long Version, long Commits, long BytesBefore, long BytesAfter);
