using Papergraph.Corpus;

namespace Papergraph.Extraction;

/// <summary>Scores mentions, paper after paper.</summary>
internal sealed class MentionScoring
{
    private readonly LabelTally _strict = new(), _relaxed = new();
    private readonly List<Agreement> _papers = [];
    private Agreement _spans;

    public void Add(IReadOnlyList<AnnotatedSpan> found, IReadOnlyList<AnnotatedSpan> wanted)
    {
        _papers.Add(_strict.Add(Labelled(found), Labelled(wanted)));
        MentionMatching.Count(found, wanted, _relaxed);
        _spans += Agreement.Of(found.Select(s => s.Place).ToHashSet(), wanted.Select(s => s.Place).ToHashSet());
    }

    public MentionScores Total(ScoringOptions options) =>
        new(_strict.Total(), _relaxed.Total(), _spans, Bootstrap.F1(_papers, options.Resamples, options.Seed));

    private static HashSet<(string, FieldSpan)> Labelled(IReadOnlyList<AnnotatedSpan> spans) => [.. spans.Select(s => (s.Label, s.Place))];
}
