namespace Papergraph.Extraction;

/// <summary>A labelled paper and how much it counts in training.</summary>
/// <param name="Paper">The paper.</param>
/// <param name="Weight">Factor of its log-likelihood; 1 for an annotated one.</param>
internal readonly record struct WeightedPaper(LabelledPaper Paper, float Weight);
