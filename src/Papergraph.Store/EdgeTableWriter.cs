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

    internal EdgeTableLayout Finish(SegmentFileWriter file)
    {
        ReadOnlySpan<int> sources = CollectionsMarshal.AsSpan(_sources), targets = CollectionsMarshal.AsSpan(_targets);
        RowOrder order = EdgeSort.BySourceThenTarget(sources, targets);
        AdjacencyWriter.Layouts adjacency = AdjacencyWriter.Write(file, order.Apply(sources), order.Apply(targets));
        return new(_type, Count, adjacency.Outgoing, adjacency.Incoming, adjacency.Positions, WriteColumns(file, order));
    }
}
