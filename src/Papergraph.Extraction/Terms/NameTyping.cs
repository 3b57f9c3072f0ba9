using Papergraph.Corpus;

namespace Papergraph.Extraction;

/// <summary>Tells what a name stands for by the words around it.</summary>
internal static class NameTyping
{
    /// <summary>By the class noun that follows it: <c>X dataset</c>, <c>X model</c>.</summary>
    public static EntityType? ByClassNoun(Passage passage, int token) => passage.Entries[token].Head;

    public static EntityType? ByContext(Passage passage, TokenRange sentence, TokenRange name)
    {
        if (name.First > sentence.First && passage.IsWord(name.First - 1, "on")) return EntityType.Dataset;
        return null;
    }
}
