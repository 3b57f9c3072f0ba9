using Papergraph.Corpus;

namespace Papergraph.Extraction;

/// <summary>A paper to learn roles and statements from: what annotators say, and mentions, theirs or those that a labeller found.</summary>
/// <param name="Source">The annotations.</param>
/// <param name="Paper">The mentions.</param>
/// <param name="Group">Number of the paper: the same for all records of one paper.</param>
internal sealed record AnnotatedMentions(AnnotatedPaper Source, PaperMentions Paper, int Group)
{
    /// <summary>With mentions by their tokens; those without a type are left out.</summary>
    public static AnnotatedMentions Of(
        AnnotatedPaper source, PaperPassages passages, int group, IEnumerable<(int Passage, TokenRange Range, EntityType? Type)> mentions)
    {
        List<Mention> typed = [];
        foreach ((int passage, TokenRange range, EntityType? type) in mentions)
        {
            if (type is { } known) typed.Add(new Mention(known, passages[passage].PlaceOf(range), 1));
        }

        return new AnnotatedMentions(source, new PaperMentions(passages, typed), group);
    }
}
