using Papergraph.Corpus;
using Papergraph.Extraction;
using Papergraph.Sources;
using Papergraph.TestKit;

namespace Papergraph.Pipeline.Tests;

/// <summary>Scores on annotated papers beside the repository; a test that asks for them is skipped where they are absent.</summary>
internal static class GoldScores
{
    public static ExtractionScores Of(IExtractor extractor, params string[] file)
    {
        IReadOnlyList<AnnotatedPaper> gold = AnnotatedPapers.Read(Repo.Shared(["gold", .. file]));
        return ExtractionEvaluation.Run(gold, Annotator.Of(extractor), new EvaluationOptions()).Scores;
    }
}
