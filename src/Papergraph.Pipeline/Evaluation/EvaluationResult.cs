using Papergraph.Corpus;
using Papergraph.Extraction;

namespace Papergraph.Pipeline;

/// <summary>How an extractor did on annotated papers.</summary>
/// <param name="Scores">The numbers.</param>
/// <param name="Labels">The labels that counted, in the names of the extractor.</param>
/// <param name="Found">What was found in each paper, in the order of the annotated papers, with all labels.</param>
/// <param name="Notes">What a reader of the numbers must know: labels that were translated or left out, papers without predictions.</param>
public sealed record EvaluationResult(
    ExtractionScores Scores, IReadOnlyList<string> Labels, IReadOnlyList<AnnotatedPaper> Found, IReadOnlyList<string> Notes)
{
    /// <summary>What to call a paper: its id, or its place among the papers, from 1, when it has none.</summary>
    /// <param name="paper">Index of the paper.</param>
    public string NameOf(int paper) => Found[paper].Id is { Length: > 0 } id ? id : FormattableString.Invariant($"#{paper + 1}");
}
