using Papergraph.Core;
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
            if (TokensOf(field.Passage, pair.Long.Span) is not { } longForm || TokensOf(field.Passage, pair.Short.Span) is not { } shortForm) continue;
            EntityType type = TypeOf(field, longForm, shortForm);
            PutForm(field, new Term(longForm, type, TermRule.DefinedName));
            PutForm(field, new Term(shortForm, type, TermRule.DefinedName));
        }
    }

    // A bracketed short form inside a longer term stays inside it.
    private static void PutForm(TermMap field, Term form)
    {
        bool isInside = field.At(form.Range.First) is { } outer && outer.Range.First <= form.Range.First && outer.Range.End >= form.Range.End
            && outer.Range.Length > form.Range.Length && HoldsBracket(field.Passage, outer.Range);
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

    // The tokens that a span covers exactly, or null when it cuts one.
    private static TokenRange? TokensOf(Passage passage, TextSpan span)
    {
        int first = IndexOfStart(passage, span.Start);
        if (first < 0) return null;
        int end = first;
        while (end < passage.Tokens.Length && passage.Tokens[end].End < span.End) end++;
        return end < passage.Tokens.Length && passage.Tokens[end].End == span.End ? new TokenRange(first, end + 1) : null;
    }

    private static int IndexOfStart(Passage passage, int start)
    {
        int low = 0, high = passage.Tokens.Length - 1;
        while (low <= high)
        {
            int middle = (low + high) / 2;
            if (passage.Tokens[middle].Start == start) return middle;
            if (passage.Tokens[middle].Start < start) low = middle + 1;
            else high = middle - 1;
        }

        return -1;
    }
}
