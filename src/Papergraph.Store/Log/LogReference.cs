namespace Papergraph.Store;

/// <summary>The log of a version, and how far it is to be read.</summary>
/// <param name="Name">File name.</param>
/// <param name="Segment">The segment that its commits change.</param>
/// <param name="End">Where it ends, or null for a log that a writer has or had open: as far as it is whole.</param>
/// <param name="MayGoOn">Whether the file may be longer, as it is for a snapshot of a version that was written on.</param>
internal sealed record LogReference(string Name, SegmentReference Segment, LogPosition? End, bool MayGoOn = false);
