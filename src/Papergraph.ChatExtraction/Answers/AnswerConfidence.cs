namespace Papergraph.ChatExtraction;

/// <summary>The confidence of what a model states without saying how sure it is.</summary>
/// <remarks>Models differ, and none is measured here. Each number is a little below the agreement of two people who annotate by the same
/// definitions (mentions F1 0.84, roles 0.75, abbreviations 0.98), as no model can be expected to agree with them better than they do with
/// each other; relations and results are taken to be as hard as roles.</remarks>
internal static class AnswerConfidence
{
    public const double Mention = 0.80, Role = 0.70, Relation = 0.70, Abbreviation = 0.95, Result = 0.70;
}
