namespace Papergraph.Extraction;

/// <summary>What training saw and reached.</summary>
/// <param name="Papers">Annotated papers.</param>
/// <param name="Mentions">Marks that could be used.</param>
/// <param name="LostMentions">Marks that begin or end within a token, cross a sentence or stand nowhere.</param>
/// <param name="Attributes">Attributes of tokens that have weights.</param>
/// <param name="Precision">Share of right ones among the mentions found in papers that the finder had not seen (cross-validation).</param>
/// <param name="Recall">Share found of all marks, likewise.</param>
public sealed record TrainingReport(int Papers, int Mentions, int LostMentions, int Attributes, double Precision, double Recall)
{
    /// <summary>The harmonic mean of precision and recall; 0 when both are.</summary>
    public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);
}
