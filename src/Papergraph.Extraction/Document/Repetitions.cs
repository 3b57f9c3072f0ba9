namespace Papergraph.Extraction;

/// <summary>Lets the surest finding of a surface hold for the whole paper: its other occurrences get its type, and those that no rule
/// found are marked.</summary>
internal static class Repetitions
{
    public static void Put(PaperDocument document)
    {
        Dictionary<string, Term> surest = new(StringComparer.Ordinal);
        int longest = 0;
        foreach (TermMap field in document.Fields)
        {
            foreach (Term term in field.InOrder())
            {
                string surface = field.Passage.TextOf(term.Range).ToString();
                longest = Math.Max(longest, term.Range.Length);
                if (!surest.TryGetValue(surface, out Term best) || term.Rule < best.Rule) surest[surface] = term;
            }
        }

        var bySurface = surest.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (TermMap field in document.Fields)
        {
            int token = 0;
            while (token < field.Passage.Tokens.Length) token = Visit(field, token, longest, bySurface);
        }
    }

    // Retypes the term at the token or marks the longest surface that begins there; returns where to go on.
    private static int Visit(TermMap field, int token, int longest, Dictionary<string, Term>.AlternateLookup<ReadOnlySpan<char>> surest)
    {
        Passage passage = field.Passage;
        if (field.At(token) is { } present)
        {
            Term best = surest[passage.TextOf(present.Range)];
            if (best.Rule < present.Rule) field.Put(best with { Range = present.Range });
            return present.Range.End;
        }

        if (passage.Parts[token] is Part.Punctuation or Part.Determiner or Part.Preposition or Part.Conjunction) return token + 1;
        int end = Math.Min(passage.Tokens.Length, token + longest);
        for (int free = token; free < end; free++)
        {
            if (!field.IsFree(new TokenRange(free, free + 1))) end = free;
        }

        for (; end > token; end--)
        {
            TokenRange range = new(token, end);
            if (!surest.TryGetValue(passage.TextOf(range), out Term term)) continue;
            field.Put(term with { Range = range });
            return end;
        }

        return token + 1;
    }
}
