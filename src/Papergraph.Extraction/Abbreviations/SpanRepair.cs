namespace Papergraph.Extraction;

/// <summary>Makes spans agree with the abbreviations that the passage defines.</summary>
internal static class SpanRepair
{
    /// <summary>A span after repair.</summary>
    /// <param name="Range">Its tokens.</param>
    /// <param name="Source">Index of the span that it was made of: two where that held both forms.</param>
    public readonly record struct Repaired(TokenRange Range, int Source);

    /// <summary>Repairs each span by the first definition that it overlaps.</summary>
    /// <remarks>
    /// <para>A span that holds tokens of both forms, and ends with the second one or its bracket, becomes two: <c>tidal flat mapping
    /// (TFM)</c>. Words before the first form stay with it. A span that goes on behind the definition (<c>tidal flat mapping (TFM)
    /// network</c>) is one term and stays.</para>
    /// <para>A span that shares the last word of the long form and begins inside it becomes the long form. One that begins before it stays,
    /// and so does one that ends before the last word of it, since that names something else.</para>
    /// <para>A span of a form with its bracket or quotes becomes the form.</para>
    /// <para>The result keeps the order of the spans; where two were repaired to the same range, both are there. Takes time linear in
    /// spans and definitions.</para>
    /// </remarks>
    /// <param name="spans">In ascending order of their beginnings; they may overlap.</param>
    /// <param name="pairs">The definitions of the passage, in ascending order, not overlapping.</param>
    public static IReadOnlyList<Repaired> ToPairs(IReadOnlyList<TokenRange> spans, IReadOnlyList<DefinitionRange> pairs)
    {
        List<Repaired> repaired = new(spans.Count);
        int pair = 0;
        for (int i = 0; i < spans.Count; i++)
        {
            // The bracket behind the second form belongs to the definition too.
            while (pair < pairs.Count && pairs[pair].Second.End < spans[i].First) pair++;
            bool meets = pair < pairs.Count && spans[i].First <= pairs[pair].Second.End && pairs[pair].First.First < spans[i].End;
            if (meets) Repair(spans[i], i, pairs[pair], repaired);
            else repaired.Add(new Repaired(spans[i], i));
        }

        return repaired;
    }

    private static void Repair(TokenRange span, int source, DefinitionRange pair, List<Repaired> repaired)
    {
        TokenRange first = pair.First, second = pair.Second;
        bool holdsFirst = span.First < first.End, holdsSecond = span.End > second.First && span.First < second.End;

        // Behind the second form stands the bracket that closes the definition; a span that ends further on is a longer term.
        if (span.End > second.End + 1)
        {
            repaired.Add(new Repaired(span, source));
        }
        else if (holdsFirst && holdsSecond)
        {
            repaired.Add(new Repaired(new TokenRange(Math.Min(span.First, first.First), first.End), source));
            repaired.Add(new Repaired(second, source));
        }
        else
        {
            TokenRange form = holdsFirst ? first : second;
            bool holdsHead = span.End >= form.End && span.First < form.End;
            bool isForm = holdsHead || (form == pair.Short && (holdsFirst || holdsSecond));
            int start = holdsFirst ? Math.Min(span.First, form.First) : form.First;
            repaired.Add(new Repaired(isForm ? new TokenRange(start, form.End) : span, source));
        }
    }
}
