namespace Papergraph.Store;

/// <summary>One published version of a graph, mapped into memory; unchanged by whatever is published later.</summary>
/// <remarks>
/// <para>Safe for any number of threads. Opening reads the directory of the segment only; each block is checked against its checksum
/// when it is first used, and a block that fails raises <see cref="StoreException"/> naming file and block.</para>
/// <para>Spans handed out point into the mapped file: they must not be used after <see cref="Dispose"/>, and nobody may be reading
/// while it runs. Reading data after it raises <see cref="ObjectDisposedException"/>; names and counts stay readable.</para>
/// </remarks>
public sealed class GraphReader : IDisposable
{
    private readonly MappedFile _file;
    private readonly SegmentContent _content;

    private GraphReader(MappedFile file, SegmentContent content, long version)
    {
        (_file, _content, Version) = (file, content, version);
        foreach (EdgeTable table in content.EdgeTables) EdgeCount += table.Count;
    }

    /// <summary>Number of the version, counted from 1.</summary>
    public long Version { get; }

    /// <summary>Number of nodes of all tables; nodes are 0 to <c>NodeCount − 1</c>.</summary>
    public int NodeCount => _content.NodeCount;

    /// <summary>Number of edges of all tables.</summary>
    public long EdgeCount { get; }

    /// <summary>Node tables in the order of their nodes.</summary>
    public IReadOnlyList<NodeTable> NodeTables => _content.NodeTables;

    /// <summary>Edge tables in the order in which they were added.</summary>
    public IReadOnlyList<EdgeTable> EdgeTables => _content.EdgeTables;

    /// <summary>The distinct labels of all node tables, in ordinal order.</summary>
    public IReadOnlyList<string> Labels =>
        [.. NodeTables.SelectMany(table => table.Labels).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>The texts kept with the graph, in ordinal order of their keys.</summary>
    public IReadOnlyDictionary<string, string> Metadata => _content.Metadata;

    /// <summary>Names of the lists of blobs, in the order in which they were added.</summary>
    public IReadOnlyList<string> BlobNames => [.. _content.BlobLists.Select(blobs => blobs.Name)];

    /// <summary>The indexes of values, in the order in which they were created.</summary>
    public IReadOnlyList<IndexDefinition> Indexes => [.. _content.Indexes.Indexes.Select(index => index.Definition)];

    /// <summary>What the graph keeps to, in the order in which it was demanded.</summary>
    public IReadOnlyList<ConstraintDefinition> Constraints => [.. _content.Indexes.Constraints.Select(constraint => constraint.Definition)];

    /// <summary>The label and the property of each hash index of nodes, in the order in which they were created.</summary>
    public IReadOnlyList<(string Label, string Property)> KeyIndexes =>
        [.. Indexes.Where(index => (index.Kind, index.On) == (IndexKind.Hash, EntityKind.Node)).Select(i => (i.LabelOrType, i.Property))];

    /// <summary>Names of the name indexes, in the order in which they were asked for.</summary>
    public IReadOnlyList<string> NameIndexNames => [.. _content.Indexes.NameIndexes.Select(index => index.Name)];

    /// <summary>The edges of a type, or null when the graph has no such table.</summary>
    public EdgeTable? Edges(string type) => _content.EdgeTables.FirstOrDefault(table => table.Type == type);

    /// <summary>The table that a node lies in.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such node.</exception>
    public NodeTable TableOf(int node)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)node, (uint)NodeCount, nameof(node));
        (int low, int high) = (0, NodeTables.Count - 1);
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            if (NodeTables[middle].FirstNode <= node) low = middle;
            else high = middle - 1;
        }

        return NodeTables[low];
    }

    /// <summary>Whether the node has the label.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such node.</exception>
    public bool HasLabel(int node, string label) => TableOf(node).HasLabel(label);

    /// <summary>The tables whose nodes have the label, in the order of their nodes.</summary>
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
        foreach (PropertyIndexState index in _content.Indexes.Indexes)
        {
            if (index.Definition is { Kind: IndexKind.Hash, On: EntityKind.Node } of && of.LabelOrType == label && of.Property == property)
                return index.Find(IndexKey.Of(value)).ConvertAll(node => (int)node);
        }

        throw new ArgumentException($"The graph has no hash index of {label}.{property}.", nameof(property));
    }

    /// <summary>The name index of this name.</summary>
    /// <exception cref="ArgumentException">The graph has none.</exception>
    public NameIndex NameIndex(string name) =>
        _content.Indexes.NameIndexes.FirstOrDefault(index => index.Name == name) is { } state
            ? new(state)
            : throw new ArgumentException($"The graph has no name index '{name}'.", nameof(name));

    /// <summary>The list of blobs of this name.</summary>
    /// <exception cref="ArgumentException">The graph has none.</exception>
    public BlobList Blobs(string name) =>
        _content.BlobLists.FirstOrDefault(blobs => blobs.Name == name)
        ?? throw new ArgumentException($"The graph has no blobs '{name}'.", nameof(name));

    /// <summary>The value of a node's property, boxed (see <see cref="Column.Value"/>), or null when it has none.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such node.</exception>
    /// <exception cref="StoreException">The file is damaged here.</exception>
    /// <exception cref="ObjectDisposedException">The reader was disposed.</exception>
    public object? Property(int node, string name)
    {
        NodeTable table = TableOf(node);
        return table.Column(name)?.Value(node - table.FirstNode);
    }

    /// <summary>Lets go of the mapped file.</summary>
    public void Dispose() => _file.Dispose();

    internal SegmentContent Content => _content;

    private PropertyIndexState IndexNamed(string name) =>
        _content.Indexes.Index(name) ?? throw StoreErrors.NoSuchIndex(name, Indexes.Select(index => index.Name));

    /// <exception cref="FileNotFoundException">The segment is gone.</exception>
    internal static GraphReader Open(string folder, Manifest manifest)
    {
        if (!BitConverter.IsLittleEndian) throw StoreErrors.BigEndian();
        (MappedFile file, SegmentHeader header, SegmentLayout layout) = SegmentFile.Open(folder, manifest.Segment);
        try
        {
            return new(file, new(new(file, layout.Sections, header.DirectoryOffset), layout), manifest.Version);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }
}
