using Papergraph.Corpus;

namespace Papergraph.Extraction;

/// <summary>Learns roles and statements of mentions: of those that annotators marked, and of those that the labeller finds, so that its
/// mistakes are known.</summary>
internal static class ClaimTrainer
{
    /// <summary>Trains on papers with roles and relations.</summary>
    /// <param name="papers">The papers.</param>
    /// <param name="found">For each labeller what it found in papers that it had not seen, and what decides between that.</param>
    /// <param name="labels">The labels of the spans.</param>
    /// <param name="cancellation">Ends the training.</param>
    /// <returns>Null when no paper has roles, or none has relations between what it has marked.</returns>
    public static ClaimModel? Train(
        IReadOnlyList<LabelledPaper> papers, IReadOnlyList<DecidedSpans> found, IReadOnlyList<string> labels, CancellationToken cancellation)
    {
        EntityType?[] types = [.. labels.Select(LabelMapping.ToEntityType)];
        List<AnnotatedMentions> examples = [];
        for (int i = 0; i < papers.Count; i++)
        {
            AnnotatedPaper source = papers[i].Source;
            if (!source.Entities.Any(entity => entity.Role is not null) || source.Relations.Count == 0) continue;
            examples.Add(AnnotatedMentions.Marked(papers[i], i, types));
            foreach (DecidedSpans labeller in found)
            {
                List<SpanCandidate> spans = [.. labeller.Spans[i]];
                labeller.Decoder.Decode(papers[i].Passages, spans);
                examples.Add(AnnotatedMentions.Found(papers[i], i, spans, types));
            }
        }

        if (examples.Count == 0) return null;
        (ThresholdedModel roles, IReadOnlyList<double[]> heldOut) = RoleTrainer.Train(examples, cancellation);
        return new ClaimModel(roles, StatementTrainer.Train(examples, heldOut, cancellation));
    }
}
