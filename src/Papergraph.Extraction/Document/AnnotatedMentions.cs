using Papergraph.Corpus;

namespace Papergraph.Extraction;

/// <summary>A paper to learn roles and statements from: what annotators say, and mentions, theirs or those that a labeller found.</summary>
/// <param name="Source">The annotations.</param>
/// <param name="Paper">The mentions.</param>
/// <param name="Group">Number of the paper: the same for all records of one paper.</param>
internal sealed record AnnotatedMentions(AnnotatedPaper Source, PaperMentions Paper, int Group)
{
    /// <summary>With the mentions that the annotators marked.</summary>
    public static AnnotatedMentions Of(AnnotatedPaper source, int group)
    {
        LabelledPaper labelled = LabelledPaper.Of(source, Enum.GetNames<EntityType>());
        return Of(source, labelled.Passages, group, [.. labelled.Spans.Select(span =>
            new Mention((EntityType)span.Label, labelled.Passages[span.Passage].PlaceOf(span.Range), 1))]);
    }

    /// <summary>With other mentions.</summary>
    public static AnnotatedMentions Of(AnnotatedPaper source, PaperPassages passages, int group, IReadOnlyList<Mention> mentions) =>
        new(source, new PaperMentions(passages, mentions), group);
}
