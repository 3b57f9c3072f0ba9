namespace Papergraph.Extraction;

/// <summary>A run of characters that may be a term of the paper with a label, wherever it stands.</summary>
/// <param name="First">Place of its first occurrence among the sorted spans of <see cref="DocumentCandidates"/>.</param>
/// <param name="Count">Its occurrences, one behind the other.</param>
/// <param name="Label">Index of the label.</param>
internal readonly record struct SurfaceCandidate(int First, int Count, int Label);
