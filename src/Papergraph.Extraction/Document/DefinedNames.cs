using Papergraph.Corpus;

namespace Papergraph.Extraction;

/// <summary>Makes both forms of each abbreviation terms of one type.</summary>
internal static class DefinedNames
{
    public static void Put(PaperDocument document)
    {
        foreach (Abbreviation pair in document.Abbreviations)
        {
            TermMap field = document.Fields[(int)pair.Short.Field];
            if (field.Passage.TokensOf(pair.Long.Span) is not { } longForm) continue;
            if (field.Passage.TokensOf(pair.Short.Span) is not { } shortForm) continue;
            EntityType type = TypeOf(field, longForm, shortForm);
            PutForm(field, new Term(longForm, type, TermRule.DefinedName));
            PutForm(field, new Term(shortForm, type, TermRule.DefinedName));
        }
    }

    // A bracketed short form inside a longer term stays inside it.
    private static void PutForm(TermMap field, Term form)
    {
        bool isInside = field.At(form.Range.First) is { } outer && outer.Range.Length > form.Range.Length
            && outer.Range.End >= form.Range.End && HoldsBracket(field.Passage, outer.Range);
        if (!isInside) field.Put(form);
    }

    private static bool HoldsBracket(Passage passage, TokenRange range)
    {
        for (int i = range.First; i < range.End; i++)
        {
            if (passage.Is(i, '(')) return true;
        }

        return false;
    }

    private static EntityType TypeOf(TermMap field, TokenRange longForm, TokenRange shortForm)
    {
        if (Lexicon.Name(field.Passage.TextOf(shortForm)) is { } known) return known;
        if (field.Passage.Entries[longForm.End - 1].Head is { } head) return head;

        // A long form in capitals is a name that somebody gave to a method.
        return NameShape.IsCapitalized(field.Passage[longForm.End - 1]) && field.Passage.Field == TextField.Abstract
            ? EntityType.Method : field.At(longForm.End - 1)?.Type ?? EntityType.Concept;
    }
}
