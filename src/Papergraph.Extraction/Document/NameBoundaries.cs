using Papergraph.Corpus;

namespace Papergraph.Extraction;

/// <summary>Ends a term at a name that the paper defines or introduces, unless a head noun shows that the term goes on behind it:
/// <c>CTR prediction</c> is a term, <c>CTR rises</c> is none.</summary>
internal static class NameBoundaries
{
    public static void Put(PaperDocument document)
    {
        foreach (TermMap field in document.Fields)
        {
            foreach (Term term in field.InOrder().Where(term => term.Rule >= TermRule.HeadedPhrase && term.Range.Length > 1).ToList())
            {
                if (!HasHead(field.Passage, term.Range) && LastName(document, field.Passage, term.Range) is { } name) field.Put(name);
            }
        }
    }

    private static bool HasHead(Passage passage, TokenRange range) =>
        passage.Entries[range.End - 1] is { Head: not null } or { Single: not null };

    // Where the name stands elsewhere with a surer type, that of the surest place holds for all.
    private static Term? LastName(PaperDocument document, Passage passage, TokenRange range)
    {
        if (passage.Parts[range.End - 1] == Part.Name) return null;
        for (int token = range.End - 2; token >= range.First; token--)
        {
            if (passage.Parts[token] != Part.Name || !document.Names(passage[token])) continue;
            TokenRange name = new(token, token + 1);
            return Lexicon.Name(passage[token]) is { } known
                ? new Term(name, known, TermRule.KnownName) : new Term(name, EntityType.Method, TermRule.BareName);
        }

        return null;
    }
}
