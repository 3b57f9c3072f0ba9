using Papergraph.Corpus;

namespace Papergraph.Extraction;

/// <summary>A mention that was found and is not in the gold.</summary>
/// <param name="Paper">Index of the paper.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="Surface">What stands there.</param>
/// <param name="Label">The label found.</param>
/// <param name="Confidence">How sure the extractor was.</param>
public sealed record FalseMention(int Paper, FieldSpan Place, string Surface, string Label, double Confidence);
