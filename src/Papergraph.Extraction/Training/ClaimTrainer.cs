using Papergraph.Corpus;

namespace Papergraph.Extraction;

/// <summary>Learns roles and statements of mentions: of those that annotators marked, and of those that the labeller finds, so that its
/// mistakes are known.</summary>
internal static class ClaimTrainer
{
    /// <summary>Trains on papers with roles and relations.</summary>
    /// <param name="papers">The papers.</param>
    /// <param name="spans">What a labeller that had not seen the paper found in each.</param>
    /// <param name="decoder">What decides between those spans.</param>
    /// <param name="labels">The labels of the spans.</param>
    /// <param name="cancellation">Ends the training.</param>
    /// <returns>Null when no paper has roles, or none has relations between what it has marked.</returns>
    public static ClaimModel? Train(
        IReadOnlyList<LabelledPaper> papers, IReadOnlyList<List<SpanCandidate>> spans, PaperDecoder decoder, IReadOnlyList<string> labels,
        CancellationToken cancellation)
    {
        EntityType?[] types = [.. labels.Select(LabelMapping.ToEntityType)];
        List<AnnotatedMentions> examples = [];
        for (int i = 0; i < papers.Count; i++)
        {
            AnnotatedPaper source = papers[i].Source;
            if (!source.Entities.Any(entity => entity.Role is not null) || source.Relations.Count == 0) continue;
            List<SpanCandidate> found = [.. spans[i]];
            decoder.Decode(papers[i].Passages, found);
            examples.Add(AnnotatedMentions.Marked(papers[i], i, types));
            examples.Add(AnnotatedMentions.Found(papers[i], i, found, types));
        }

        if (examples.Count == 0) return null;
        (ThresholdedModel roles, IReadOnlyList<double[]> heldOut) = RoleTrainer.Train(examples, cancellation);
        return new ClaimModel(roles, StatementTrainer.Train(examples, heldOut, cancellation));
    }
}
