namespace Papergraph.Store;

/// <summary>One state of a graph; unchanged by whatever is committed or published later.</summary>
/// <remarks>
/// <para>Safe for any number of threads. Opening reads the directory of the segment only; each block is checked against its checksum
/// when it is first used, and a block that fails raises <see cref="StoreException"/> naming file and block.</para>
/// <para>Spans handed out point into the mapped file: they must not be used after <see cref="Dispose"/>, and nobody may be reading
/// while it runs. Reading data after it raises <see cref="ObjectDisposedException"/> (as soon as no other reader uses the segment); names
/// and counts stay readable.</para>
/// <para>Ids of nodes and positions of edges stay what they are until the next compaction. Deleted ones leave gaps: all counts are those of
/// what is there, and <see cref="NodeBound"/> and <see cref="Table.RowBound"/> are the bounds of the numbers.</para>
/// </remarks>
public sealed class GraphReader : IDisposable
{
    private readonly GraphState _state;
    private IReadOnlyList<NodeTable>? _nodeTables;
    private int _disposed;

    /// <param name="state">What to read; the reader becomes a user of its basis.</param>
    internal GraphReader(GraphState state)
    {
        _state = state;
        state.Basis.Share();
    }

    /// <summary>Number of the version, counted from 1: how often a segment was published. Commits do not change it, compactions do.</summary>
    public long Version => _state.Basis.Manifest.Version;

    /// <summary>Number of commits since the version was published.</summary>
    public long Commits => _state.Commits;

    /// <summary>Number of nodes.</summary>
    public int NodeCount => _state.NodeCount;

    /// <summary>Number of edges.</summary>
    public long EdgeCount => _state.EdgeCount;

    /// <summary>The least number that is greater than the ids of all nodes. Not every number below it is a node: see
    /// <see cref="HasNode"/>.</summary>
    public int NodeBound => _state.NodeBound;

    /// <summary>Node tables: those of the segment in the order of their nodes, then the tables of nodes that came since.</summary>
    public IReadOnlyList<NodeTable> NodeTables => _nodeTables ??=
        [.. _state.Tables.Where((table, number) => number < _state.Basis.Content.NodeTables.Count || table.Count > 0)];

    /// <summary>Edge tables in the order in which they were added.</summary>
    public IReadOnlyList<EdgeTable> EdgeTables => _state.EdgeTables;

    /// <summary>The distinct labels of all node tables, in ordinal order.</summary>
    public IReadOnlyList<string> Labels =>
        [.. NodeTables.SelectMany(table => table.Labels).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>The texts kept with the graph, in ordinal order of their keys.</summary>
    public IReadOnlyDictionary<string, string> Metadata => _state.Metadata;

    /// <summary>Names of the lists of blobs, in the order in which they were added.</summary>
    public IReadOnlyList<string> BlobNames => [.. Content.BlobLists.Select(blobs => blobs.Name)];

    /// <summary>The label and the property of each key index, in the order in which they were asked for.</summary>
    public IReadOnlyList<(string Label, string Property)> KeyIndexes =>
        [.. Content.KeyIndexes.Select(index => (index.Label, index.Property))];

    /// <summary>Names of the name indexes, in the order in which they were asked for.</summary>
    public IReadOnlyList<string> NameIndexNames => [.. Content.NameIndexes.Select(index => index.Name)];

    /// <summary>The edges of a type, or null when the graph has no such table.</summary>
    public EdgeTable? Edges(string type) => _state.Edges(type);

    /// <summary>Whether there is a node of this id.</summary>
    public bool HasNode(int node) => _state.HasNode(node);

    /// <summary>The table that a node lies in.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such node.</exception>
    public NodeTable TableOf(int node) => _state.TableOf(node);

    /// <summary>Whether the node has the label.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such node.</exception>
    public bool HasLabel(int node, string label) => TableOf(node).HasLabel(label);

    /// <summary>The tables whose nodes have the label, in the order of <see cref="NodeTables"/>.</summary>
    public IEnumerable<NodeTable> TablesWithLabel(string label) => NodeTables.Where(table => table.HasLabel(label));

    /// <summary>Finds, by key index, the first node of the label that has the value; <paramref name="node"/> is −1 if none has.</summary>
    /// <inheritdoc cref="FindNodes" path="/exception"/>
    public bool TryFindNode(string label, string property, string value, out int node)
    {
        IReadOnlyList<int> found = FindNodes(label, property, value);
        node = found.Count > 0 ? found[0] : -1;
        return found.Count > 0;
    }

    /// <summary>Finds, by key index, the nodes of the label whose property is, or whose list property contains, the value.</summary>
    /// <returns>The nodes, ascending.</returns>
    /// <exception cref="ArgumentException">The graph has no key index of that label and property.</exception>
    /// <exception cref="StoreException">The file is damaged here.</exception>
    /// <exception cref="ObjectDisposedException">The reader was disposed.</exception>
    public IReadOnlyList<int> FindNodes(string label, string property, string value) =>
        Content.KeyIndexes.FirstOrDefault(index => index.Label == label && index.Property == property) is { } index
            ? index.Find(value)
            : throw new ArgumentException($"The graph has no key index of {label}.{property}.", nameof(property));

    /// <summary>The name index of this name.</summary>
    /// <exception cref="ArgumentException">The graph has none.</exception>
    public NameIndex NameIndex(string name) =>
        Content.NameIndexes.FirstOrDefault(index => index.Name == name)
        ?? throw new ArgumentException($"The graph has no name index '{name}'.", nameof(name));

    /// <summary>The list of blobs of this name.</summary>
    /// <exception cref="ArgumentException">The graph has none.</exception>
    public BlobList Blobs(string name) =>
        Content.BlobLists.FirstOrDefault(blobs => blobs.Name == name)
        ?? throw new ArgumentException($"The graph has no blobs '{name}'.", nameof(name));

    /// <summary>The value of a node's property, boxed (see <see cref="Column.Value"/>), or null when it has none.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such node.</exception>
    /// <exception cref="StoreException">The file is damaged here.</exception>
    /// <exception cref="ObjectDisposedException">The reader was disposed.</exception>
    public object? Property(int node, string name)
    {
        NodeTable table = TableOf(node);
        return table.Value(table.RowOf(node), name);
    }

    /// <summary>Lets go of the mapped file.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0) _state.Basis.Release();
    }

    internal GraphState State => _state;

    /// <summary>What the segment holds, without the changes since.</summary>
    internal SegmentContent Content => _state.Basis.Content;

    /// <exception cref="FileNotFoundException">The segment is gone.</exception>
    internal static GraphReader Open(string folder, Manifest manifest)
    {
        GraphBasis basis = GraphBasis.Open(folder, manifest);
        try
        {
            return new(GraphState.Of(basis));
        }
        finally
        {
            basis.Release();   // the reader is its user now
        }
    }
}
