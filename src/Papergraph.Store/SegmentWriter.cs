using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;
using Papergraph.Core;

namespace Papergraph.Store;

/// <summary>Writes a whole version of a graph: node tables, then edge tables; lists of blobs, metadata and indexes at any time.</summary>
/// <remarks>
/// <para>The bytes of the segment are a function of the calls made and of nothing else. One table is held in memory at a time: it goes
/// to the disk when the next one is begun.</para>
/// <para>Not safe for use by several threads at once. Disposing without <see cref="Publish"/> leaves no trace.</para>
/// </remarks>
public sealed class SegmentWriter : IDisposable
{
    private readonly GraphWriteLock _lock;
    private readonly SegmentFileWriter _file;
    private readonly int _threads;
    private readonly List<NodeTableLayout> _nodeTables = [];
    private readonly List<EdgeTableLayout> _edgeTables = [];
    private readonly List<BlobListLayout> _blobLists = [];
    private readonly List<IndexDefinition> _indexes = [];
    private readonly List<ConstraintDefinition> _constraints = [];
    private readonly List<(string Name, IReadOnlyList<(string Label, string Property)> Of)> _nameIndexes = [];
    private readonly List<FullTextDefinition> _fullTextIndexes = [];
    private readonly SortedDictionary<string, string> _metadata = new(StringComparer.Ordinal);
    private readonly HashSet<string> _labelSets = new(StringComparer.Ordinal);
    private readonly HashSet<string> _edgeTypes = new(StringComparer.Ordinal);
    private NodeTableWriter? _nodes;
    private EdgeTableWriter? _edges;
    private bool _publishing;
    private bool _keepOlder;
    private bool _disposed;

    internal SegmentWriter(GraphWriteLock held, SegmentFileWriter file, int threads) => (_lock, _file, _threads) = (held, file, threads);

    /// <summary>Begins the table of the nodes that have exactly these labels; finishes the table before.</summary>
    /// <param name="labels">Distinct names, first the one that matters most; the order is kept. None for nodes without labels.</param>
    /// <exception cref="ArgumentException">An unfit label, one twice, or a set of labels that has a table already.</exception>
    /// <exception cref="InvalidOperationException">An edge table was begun before.</exception>
    /// <exception cref="StoreException">The disk refused.</exception>
    public NodeTableWriter AddNodeTable(params string[] labels)
    {
        ThrowIfClosed();
        ArgumentNullException.ThrowIfNull(labels);
        if (_edgeTypes.Count > 0) throw new InvalidOperationException("Node tables come before edge tables.");
        foreach (string label in labels) StoredName.ThrowIfUnfit(label, nameof(labels));
        if (labels.Distinct(StringComparer.Ordinal).Count() < labels.Length)
            throw new ArgumentException("A label is given twice.", nameof(labels));
        if (!_labelSets.Add(NodeTable.SetOf(labels)))
            throw new ArgumentException($"The nodes of {string.Join(':', labels)} have a table already.", nameof(labels));
        FinishTable();
        return _nodes = new([.. labels], NodeCount);
    }

    /// <summary>Begins the table of the edges of one type; finishes the table before.</summary>
    /// <param name="type">Name of the type, not empty.</param>
    /// <exception cref="ArgumentException">The type is unfit or has a table already.</exception>
    /// <exception cref="StoreException">The disk refused.</exception>
    public EdgeTableWriter AddEdgeTable(string type)
    {
        ThrowIfClosed();
        StoredName.ThrowIfUnfit(type);
        if (!_edgeTypes.Add(type)) throw new ArgumentException($"The edges of type {type} have a table already.", nameof(type));
        FinishTable();
        return _edges = new(type, NodeCount, _threads);
    }

    /// <summary>Writes a named list of byte strings, compressed in blocks and readable by index.</summary>
    /// <param name="name">Name of the list.</param>
    /// <param name="items">The byte strings, at most 256 MiB each, read once and not kept.</param>
    /// <exception cref="ArgumentException">The name is taken or unfit, or an item is too long; in the last case the version cannot be
    /// published any more.</exception>
    /// <exception cref="StoreException">The disk refused.</exception>
    public void AddBlobs(string name, IEnumerable<ReadOnlyMemory<byte>> items)
    {
        ThrowIfClosed();
        StoredName.ThrowIfUnfit(name);
        ArgumentNullException.ThrowIfNull(items);
        if (_blobLists.Exists(blobs => blobs.Name == name)) throw new ArgumentException($"There are blobs '{name}' already.", nameof(name));
        _blobLists.Add(BlobWriter.Write(_file, name, items, _threads));
    }

    /// <summary>Writes a named list of byte strings, each of which belongs to a node and stays with it whatever becomes of it, until the
    /// node is deleted; see <see cref="BlobList.TryGet"/>.</summary>
    /// <param name="name">Name of the list.</param>
    /// <param name="items">Nodes added before, ascending, and the byte string of each, at most 256 MiB; read once and not kept.</param>
    /// <exception cref="ArgumentException">The name is taken or unfit, an item is too long, or the nodes do not ascend; but in the first
    /// case the version cannot be published any more.</exception>
    /// <exception cref="StoreException">The disk refused.</exception>
    public void AddNodeBlobs(string name, IEnumerable<(int Node, ReadOnlyMemory<byte> Item)> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        List<long> nodes = [];
        AddBlobs(name, items.Select(item =>
        {
            if (nodes.Count > 0 && item.Node <= nodes[^1]) throw new ArgumentException("The nodes do not ascend.", nameof(items));
            nodes.Add(item.Node);
            return item.Item;
        }));
        int bound = NodeCount + (_nodes?.Count ?? 0);
        if (nodes.Count > 0) ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(nodes[^1], bound, nameof(items));
        _blobLists[^1] = _blobLists[^1] with { Nodes = PackedIntegerWriter.Write(_file, CollectionsMarshal.AsSpan(nodes)) };
    }

    /// <summary>Takes over a list of blobs as it is, without decompressing it.</summary>
    internal void AddBlobs(BlobList blobs)
    {
        ThrowIfClosed();
        _blobLists.Add(blobs.CopyTo(_file));
    }

    /// <summary>Asks for a hash index of a property of the nodes of a label; see <see cref="AddIndex"/>.</summary>
    /// <inheritdoc cref="AddIndex" path="/exception"/>
    public void AddKeyIndex(string label, string property) => AddIndex(new(IndexKind.Hash, EntityKind.Node, label, property));

    /// <summary>Asks for an index of values.</summary>
    /// <exception cref="ArgumentException">The name is taken, or that index was asked for before.</exception>
    public void AddIndex(IndexDefinition definition)
    {
        ThrowIfClosed();
        ArgumentNullException.ThrowIfNull(definition);
        ThrowIfTaken(definition.Name);
        if (_indexes.Exists(definition.HasSameContent))
            throw new ArgumentException($"{definition.Target} has such an index already.", nameof(definition));
        _indexes.Add(definition);
    }

    /// <summary>Demands that the graph keep to a constraint; <see cref="Publish"/> refuses it otherwise.</summary>
    /// <exception cref="ArgumentException">The name is taken, or that was demanded before.</exception>
    public void AddConstraint(ConstraintDefinition definition)
    {
        ThrowIfClosed();
        ArgumentNullException.ThrowIfNull(definition);
        ThrowIfTaken(definition.Name);
        if (_constraints.Exists(definition.HasSameContent))
            throw new ArgumentException($"{definition.Target} has such a constraint already.", nameof(definition));
        _constraints.Add(definition);
    }

    /// <summary>Asks for an index of names, to look them up whole or by their beginning, over string or string list properties.</summary>
    /// <param name="name">Name of the index.</param>
    /// <param name="of">The properties whose values are names.</param>
    /// <remarks>Names are folded by <see cref="TextFolding.Fold"/>. Values of other types are none and are passed over.</remarks>
    /// <exception cref="ArgumentException">The name is taken or unfit.</exception>
    public void AddNameIndex(string name, IEnumerable<(string Label, string Property)> of)
    {
        ThrowIfClosed();
        StoredName.ThrowIfUnfit(name);
        if (_nameIndexes.Exists(index => index.Name == name))
            throw new ArgumentException($"There is a name index '{name}' already.", nameof(name));
        (string Label, string Property)[] properties = [.. of];
        foreach ((string label, string property) in properties)
        {
            StoredName.ThrowIfUnfit(label, nameof(of));
            StoredName.ThrowIfUnfit(property, nameof(of));
        }

        _nameIndexes.Add((name, properties));
    }

    /// <summary>Asks for an index of the words of texts, for ranked search, over string or string list properties.</summary>
    /// <param name="name">Name of the index.</param>
    /// <param name="fields">The properties, at most 64. Values of other types than strings are passed over.</param>
    /// <exception cref="ArgumentException">The name is taken or unfit, or a field is, or there is none.</exception>
    public void AddFullTextIndex(string name, IEnumerable<FullTextField> fields)
    {
        ThrowIfClosed();
        FullTextDefinition definition = FullTextDefinition.Checked(name, fields);
        ThrowIfTaken(name);
        _fullTextIndexes.Add(definition);
    }

    /// <summary>Keeps a text under a key with the graph, replacing what the key had.</summary>
    /// <remarks>A lone surrogate in the value is stored as U+FFFD.</remarks>
    /// <exception cref="ArgumentException">The key is unfit.</exception>
    public void SetMetadata(string key, string value)
    {
        ThrowIfClosed();
        StoredName.ThrowIfUnfit(key);
        ArgumentNullException.ThrowIfNull(value);
        _metadata[key] = value;
    }

    /// <summary>Makes what was written the newest version, durably and in one atomic step.</summary>
    /// <returns>The number of the version: one more than the version before, 1 for the first.</returns>
    /// <exception cref="StoreException">The disk refused; the version published before stands unharmed.</exception>
    /// <exception cref="OperationCanceledException">Cancelled before the atomic step; nothing was published.</exception>
    public long Publish(CancellationToken cancellation = default)
    {
        ThrowIfClosed();
        FinishTable();
        _publishing = true;
        SegmentReference segment = _file.Complete(WriteIndexes(cancellation).ToBytes());
        cancellation.ThrowIfCancellationRequested();
        try
        {
            return _lock.Publish(segment);
        }
        catch (StoreException e) when (e.Code == StoreErrors.NotYetDurableCode)
        {
            _keepOlder = true;
            throw;
        }
        finally
        {
            Dispose();
        }
    }

    /// <summary>Removes what was written, unless it was published.</summary>
    public void Dispose()
    {
        if (_disposed) return;
        _disposed = true;
        _file.Dispose();
        _lock.End(_keepOlder);
    }

    private int NodeCount => _nodeTables.Sum(table => table.Count);

    private void ThrowIfClosed()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (_publishing) throw new InvalidOperationException("The version could not be published; dispose it and begin another.");
    }

    private void FinishTable()
    {
        if (_nodes is not null) _nodeTables.Add(_nodes.Finish(_file));
        if (_edges is not null) _edgeTables.Add(_edges.Finish(_file));
        (_nodes, _edges) = (null, null);
    }

    private void ThrowIfTaken(string name)
    {
        if (_indexes.Exists(index => index.Name == name) || _constraints.Exists(constraint => constraint.Name == name)
            || _fullTextIndexes.Exists(index => index.Name == name))
            throw new ArgumentException($"There is an index or a constraint '{name}' already.", nameof(name));
    }

    /// <summary>Writes indexes and statistics from the tables as they lie on the disk, so that no column needs to stay in memory for
    /// them.</summary>
    private SegmentLayout WriteIndexes(CancellationToken cancellation)
    {
        SectionLayout[] written = [.. _file.Sections];
        using MappedFile mapped = _file.Map();
        SegmentSections sections = new(mapped, written, mapped.Length);
        NodeTable[] nodes = NodeTable.OpenAll(sections, _nodeTables);
        EdgeTable[] edges = [.. _edgeTables.Select(table => new EdgeTable(sections, table, NodeCount))];
        List<FullTextLayout> fullTextIndexes = [];
        List<Func<SegmentFileWriter, NameIndexLayout>> nameIndexes = [];
        GraphSurvey? survey = null;
        // The first one writes, and the others work out what is written after it.
        Together(
            cancellation,
            () => fullTextIndexes = _fullTextIndexes.ConvertAll(
                index => FullTextWriter.Write(_file, index, new(index, nodes) { Threads = _threads }, cancellation)),
            () => nameIndexes = _nameIndexes.ConvertAll(index => NameIndexWriter.Build(index.Name, index.Of, nodes, cancellation)),
            () => survey = GraphSurvey.Of(nodes, edges, cancellation));
        IndexBuilder builder = new(new(_file.Path, nodes, edges), _threads, cancellation);
        List<IndexLayout> indexes = builder.Write(_indexes, _file);
        List<ConstraintLayout> constraints = builder.Write(_constraints, _file);
        SegmentLayout layout = new([], [.. _metadata], _nodeTables, _edgeTables, _blobLists)
        {
            Catalog = new(nameIndexes.ConvertAll(write => write(_file)), indexes, constraints, Statistics: null, fullTextIndexes),
        };
        return survey!.Write(_file, layout) with { Sections = _file.Sections };
    }

    private void Together(CancellationToken cancellation, params Action[] work)
    {
        try
        {
            Parallel.Invoke(new() { MaxDegreeOfParallelism = _threads, CancellationToken = cancellation }, work);
        }
        catch (AggregateException failures)
        {
            ExceptionDispatchInfo.Throw(failures.InnerExceptions[0]);
        }
    }
}
