using Papergraph.Corpus;

namespace Papergraph.Extraction;

/// <summary>A paper to learn roles and statements from: what annotators say, and mentions, theirs or those that a labeller found.</summary>
/// <param name="Source">The annotations.</param>
/// <param name="Paper">The mentions.</param>
/// <param name="Group">Number of the paper: the same for all records of one paper.</param>
/// <param name="IsFound">Whether a labeller found the mentions.</param>
internal sealed record AnnotatedMentions(AnnotatedPaper Source, PaperMentions Paper, int Group, bool IsFound)
{
    /// <summary>With the mentions that the annotators marked, by their types; those without one are left out.</summary>
    public static AnnotatedMentions Marked(LabelledPaper paper, int group, IReadOnlyList<EntityType?> types) =>
        Of(paper, group, paper.Spans.Select(span => new SpanCandidate(span.Passage, span.Range, span.Label, 1)), types, isFound: false);

    /// <summary>With the mentions that a labeller found that had not seen the paper.</summary>
    public static AnnotatedMentions Found(
        LabelledPaper paper, int group, IEnumerable<SpanCandidate> spans, IReadOnlyList<EntityType?> types) =>
        Of(paper, group, spans, types, isFound: true);

    private static AnnotatedMentions Of(
        LabelledPaper paper, int group, IEnumerable<SpanCandidate> spans, IReadOnlyList<EntityType?> types, bool isFound)
    {
        List<Mention> mentions = [];
        foreach (SpanCandidate span in spans)
        {
            if (types[span.Label] is { } type)
                mentions.Add(new Mention(type, paper.Passages[span.Passage].PlaceOf(span.Range), span.Probability));
        }

        return new AnnotatedMentions(paper.Source, new PaperMentions(paper.Passages, mentions), group, isFound);
    }
}
