using Papergraph.Corpus;

namespace Papergraph.Extraction;

/// <summary>Compares what extractors found with what annotators marked. <c>docs/evaluation.md</c> defines every number.</summary>
public static class ExtractionScorer
{
    /// <summary>Scores papers together.</summary>
    /// <param name="papers">Each with its gold. What a paper's gold does not record (<see cref="AnnotatedPaper.Layers"/>, or null) is not counted for
    /// that paper.</param>
    /// <param name="options">How much is worked out beside the scores; null for the standard.</param>
    /// <exception cref="Core.PapergraphException">An option is outside its range.</exception>
    public static ExtractionScores Score(IReadOnlyList<ScoredPaper> papers, ScoringOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(papers);
        options = (options ?? new ScoringOptions()).Validated();
        MentionScoring mentions = new();
        DocumentScoring documents = new();
        RoleScoring roles = new();
        RelationScoring relations = new();
        CalibrationScoring calibration = new();
        MistakeCounting mistakes = new();
        Agreement abbreviations = default, links = default;
        for (int i = 0; i < papers.Count; i++)
        {
            (AnnotatedPaper gold, AnnotatedPaper found) = papers[i];
            if (gold.Layers.HasFlag(AnnotationLayers.Entities))
            {
                IReadOnlyList<AnnotatedSpan> have = MentionPlaces.Of(found), want = MentionPlaces.Of(gold);
                mentions.Add(have, want);
                documents.Add(found, gold);
                mistakes.Add(i, gold.Text, have, want);
                if (found.Spans is not null) calibration.Add(have, want);
                if (gold.Entities.Count == 0 || HasRoles(gold)) roles.Add(found, gold);
            }

            if (gold.Layers.HasFlag(AnnotationLayers.Relations)) relations.Add(found, gold);
            if (gold.Abbreviations is { } pairs) abbreviations += Agreement.Of((found.Abbreviations ?? []).ToHashSet(), pairs.ToHashSet());
            if (gold.Links is { } addresses) links += Agreement.Of((found.Links ?? []).ToHashSet(StringComparer.Ordinal), addresses.ToHashSet(StringComparer.Ordinal));
        }

        bool hasEntities = papers.Any(p => p.Gold.Entities.Count > 0);
        return new ExtractionScores
        {
            Papers = papers.Count,
            Mention = hasEntities ? mentions.Total(options) : null,
            Document = hasEntities ? documents.Total(options) : null,
            Roles = papers.Any(p => HasRoles(p.Gold)) ? roles.Total() : null,
            Relations = papers.Any(p => p.Gold.Relations.Count > 0) ? relations.Total() : null,
            Abbreviations = papers.Any(p => p.Gold.Abbreviations is not null) ? abbreviations : null,
            Links = papers.Any(p => p.Gold.Links is not null) ? links : null,
            Calibration = hasEntities && papers.Any(p => p.Found.Spans is not null) ? calibration.Total() : null,
            Mistakes = hasEntities ? mistakes.Total(options.Mistakes) : null,
        };
    }

    private static bool HasRoles(AnnotatedPaper gold) => gold.Entities.Any(entity => entity.Role is not null);
}
