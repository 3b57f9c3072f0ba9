using Papergraph.Corpus;

namespace Papergraph.Extraction;

/// <summary>Scores surfaces, each once a paper.</summary>
internal sealed class DocumentScoring
{
    private readonly LabelTally _exact = new();
    private readonly List<Agreement> _papers = [];
    private Agreement _surfaces;

    public void Add(AnnotatedPaper found, AnnotatedPaper wanted)
    {
        HashSet<(string Label, string Surface)> have = Surfaces(found), want = Surfaces(wanted);
        _papers.Add(_exact.Add(have, want));
        _surfaces += Agreement.Of(have.Select(s => s.Surface).ToHashSet(StringComparer.Ordinal), want.Select(s => s.Surface).ToHashSet(StringComparer.Ordinal));
    }

    public DocumentScores Total(ScoringOptions options) => new(_exact.Total(), _surfaces, Bootstrap.F1(_papers, options.Resamples, options.Seed));

    private static HashSet<(string Label, string Surface)> Surfaces(AnnotatedPaper paper) =>
        [.. paper.Entities.SelectMany(entity => entity.Surfaces.Select(surface => (entity.Label, surface)))];
}
