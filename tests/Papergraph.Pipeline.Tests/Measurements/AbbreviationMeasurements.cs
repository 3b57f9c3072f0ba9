using Papergraph.Extraction;
using Xunit.Abstractions;

namespace Papergraph.Pipeline.Tests;

public class AbbreviationMeasurements(ITestOutputHelper output)
{
    // Schwartz and Hearst report precision 0.96 and recall 0.82 for their algorithm on other abstracts of the same kind.
    [SkippableFact]
    public void Pairs_of_PubMed_abstracts_are_found_at_precision_96_and_recall_84()
    {
        Agreement pairs = GoldScores.Of(new PatternExtractor(), "abbreviations", "med1250-first1000.txt").Abbreviations!.Value;
        output.WriteLine($"{pairs} F1 {pairs.F1:F3}");
        Assert.InRange(pairs.Precision, 0.96, 1);
        Assert.InRange(pairs.Recall, 0.84, 1);
    }
}
