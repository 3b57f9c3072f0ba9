namespace Papergraph.Store;

/// <summary>One state of a graph; unchanged by whatever is committed or published later.</summary>
/// <remarks>
/// <para>Safe for any number of threads. Opening reads the directory of the segment only, and of that not what is said of indexes and
/// constraints, which is read when one of them is first asked for. Each block is checked against its checksum when it is first used.
/// Whatever fails raises <see cref="StoreException"/> naming file and block.</para>
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

    /// <summary>Number of the version, counted from 1: how often a segment was published. Commits do not change it, compactions
    /// do.</summary>
    public long Version => _state.Basis.Version.Number;

    /// <summary>Number of commits since the version was published.</summary>
    public long Commits => _state.Commits;

    /// <summary>Whether the graph was changed by transactions since it was last written as a whole; those that only wrote what can be computed
    /// again (<see cref="GraphTransaction.IsDerived"/>) and compactions are not counted.</summary>
    public bool IsEdited => _state.IsEdited;

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

    /// <summary>The indexes of values, in the order in which they were created.</summary>
    public IReadOnlyList<IndexDefinition> Indexes => [.. _state.Indexes.Indexes.Select(index => index.Definition)];

    /// <summary>What the graph keeps to, in the order in which it was demanded.</summary>
    public IReadOnlyList<ConstraintDefinition> Constraints => [.. _state.Indexes.Constraints.Select(constraint => constraint.Definition)];

    /// <summary>The label and the property of each hash index of nodes, in the order in which they were created.</summary>
    public IReadOnlyList<(string Label, string Property)> KeyIndexes =>
        [.. Indexes.Where(index => (index.Kind, index.On) == (IndexKind.Hash, EntityKind.Node)).Select(i => (i.LabelOrType, i.Property))];

    /// <summary>Names of the name indexes, in the order in which they were asked for.</summary>
    public IReadOnlyList<string> NameIndexNames => [.. _state.Indexes.NameIndexes.Select(index => index.Name)];

    /// <summary>What was counted when the segment was written, for planning queries: commits since do not change it, compactions do. Null
    /// when a release wrote it that counted nothing. Read on the first call.</summary>
    /// <exception cref="StoreException">The file is damaged here.</exception>
    /// <exception cref="ObjectDisposedException">The reader was disposed.</exception>
    public SegmentStatistics? Statistics => _state.Basis.Content.Statistics;

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

    /// <summary>Finds, by index, the nodes or edges that have a value or, if it is a list, have it in it.</summary>
    /// <param name="index">Name of the index.</param>
    /// <param name="value">The value, boxed as by <see cref="Column.Value"/>. Equal is what <see cref="ValueRange"/> calls so.</param>
    /// <returns>Ids of nodes, or positions of edges in the table of their type; ascending, each once.</returns>
    /// <exception cref="ArgumentException">The value is a list or of a type that no property has.</exception>
    /// <exception cref="StoreException">The graph has no such index, or the file is damaged here.</exception>
    /// <exception cref="ObjectDisposedException">The reader was disposed.</exception>
    public IReadOnlyList<long> Find(string index, object value) => IndexNamed(index).Find(IndexKey.Of(value));

    /// <summary>Finds, by a range index, the nodes or edges whose value lies in a range. Lists lie in none.</summary>
    /// <param name="index">Name of the index.</param>
    /// <param name="range">The range.</param>
    /// <param name="descending">Whether they come in the opposite order.</param>
    /// <returns>Ids of nodes, or positions of edges in the table of their type, in the order of their values and then their own; found as
    /// they are asked for.</returns>
    /// <exception cref="ArgumentException">The index is a hash index.</exception>
    /// <exception cref="StoreException">The graph has no such index, or the file is damaged here.</exception>
    /// <exception cref="ObjectDisposedException">The reader was disposed.</exception>
    public IEnumerable<long> FindRange(string index, ValueRange range, bool descending = false)
    {
        ArgumentNullException.ThrowIfNull(range);
        return IndexNamed(index).FindRange(range, descending);
    }

    /// <summary>About how many nodes or edges <see cref="FindRange"/> gives, without finding them. A hash index knows it of single values,
    /// and for any other range says how many it has in all.</summary>
    /// <inheritdoc cref="FindRange" path="/param"/>
    /// <exception cref="StoreException">The graph has no such index, or the file is damaged here.</exception>
    /// <exception cref="ObjectDisposedException">The reader was disposed.</exception>
    public long EstimateRange(string index, ValueRange range)
    {
        ArgumentNullException.ThrowIfNull(range);
        return IndexNamed(index).Estimate(range);
    }

    /// <summary>Finds, by hash index, the first node of the label that has the value; <paramref name="node"/> is −1 if none has.</summary>
    /// <inheritdoc cref="FindNodes" path="/exception"/>
    public bool TryFindNode(string label, string property, string value, out int node)
    {
        IReadOnlyList<int> found = FindNodes(label, property, value);
        node = found.Count > 0 ? found[0] : -1;
        return found.Count > 0;
    }

    /// <summary>Finds, by hash index, the nodes of the label whose property is, or whose list property contains, the value.</summary>
    /// <returns>The nodes, ascending.</returns>
    /// <exception cref="ArgumentException">The graph has no hash index of that label and property.</exception>
    /// <exception cref="StoreException">The file is damaged here.</exception>
    /// <exception cref="ObjectDisposedException">The reader was disposed.</exception>
    public IReadOnlyList<int> FindNodes(string label, string property, string value)
    {
        foreach (PropertyIndexState index in _state.Indexes.Indexes)
        {
            if (index.Definition is { Kind: IndexKind.Hash, On: EntityKind.Node } of && of.LabelOrType == label && of.Property == property)
                return index.Find(IndexKey.Of(value)).ConvertAll(node => (int)node);
        }

        throw new ArgumentException($"The graph has no hash index of {label}.{property}.", nameof(property));
    }

    /// <summary>The name index of this name.</summary>
    /// <exception cref="ArgumentException">The graph has none.</exception>
    public NameIndex NameIndex(string name) =>
        _state.Indexes.NameIndexes.FirstOrDefault(index => index.Name == name) is { } state
            ? new(state)
            : throw new ArgumentException($"The graph has no name index '{name}'.", nameof(name));

    /// <summary>Names of the full-text indexes, in the order in which they were asked for.</summary>
    public IReadOnlyList<string> FullTextIndexNames => [.. _state.Indexes.FullTextIndexes.Select(index => index.Definition.Name)];

    /// <summary>The full-text index of this name.</summary>
    /// <exception cref="ArgumentException">The graph has none.</exception>
    public FullTextIndex FullTextIndex(string name) =>
        _state.Indexes.FullTextIndexes.FirstOrDefault(index => index.Definition.Name == name) is { } state
            ? new(state)
            : throw new ArgumentException($"The graph has no full-text index '{name}'.", nameof(name));

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

    private PropertyIndexState IndexNamed(string name) =>
        _state.Indexes.Index(name) ?? throw StoreErrors.NoSuchIndex(name, Indexes.Select(index => index.Name));

    /// <summary>Opens a version as far as its log is whole.</summary>
    /// <exception cref="FileNotFoundException">The segment or the log is gone.</exception>
    /// <exception cref="StoreException">One of them is damaged.</exception>
    internal static GraphReader Open(StoreDevice device, string folder, PublishedVersion version)
    {
        GraphBasis basis = GraphBasis.Open(device, folder, version);
        try
        {
            GraphState segment = GraphState.Of(basis);
            CommitReplayer? commits = null;
            LogReader.Read(device, folder, version.Log, (number, payload) =>
                (commits ??= new(segment, Path.Combine(folder, version.Log.Name))).Replay(number, payload));
            return new(commits?.State ?? segment);
        }
        finally
        {
            basis.Release();   // the reader is its user now
        }
    }

    internal static GraphReader OpenPack(StoreDevice device, string path)
    {
        GraphBasis basis = GraphBasis.OpenPack(device, path);
        try
        {
            return new(GraphState.Of(basis));
        }
        finally
        {
            basis.Release();
        }
    }
}
