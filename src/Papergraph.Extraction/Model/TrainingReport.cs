namespace Papergraph.Extraction;

/// <summary>What training saw and reached.</summary>
/// <param name="Papers">Annotated papers.</param>
/// <param name="Mentions">Marks that could be used.</param>
/// <param name="LostMentions">Marks that begin or end within a token, cross a sentence or stand nowhere.</param>
/// <param name="Unlabelled">Papers without annotations that were read.</param>
/// <param name="Attributes">Attributes of tokens that have weights.</param>
/// <param name="Fast">How well what the fast labeller finds meets the annotators, in papers that it had not seen (cross-validation).</param>
/// <param name="Best">The same of <see cref="ExtractionQuality.Best"/>; null where that was not trained.</param>
public sealed record TrainingReport(
    int Papers, int Mentions, int LostMentions, int Unlabelled, int Attributes, Agreement Fast, Agreement? Best);
