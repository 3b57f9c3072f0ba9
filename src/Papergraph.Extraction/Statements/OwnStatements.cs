using Papergraph.Corpus;

namespace Papergraph.Extraction;

/// <summary>Finds what a sentence says of the paper's own name, however far apart the two stand: the data it is tested on, how it is judged,
/// what it is for.</summary>
/// <remarks>The name is the subject: the first introduced method of the sentence. A verb of evaluation or comparison between it and a
/// data set or metric tells the relation. Linear in the terms.</remarks>
internal static class OwnStatements
{
    // A longer sentence is an enumeration or has lost its full stops.
    private const int MostTerms = 20;

    public static void Find(PaperDocument document, TermMap field, IReadOnlyList<Term> terms, List<StatementFinder.Found> found)
    {
        int first = 0;
        foreach (TokenRange sentence in field.Passage.Sentences)
        {
            int end = first;
            while (end < terms.Count && terms[end].Range.End <= sentence.End) end++;
            for (int subject = first; subject < end; subject++)
            {
                if (!IsOwnName(document, field, terms[subject])) continue;
                Relate(field, terms, subject, Math.Min(end, subject + MostTerms), sentence, found);
                break;
            }

            first = end;
        }
    }

    private static bool IsOwnName(PaperDocument document, TermMap field, Term term) =>
        term.Type == EntityType.Method && document.Introduces(field, term.Range) >= RuleConfidence.IntroducedName;

    private static void Relate(
        TermMap field, IReadOnlyList<Term> terms, int subject, int end, TokenRange sentence, List<StatementFinder.Found> found)
    {
        Passage passage = field.Passage;
        Cues cues = Cues.None;
        int token = terms[subject].Range.End;
        for (int other = subject + 1; other < end; other++)
        {
            for (; token < terms[other].Range.First; token++) cues |= passage.Entries[token].Cues;
            token = terms[other].Range.End;
            if (RelationTo(passage, terms[other], cues) is { } stated)
                found.Add(new StatementFinder.Found(subject, stated.Relation, other, sentence, stated.Confidence));
        }
    }

    private static (Relation Relation, double Confidence)? RelationTo(Passage passage, Term term, Cues cues)
    {
        bool isJudged = (cues & (Cues.Evaluate | Cues.Compare)) != 0;
        return term.Type switch
        {
            EntityType.Dataset when isJudged => (Relation.EvaluatedOn, 0.54),
            EntityType.Metric when isJudged => (Relation.MeasuredBy, 0.52),
            EntityType.Task when passage.IsWord(term.Range.First - 1, "for") => (Relation.UsedFor, 0.6),
            _ => null,
        };
    }
}
