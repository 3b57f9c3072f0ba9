using Papergraph.Core;

namespace Papergraph.Store;

/// <summary>Finds nodes by their names, folded by <see cref="TextFolding.Fold"/>.</summary>
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

    /// <summary>The nodes that have this name up to folding, ascending, each once. The span ends with the reader.</summary>
    /// <exception cref="StoreException">The file is damaged here.</exception>
    /// <exception cref="ObjectDisposedException">The reader was disposed.</exception>
    public ReadOnlySpan<int> NodesNamed(string name) => _state.Names.NodesOf(TextFolding.Fold(name));

    /// <summary>The first <paramref name="limit"/> names, in the order of their UTF-8 bytes, that begin like the folded prefix.</summary>
    /// <inheritdoc cref="NodesNamed" path="/exception"/>
    public IReadOnlyList<IndexedTerm> NamesByPrefix(string prefix, int limit) => _state.Names.ByPrefix(TextFolding.Fold(prefix), limit);
}
