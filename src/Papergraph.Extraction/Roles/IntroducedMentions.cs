using Papergraph.Corpus;

namespace Papergraph.Extraction;

/// <summary>How the patterns of introductions see each entity of a paper.</summary>
internal static class IntroducedMentions
{
    /// <summary>Per entity, which patterns apply to one of its mentions.</summary>
    public static Pattern[] Find(PaperMentions paper)
    {
        Pattern[] patterns = new Pattern[paper.EntityCount];
        List<Introduction> found = [];
        for (int field = 0; field < paper.Passages.All.Count; field++)
        {
            Passage passage = paper.Passages[field];
            int[] entities = new int[passage.Tokens.Length];
            TermMap terms = TermsOf(paper, passage, field, entities);
            found.Clear();
            bool isTitle = passage.Field == TextField.Title;
            if (!isTitle) IntroductionFinder.Find(terms, found);
            else if (TitleIntroduction.Find(passage, paper.Passages[(int)TextField.Abstract].Text) is { } titled) found.Add(titled);
            foreach (Introduction introduction in found)
            {
                Pattern pattern = isTitle ? Pattern.Title : introduction.IsName ? Pattern.Name : Pattern.Description;
                for (int token = introduction.Range.First; token < introduction.Range.End; token++)
                {
                    if (entities[token] > 0) patterns[entities[token] - 1] |= pattern;
                }
            }
        }

        return patterns;
    }

    // Writes 1 + the entity of every token.
    private static TermMap TermsOf(PaperMentions paper, Passage passage, int field, int[] entities)
    {
        TermMap terms = new(passage);
        foreach (MentionPlace place in paper.Places)
        {
            if (place.Passage != field || place.Entity < 0) continue;
            terms.Put(new Term(place.Range, place.Type, TermRule.HeadedPhrase));
            entities.AsSpan(place.Range.First, place.Range.Length).Fill(place.Entity + 1);
        }

        return terms;
    }

    [Flags]
    public enum Pattern : byte
    {
        None = 0,

        /// <summary>Before the colon of the title.</summary>
        Title = 1,

        /// <summary>A name where the abstract introduces something.</summary>
        Name = 2,

        /// <summary>A description where the abstract introduces something.</summary>
        Description = 4,
    }
}
