using Papergraph.Corpus;

namespace Papergraph.Extraction;

/// <summary>Tells what a name stands for by the words around it.</summary>
internal static class NameTyping
{
    // Names joined by commas and `and` are of one type; a list is rarely longer.
    private const int LongestList = 24;

    /// <summary>The type that the sentence gives the name, or null when it gives none.</summary>
    public static EntityType? ByContext(Passage passage, TokenRange sentence, int name)
    {
        int before = ListStart(passage, sentence, name) - 1;
        int after = ListEnd(passage, sentence, name);
        bool nounFollows = after < sentence.End && passage.Parts[after] == Part.Noun;
        if (nounFollows && IsKind(passage.Entries[after].Head)) return passage.Entries[after].Head;
        if (before < sentence.First) return null;
        if (passage.Entries[before].Has(WordTraits.ClassNoun) && IsKind(passage.Entries[before].Head)) return passage.Entries[before].Head;
        if (passage.IsWord(before, "on") || (passage.IsWord(before, "the") && passage.IsWord(before - 1, "on")))
            return HasCue(passage, sentence.First, before, Cues.Evaluate | Cues.Compare) ? EntityType.Dataset : null;
        return null;
    }

    private static int ListStart(Passage passage, TokenRange sentence, int name)
    {
        int start = name;
        while (start - 2 >= sentence.First && name - start < LongestList && IsListGlue(passage, start - 1))
        {
            int previous = start - 2;
            if (IsListGlue(passage, previous) && previous - 1 >= sentence.First) previous--;
            if (passage.Parts[previous] is not (Part.Name or Part.Number)) break;
            start = previous;
        }

        return start;
    }

    private static int ListEnd(Passage passage, TokenRange sentence, int name)
    {
        int end = name + 1;
        while (end + 1 < sentence.End && end - name < LongestList && IsListGlue(passage, end))
        {
            int next = end + 1;
            if (IsListGlue(passage, next) && next + 1 < sentence.End) next++;
            if (passage.Parts[next] is not (Part.Name or Part.Number)) break;
            end = next + 1;
        }

        return end;
    }

    private static bool IsKind(EntityType? type) => type is EntityType.Method or EntityType.Dataset or EntityType.Metric;

    private static bool IsListGlue(Passage passage, int token) =>
        passage.Is(token, ',') || passage.IsWord(token, "and") || passage.IsWord(token, "or");

    private static bool HasCue(Passage passage, int first, int end, Cues cues)
    {
        for (int i = Math.Max(first, end - 40); i < end; i++)
        {
            if (passage.Entries[i].Has(cues)) return true;
        }

        return false;
    }
}
