using Papergraph.Corpus;

namespace Papergraph.Extraction;

/// <summary>A mistake that occurs a number of times, with its first place.</summary>
/// <param name="Surface">What should have been found; for a confusion of labels, the surface at the first place.</param>
/// <param name="Label">Its label in the gold.</param>
/// <param name="Found">What was found instead, a label or a surface; null where nothing was.</param>
/// <param name="Count">How often.</param>
/// <param name="Paper">Index of the first paper with it.</param>
/// <param name="Place">Its first place there.</param>
public sealed record FrequentMistake(string Surface, string Label, string? Found, long Count, int Paper, FieldSpan Place);
