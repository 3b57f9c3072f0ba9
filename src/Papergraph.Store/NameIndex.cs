using Papergraph.Core;

namespace Papergraph.Store;

/// <summary>Finds nodes by their names and by the words in them, folded by <see cref="TextFolding.Fold"/>.</summary>
public sealed class NameIndex
{
    internal NameIndex(SegmentSections sections, NameIndexLayout layout, int nodeCount)
    {
        (Name, Of) = (layout.Name, layout.Of);
        Names = new(sections, layout.Names, nodeCount, $"name index {Name}, names");
        Words = new(sections, layout.Words, nodeCount, $"name index {Name}, words");
    }

    /// <summary>Name of the index.</summary>
    public string Name { get; }

    /// <summary>The properties whose values are indexed.</summary>
    public IReadOnlyList<(string Label, string Property)> Of { get; }

    /// <summary>Number of distinct folded names.</summary>
    public int NameCount => Names.Count;

    /// <summary>Number of distinct words.</summary>
    public int WordCount => Words.Count;

    internal TermIndex Names { get; }

    internal TermIndex Words { get; }

    /// <summary>The nodes that have this name up to folding, ascending, each once. The span ends with the reader.</summary>
    /// <exception cref="StoreException">The file is damaged here.</exception>
    /// <exception cref="ObjectDisposedException">The reader was disposed.</exception>
    public ReadOnlySpan<int> NodesNamed(string name) => Names.NodesOf(TextFolding.Fold(name));

    /// <summary>The nodes that have a name with this word, ascending, each once. The span ends with the reader.</summary>
    /// <remarks>A text that folds to several words has no nodes: ask for each word.</remarks>
    /// <inheritdoc cref="NodesNamed" path="/exception"/>
    public ReadOnlySpan<int> NodesWithWord(string word) => Words.NodesOf(TextFolding.Fold(word));

    /// <summary>The first <paramref name="limit"/> names, in the order of their UTF-8 bytes, that begin like the folded prefix.</summary>
    /// <inheritdoc cref="NodesNamed" path="/exception"/>
    public IReadOnlyList<IndexedTerm> NamesByPrefix(string prefix, int limit) => Names.ByPrefix(TextFolding.Fold(prefix), limit);

    /// <summary>The first <paramref name="limit"/> words, in the order of their UTF-8 bytes, that begin like the folded prefix.</summary>
    /// <inheritdoc cref="NodesNamed" path="/exception"/>
    public IReadOnlyList<IndexedTerm> WordsByPrefix(string prefix, int limit) => Words.ByPrefix(TextFolding.Fold(prefix), limit);
}
