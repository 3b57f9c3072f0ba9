namespace Papergraph.Store;

/// <summary>One published version of a graph, mapped into memory; unchanged by whatever is published later.</summary>
/// <remarks>
/// <para>Safe for any number of threads. Opening reads the directory of the segment only; each block is checked against its checksum
/// when it is first used, and a block that fails raises <see cref="StoreException"/> naming file and block.</para>
/// <para>Spans handed out point into the mapped file: they must not be used after <see cref="Dispose"/>, and nobody may be reading
/// while it runs. Calls after it raise <see cref="ObjectDisposedException"/>.</para>
/// </remarks>
public sealed class GraphReader : IDisposable
{
    private GraphReader()
    {
    }

    /// <summary>Number of the version, counted from 1.</summary>
    public long Version => throw new NotImplementedException();

    /// <summary>Number of nodes of all tables; nodes are 0 to <c>NodeCount − 1</c>.</summary>
    public int NodeCount => throw new NotImplementedException();

    /// <summary>Number of edges of all tables.</summary>
    public long EdgeCount => throw new NotImplementedException();

    /// <summary>Node tables in the order of their nodes.</summary>
    public IReadOnlyList<NodeTable> NodeTables => throw new NotImplementedException();

    /// <summary>Edge tables in the order in which they were added.</summary>
    public IReadOnlyList<EdgeTable> EdgeTables => throw new NotImplementedException();

    /// <summary>The distinct labels of all node tables, in ordinal order.</summary>
    public IReadOnlyList<string> Labels => throw new NotImplementedException();

    /// <summary>The texts kept with the graph, in ordinal order of their keys.</summary>
    public IReadOnlyDictionary<string, string> Metadata => throw new NotImplementedException();

    /// <summary>Names of the lists of blobs, in the order in which they were added.</summary>
    public IReadOnlyList<string> BlobNames => throw new NotImplementedException();

    /// <summary>The label and the property of each key index, in the order in which they were asked for.</summary>
    public IReadOnlyList<(string Label, string Property)> KeyIndexes => throw new NotImplementedException();

    /// <summary>The edges of a type, or null when the graph has no such table.</summary>
    public EdgeTable? Edges(string type) => throw new NotImplementedException();

    /// <summary>The table that a node lies in.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such node.</exception>
    public NodeTable TableOf(int node) => throw new NotImplementedException();

    /// <summary>Whether the node has the label.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such node.</exception>
    public bool HasLabel(int node, string label) => throw new NotImplementedException();

    /// <summary>The tables whose nodes have the label, in the order of their nodes.</summary>
    public IEnumerable<NodeTable> TablesWithLabel(string label) => throw new NotImplementedException();

    /// <summary>Finds, by key index, the first node of the label that has the value.</summary>
    /// <inheritdoc cref="FindNodes"/>
    public bool TryFindNode(string label, string property, string value, out int node) => throw new NotImplementedException();

    /// <summary>Finds, by key index, the nodes of the label whose property is, or whose list property contains, the value.</summary>
    /// <returns>The nodes, ascending.</returns>
    /// <exception cref="ArgumentException">The graph has no key index of that label and property.</exception>
    /// <exception cref="StoreException">The file is damaged here.</exception>
    public IReadOnlyList<int> FindNodes(string label, string property, string value) => throw new NotImplementedException();

    /// <summary>The name index of this name.</summary>
    /// <exception cref="ArgumentException">The graph has none.</exception>
    public NameIndex NameIndex(string name) => throw new NotImplementedException();

    /// <summary>The list of blobs of this name.</summary>
    /// <exception cref="ArgumentException">The graph has none.</exception>
    public BlobList Blobs(string name) => throw new NotImplementedException();

    /// <summary>The value of a node's property, boxed (see <see cref="Column.Value"/>), or null when it has none.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such node.</exception>
    public object? Property(int node, string name) => throw new NotImplementedException();

    /// <summary>Lets go of the mapped file.</summary>
    public void Dispose() => throw new NotImplementedException();
}
