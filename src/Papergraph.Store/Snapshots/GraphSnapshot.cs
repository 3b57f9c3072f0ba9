namespace Papergraph.Store;

/// <summary>A named state of a graph that is kept, whatever is written later.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Version">Number of the version that it is a state of.</param>
/// <param name="Commits">How many commits after the beginning of that version it includes.</param>
/// <param name="Segment">Name of the segment that it needs; others may need it too.</param>
/// <param name="SegmentBytes">Length of that file in bytes.</param>
/// <param name="LogBytes">How many bytes of the version's log it needs.</param>
public sealed record GraphSnapshot(string Name, long Version, long Commits, string Segment, long SegmentBytes, long LogBytes);
