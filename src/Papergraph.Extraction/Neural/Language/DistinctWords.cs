using System.Runtime.InteropServices;

namespace Papergraph.Extraction;

/// <summary>The different words of a batch, so that each is encoded once.</summary>
internal sealed class DistinctWords
{
    private readonly Dictionary<byte[], int> _known = new(ReferenceEqualityComparer.Instance);
    private readonly List<SpelledWord> _words = [];

    public ReadOnlySpan<SpelledWord> All => CollectionsMarshal.AsSpan(_words);

    /// <summary>The number of a word; words are told apart by the array that holds their spelling.</summary>
    public int Add(SpelledWord word)
    {
        ref int number = ref CollectionsMarshal.GetValueRefOrAddDefault(_known, word.Characters, out bool isKnown);
        if (isKnown) return number;
        _words.Add(word);
        return number = _words.Count - 1;
    }
}
