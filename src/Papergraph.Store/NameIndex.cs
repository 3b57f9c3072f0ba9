namespace Papergraph.Store;

/// <summary>Finds nodes by their names and by the words in them, folded by <see cref="Core.TextFolding.Fold"/>.</summary>
public sealed class NameIndex
{
    internal NameIndex()
    {
    }

    /// <summary>Name of the index.</summary>
    public string Name => throw new NotImplementedException();

    /// <summary>Number of distinct folded names.</summary>
    public int NameCount => throw new NotImplementedException();

    /// <summary>Number of distinct words.</summary>
    public int WordCount => throw new NotImplementedException();

    /// <summary>The nodes that have this name up to folding, ascending. The span ends with the reader.</summary>
    /// <exception cref="StoreException">The file is damaged here.</exception>
    /// <exception cref="ObjectDisposedException">The reader was disposed.</exception>
    public ReadOnlySpan<int> NodesNamed(string name) => throw new NotImplementedException();

    /// <summary>The nodes that have a name with this word, ascending, each once. The span ends with the reader.</summary>
    /// <inheritdoc cref="NodesNamed" path="/exception"/>
    public ReadOnlySpan<int> NodesWithWord(string word) => throw new NotImplementedException();

    /// <summary>The first <paramref name="limit"/> names, in ordinal order of UTF-8, that begin like the folded prefix.</summary>
    /// <inheritdoc cref="NodesNamed" path="/exception"/>
    public IReadOnlyList<IndexedTerm> NamesByPrefix(string prefix, int limit) => throw new NotImplementedException();

    /// <summary>The first <paramref name="limit"/> words, in ordinal order of UTF-8, that begin like the folded prefix.</summary>
    /// <inheritdoc cref="NodesNamed" path="/exception"/>
    public IReadOnlyList<IndexedTerm> WordsByPrefix(string prefix, int limit) => throw new NotImplementedException();
}
