namespace Papergraph.Corpus;

/// <summary>A marked place.</summary>
/// <param name="Label">The type of what stands there.</param>
/// <param name="Place">Where.</param>
/// <param name="Confidence">Probability, 0 to 1, of an extractor's mark; 1 for an annotator's.</param>
public sealed record AnnotatedSpan(string Label, FieldSpan Place, double Confidence = 1);
