using Papergraph.Corpus;

namespace Papergraph.Extraction;

/// <summary>The name that a title puts before its colon: <c>Xyz: a data set of …</c>.</summary>
internal static class TitleIntroduction
{
    private const int LongestName = 6;

    /// <param name="title">The title.</param>
    /// <param name="body">The abstract: where it repeats what stands before the colon, capitals and all, that is a name.</param>
    public static Introduction? Find(Passage title, string body)
    {
        int colon = 0;
        while (colon < title.Tokens.Length && colon <= LongestName && !title.Is(colon, ':')) colon++;
        int first = colon > 0 && title.Parts[0] == Part.Determiner ? 1 : 0;
        if (colon <= first || colon > LongestName || colon + 1 >= title.Tokens.Length || !title.Is(colon, ':')) return null;
        TokenRange range = new(first, colon);
        bool isRepeated = range.Length > 1 && NameShape.IsCapitalized(title[first])
            && body.AsSpan(0, Math.Min(body.Length, Passage.LongestText)).IndexOf(title.TextOf(range), StringComparison.Ordinal) > 0;
        return isRepeated || IsExpanded(title, range, colon + 1) || IsName(title, range) ? new Introduction(range, TypeOfRest(title, colon + 1), IsName: true) : null;
    }

    // `Lnf: Long Name Form of …`: whatever a well-known name may mean elsewhere, here it is what the title says.
    private static bool IsExpanded(Passage title, TokenRange range, int first)
    {
        ReadOnlySpan<char> name = title.TextOf(range);
        if (range.Length > 1 || !ShortForm.IsPlausible(name)) return false;
        if (title.Parts[first] == Part.Determiner) first++;
        int end = first;
        while (end < title.Tokens.Length && title.Parts[end] != Part.Preposition && title.Tokens[end].Kind != TokenKind.Symbol) end++;
        if (end == first || title.SpanOf(new TokenRange(first, end)).Length > LongFormAligner.LongestWindow) return false;
        ReadOnlySpan<char> words = title.TextOf(new TokenRange(first, end));
        return LongFormMatcher.Match(name, words) is { Start: 0 };
    }

    // Spelled as a name, or one capitalised word that the word lists do not know; `Beyond accuracy: …` is neither.
    private static bool IsName(Passage title, TokenRange range)
    {
        if (Lexicon.Name(title.TextOf(range)) is not null) return false;
        if (range.Length == 1)
            return title.Parts[range.First] == Part.Name || IsUnknownCapitalized(title, range.First);
        for (int i = range.First; i < range.End; i++)
        {
            if (title.Parts[i] is not (Part.Name or Part.Number)) return false;
        }

        return title.Parts[range.First] == Part.Name;
    }

    private static bool IsUnknownCapitalized(Passage title, int token) =>
        title.Parts[token] == Part.Noun && title.Entries[token] == default && NameShape.IsCapitalized(title[token]);

    // `A Data Set of …`, `Towards a benchmark for …`: the first noun with a type before any preposition.
    private static EntityType? TypeOfRest(Passage title, int first)
    {
        for (int i = first; i < title.Tokens.Length; i++)
        {
            bool phraseEnds = i + 1 == title.Tokens.Length || title.Parts[i + 1] is not (Part.Noun or Part.Name or Part.Number);
            if (title.Parts[i] == Part.Noun && phraseEnds)
                return title.Entries[i].Head is EntityType.Dataset or EntityType.Metric ? title.Entries[i].Head : EntityType.Method;
        }

        return null;
    }
}
