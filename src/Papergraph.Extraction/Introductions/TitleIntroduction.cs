using Papergraph.Corpus;

namespace Papergraph.Extraction;

/// <summary>The name that a title puts before its colon: <c>Xyz: a data set of …</c>.</summary>
internal static class TitleIntroduction
{
    private const int LongestName = 4;

    public static Introduction? Find(Passage title)
    {
        int colon = 0;
        while (colon < title.Tokens.Length && colon <= LongestName && !title.Is(colon, ':')) colon++;
        if (colon is 0 or > LongestName || colon + 1 >= title.Tokens.Length || !title.Is(colon, ':')) return null;
        TokenRange range = new(0, colon);
        return IsName(title, range) ? new Introduction(range, TypeOfRest(title, colon + 1), IsName: true) : null;
    }

    // Spelled as a name, or one capitalised word that the word lists do not know; `Beyond accuracy: …` is neither.
    private static bool IsName(Passage title, TokenRange range)
    {
        if (Lexicon.Name(title.TextOf(range)) is not null) return false;
        if (range.Length == 1)
            return title.Parts[0] == Part.Name || (NameShape.IsCapitalized(title[0]) && title.Entries[0] == default && title.Parts[0] == Part.Noun);
        for (int i = range.First; i < range.End; i++)
        {
            if (title.Parts[i] is not (Part.Name or Part.Number)) return false;
        }

        return title.Parts[0] == Part.Name;
    }

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
