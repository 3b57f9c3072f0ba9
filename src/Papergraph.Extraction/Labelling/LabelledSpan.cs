namespace Papergraph.Extraction;

/// <summary>A mention that an annotator marked, in tokens.</summary>
/// <param name="Passage">0 for the title, 1 for the abstract.</param>
/// <param name="Range">Its tokens.</param>
/// <param name="Label">Index into the labels.</param>
internal readonly record struct LabelledSpan(int Passage, TokenRange Range, int Label);
