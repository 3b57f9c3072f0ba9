using System.Runtime.InteropServices;

namespace Papergraph.Store;

/// <summary>Takes the edges of one type, in any order; parallel edges and self-loops are edges like all others.</summary>
/// <remarks>In the finished table the edges lie sorted by source, target and order of adding.</remarks>
public sealed class EdgeTableWriter : TableWriter
{
    private readonly string _type;
    private readonly int _nodeCount;
    private readonly List<int> _sources = [];
    private readonly List<int> _targets = [];

    internal EdgeTableWriter(string type, int nodeCount) => (_type, _nodeCount) = (type, nodeCount);

    /// <summary>Number of edges added to this table.</summary>
    public long Count => _sources.Count;

    private protected override int RowCount => _sources.Count;

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
        if (_sources.Count == Array.MaxLength) throw StoreErrors.TooManyEdges(_type);
        _sources.Add(source);
        _targets.Add(target);
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
        if (sources.Length > Array.MaxLength - _sources.Count) throw StoreErrors.TooManyEdges(_type);
        _sources.AddRange(sources);
        _targets.AddRange(targets);
    }

    private void ThrowIfOutside(ReadOnlySpan<int> nodes, string parameter)
    {
        foreach (int node in nodes) ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)node, (uint)_nodeCount, parameter);
    }

    internal EdgeTableLayout Finish(SegmentFileWriter file)
    {
        ReadOnlySpan<int> sources = CollectionsMarshal.AsSpan(_sources), targets = CollectionsMarshal.AsSpan(_targets);
        RowOrder order = EdgeSort.BySourceThenTarget(sources, targets);
        AdjacencyWriter.Layouts adjacency = AdjacencyWriter.Write(file, order.Apply(sources), order.Apply(targets));
        return new(_type, Count, adjacency.Outgoing, adjacency.Incoming, adjacency.Positions, WriteColumns(file, order));
    }
}
