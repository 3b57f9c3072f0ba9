using Papergraph.Corpus;

namespace Papergraph.Extraction;

/// <summary>Finds relations that a sentence states between neighbouring terms, by the words that stand between them.</summary>
/// <remarks>A relation to the first of a list of terms of one type holds for the whole list (<c>outperforms A, B and C</c>). The bracketed
/// short form of a term is passed over. Linear: each term is compared with its neighbours only, a list is at most
/// <see cref="LongestList"/> long.</remarks>
internal static class StatementFinder
{
    private const int LongestList = 12;

    /// <summary>A relation between two terms, by their indices in the field's order.</summary>
    public readonly record struct Found(int Head, Relation Relation, int Tail, TokenRange Sentence, double Confidence);

    public static void Find(Passage passage, IReadOnlyList<Term> terms, List<Found> found)
    {
        int first = 0;
        foreach (TokenRange sentence in passage.Sentences)
        {
            int end = first;
            while (end < terms.Count && terms[end].Range.End <= sentence.End) end++;
            for (int i = first; i < end; i++) Relate(passage, terms, i, end, sentence, found);
            first = end;
        }
    }

    private static void Relate(Passage passage, IReadOnlyList<Term> terms, int left, int end, TokenRange sentence, List<Found> found)
    {
        int right = left + 1;
        if (right < end && IsBracketed(passage, terms[left], terms[right])) right++;
        if (right >= end) return;
        int from = terms[right - 1].Range.End;
        Span<char> connector = stackalloc char[Connector.Longest];
        int length = Connector.Write(passage, from, terms[right].Range.First, connector);
        foreach (RelationPattern pattern in RelationPattern.Of(connector[..length]))
        {
            if (!pattern.Allows(terms[left].Type, terms[right].Type)) continue;
            for (int other = right; other < end && other - right < LongestList; other++)
            {
                if (other > right && !(terms[other].Type == terms[right].Type && IsListed(passage, terms[other - 1], terms[other]))) break;
                found.Add(pattern.HeadIsFirst
                    ? new Found(left, pattern.Relation, other, sentence, pattern.Confidence)
                    : new Found(other, pattern.Relation, left, sentence, pattern.Confidence));
            }

            return;
        }
    }

    // `long form (SF)`: what follows says something of both.
    private static bool IsBracketed(Passage passage, Term outer, Term inner) =>
        inner.Range.First == outer.Range.End + 1 && passage.Is(outer.Range.End, '(') && passage.Is(inner.Range.End, ')');

    private static bool IsListed(Passage passage, Term left, Term right)
    {
        int tokens = right.Range.First - left.Range.End;
        if (tokens is 0 or > 2) return false;
        for (int i = left.Range.End; i < right.Range.First; i++)
        {
            if (!passage.Is(i, ',') && !passage.IsWord(i, "and") && !passage.IsWord(i, "or")) return false;
        }

        return true;
    }
}
