namespace Papergraph.Store;

/// <summary>Takes the edges of one type, in any order; parallel edges and self-loops are edges like all others.</summary>
/// <remarks>In the finished table the edges lie sorted by source, target and order of adding.</remarks>
public sealed class EdgeTableWriter : TableWriter
{
    private const int LeastRoom = 1 << 10;

    private readonly string _type;
    private readonly int _nodeCount;
    private readonly int _threads;

    // With room behind the edges.
    private int[] _sources = [], _targets = [];
    private int _count;

    internal EdgeTableWriter(string type, int nodeCount, int threads) => (_type, _nodeCount, _threads) = (type, nodeCount, threads);

    /// <summary>Number of edges added to this table.</summary>
    public long Count => _count;

    private protected override int RowCount => _count;

    /// <summary>Adds an edge: the row that the columns of this table append to from now on.</summary>
    /// <param name="source">A node added before.</param>
    /// <param name="target">A node added before.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such node.</exception>
    /// <exception cref="InvalidOperationException">The table is finished.</exception>
    /// <exception cref="StoreException">The table has 2³¹ − 57 edges already, which is what the bulk writer can sort.</exception>
    public void Add(int source, int target)
    {
        ThrowIfFinished();
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)source, (uint)_nodeCount, nameof(source));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)target, (uint)_nodeCount, nameof(target));
        Reserve(1);
        (_sources[_count], _targets[_count]) = (source, target);
        _count++;
    }

    /// <summary>Adds edges without properties of their own, as <see cref="Add"/> does one by one.</summary>
    /// <param name="sources">The source of each.</param>
    /// <param name="targets">The target of each, as many as <paramref name="sources"/>.</param>
    /// <exception cref="ArgumentException">There are not as many of the one as of the other.</exception>
    /// <inheritdoc cref="Add" path="/exception"/>
    public void AddRange(ReadOnlySpan<int> sources, ReadOnlySpan<int> targets)
    {
        ThrowIfFinished();
        if (sources.Length != targets.Length) throw new ArgumentException("Every edge has a source and a target.", nameof(targets));
        ThrowIfOutside(sources, nameof(sources));
        ThrowIfOutside(targets, nameof(targets));
        Reserve(sources.Length);
        sources.CopyTo(_sources.AsSpan(_count));
        targets.CopyTo(_targets.AsSpan(_count));
        _count += sources.Length;
    }

    private void ThrowIfOutside(ReadOnlySpan<int> nodes, string parameter)
    {
        foreach (int node in nodes) ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)node, (uint)_nodeCount, parameter);
    }

    internal EdgeTableLayout Finish(SegmentFileWriter file)
    {
        int[] sources = _sources, targets = _targets;
        int count = _count;
        (_sources, _targets) = ([], []);
        RowOrder order = EdgeSort.Sort(ref sources, ref targets, count, HasColumns, _threads);
        AdjacencyWriter.Layouts adjacency = AdjacencyWriter.Write(file, sources, targets, count, _threads);
        return new(_type, count, adjacency.Outgoing, adjacency.Incoming, adjacency.Positions, WriteColumns(file, order));
    }

    /// <summary>Makes room for so many more edges.</summary>
    private void Reserve(int more)
    {
        if (more > Array.MaxLength - _count) throw StoreErrors.TooManyEdges(_type);
        if (_sources.Length - _count >= more) return;
        int size = (int)Math.Min(Array.MaxLength, Math.Max(_count + (long)more, Math.Max(LeastRoom, _sources.Length * 2L)));
        Array.Resize(ref _sources, size);
        Array.Resize(ref _targets, size);
    }
}
