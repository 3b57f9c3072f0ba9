using Papergraph.Corpus;

namespace Papergraph.Extraction;

/// <summary>One paper twice: as it should be marked, and as it was.</summary>
/// <param name="Gold">By annotators.</param>
/// <param name="Found">By an extractor, in the same text.</param>
public sealed record ScoredPaper(AnnotatedPaper Gold, AnnotatedPaper Found);
