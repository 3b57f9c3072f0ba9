using Papergraph.Core;

namespace Papergraph.Store;

/// <summary>Finds nodes by their names and by the words in them, folded by <see cref="TextFolding.Fold"/>.</summary>
public sealed class NameIndex
{
    private readonly NameIndexState _state;

    internal NameIndex(NameIndexState state) => _state = state;

    /// <summary>Name of the index.</summary>
    public string Name => _state.Name;

    /// <summary>The properties whose values are indexed.</summary>
    public IReadOnlyList<(string Label, string Property)> Of => _state.Of;

    /// <summary>Number of distinct folded names.</summary>
    public int NameCount => _state.Names.Count;

    /// <summary>Number of distinct words.</summary>
    public int WordCount => _state.Words.Count;

    /// <summary>The nodes that have this name up to folding, ascending, each once. The span ends with the reader.</summary>
    /// <exception cref="StoreException">The file is damaged here.</exception>
    /// <exception cref="ObjectDisposedException">The reader was disposed.</exception>
    public ReadOnlySpan<int> NodesNamed(string name) => _state.Names.NodesOf(TextFolding.Fold(name));

    /// <summary>The nodes that have a name with this word, ascending, each once. The span ends with the reader.</summary>
    /// <remarks>A text that folds to several words has no nodes: ask for each word.</remarks>
    /// <inheritdoc cref="NodesNamed" path="/exception"/>
    public ReadOnlySpan<int> NodesWithWord(string word) => _state.Words.NodesOf(TextFolding.Fold(word));

    /// <summary>The first <paramref name="limit"/> names, in the order of their UTF-8 bytes, that begin like the folded prefix.</summary>
    /// <inheritdoc cref="NodesNamed" path="/exception"/>
    public IReadOnlyList<IndexedTerm> NamesByPrefix(string prefix, int limit) => _state.Names.ByPrefix(TextFolding.Fold(prefix), limit);

    /// <summary>The first <paramref name="limit"/> words, in the order of their UTF-8 bytes, that begin like the folded prefix.</summary>
    /// <inheritdoc cref="NodesNamed" path="/exception"/>
    public IReadOnlyList<IndexedTerm> WordsByPrefix(string prefix, int limit) => _state.Words.ByPrefix(TextFolding.Fold(prefix), limit);
}
