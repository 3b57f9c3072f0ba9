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

    /// <summary>The label and the property of each key index, in the order in which they were asked for.</summary>
    public IReadOnlyList<(string Label, string Property)> KeyIndexes =>
        [.. _content.KeyIndexes.Select(index => (index.Label, index.Property))];

    /// <summary>Names of the name indexes, in the order in which they were asked for.</summary>
    public IReadOnlyList<string> NameIndexNames => [.. _content.NameIndexes.Select(index => index.Name)];

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
        _content.KeyIndexes.FirstOrDefault(index => index.Label == label && index.Property == property) is { } index
            ? index.Find(value)
            : throw new ArgumentException($"The graph has no key index of {label}.{property}.", nameof(property));

    /// <summary>The name index of this name.</summary>
    /// <exception cref="ArgumentException">The graph has none.</exception>
    public NameIndex NameIndex(string name) =>
        _content.NameIndexes.FirstOrDefault(index => index.Name == name)
        ?? throw new ArgumentException($"The graph has no name index '{name}'.", nameof(name));

    /// <summary>Names of the full-text indexes, in the order in which they were asked for.</summary>
    public IReadOnlyList<string> FullTextIndexNames => [.. _content.FullTextIndexes.Select(index => index.Definition.Name)];

    /// <summary>The full-text index of this name.</summary>
    /// <exception cref="ArgumentException">The graph has none.</exception>
    public FullTextIndex FullTextIndex(string name) =>
        _content.FullTextIndexes.FirstOrDefault(index => index.Definition.Name == name) is { } index
            ? new(new FullTextState(index.Definition, new Lazy<FullTextContent>(index)))
            : throw new ArgumentException($"The graph has no full-text index '{name}'.", nameof(name));

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
