using Papergraph.Algorithms;
using Papergraph.Core;
using Papergraph.Store;

namespace Papergraph.Engine.Analysis.Projections;

/// <summary>Ties nodes that share neighbours.</summary>
internal sealed class SharedNeighbourProjector
{
    private readonly ProjectionPattern _pattern;
    private readonly NodeSelection _nodes, _shared;
    private readonly List<EdgeTable> _tables;
    private readonly Execution _execution;

    private SharedNeighbourProjector(GraphReader graph, ProjectionPattern pattern, Func<NodeTable, bool> isIn, Execution execution)
    {
        (_pattern, _execution) = (pattern, execution);
        (_nodes, _shared) = (NodeSelection.Of(graph, [pattern.From], isIn), NodeSelection.Of(graph, [pattern.To], isIn));
        _tables = [.. graph.EdgeTables.Where(table => table.Count > 0 && (pattern.Types.Count == 0 || pattern.Types.Contains(table.Type)))];
    }

    internal static ProjectedGraph Project(
        GraphReader graph, ProjectionPattern pattern, ProjectionRequest request, Func<NodeTable, bool> isIn, string source, Execution execution)
    {
        SharedNeighbourProjector projector = new(graph, pattern, isIn, execution);
        UndirectedCsr links = BipartiteProjection.Compute(projector.Bipartite(projector.IsTargetShared()), request.SharedNeighbours, execution);
        return new(graph, projector._nodes, FirstNodes(links, projector._nodes.Count), source, execution);
    }

    /// <summary>Edges from each shared node to the nodes that have it. A node can be both, so shared ones are numbered after the
    /// others.</summary>
    private DirectedCsr Bipartite(bool isTargetShared)
    {
        int nodeCount = checked(_nodes.Count + _shared.Count);
        long[] offsets = new long[_shared.Count + 1L];
        EdgeSweep.Blocks(_shared.Count, _execution, (first, end) =>
        {
            for (int shared = first; shared < end; shared++)
                foreach (EdgeTable table in _tables)
                    foreach (int id in Holders(table, shared, isTargetShared))
                        if (_nodes.NumberOf(id) >= 0) offsets[shared + 1]++;
        });
        for (int shared = 0; shared < _shared.Count; shared++) offsets[shared + 1] += offsets[shared];
        int[] holders = new int[checked((int)offsets[^1])];
        EdgeSweep.Blocks(_shared.Count, _execution, (first, end) =>
        {
            for (int shared = first; shared < end; shared++)
            {
                long at = offsets[shared];
                foreach (EdgeTable table in _tables)
                    foreach (int id in Holders(table, shared, isTargetShared))
                        if (_nodes.NumberOf(id) is >= 0 and int number) holders[at++] = number;
                if (_tables.Count > 1) holders.AsSpan((int)offsets[shared], (int)(offsets[shared + 1] - offsets[shared])).Sort();
            }
        });
        CsrRows outgoing = CsrRows.OfArrays(offsets, holders, firstNode: _nodes.Count);
        return new(nodeCount, outgoing, outgoing.Transposed(nodeCount));
    }

    private ReadOnlySpan<int> Holders(EdgeTable table, int shared, bool isTargetShared) =>
        (isTargetShared ? table.Incoming : table.Outgoing).Neighbours(_shared.IdOf(shared));

    /// <summary>Whether edges lead from the nodes to what they share, or the other way.</summary>
    private bool IsTargetShared()
    {
        if (_pattern.Shared != SharedNeighbour.AsStored) return _pattern.Shared == SharedNeighbour.Target;
        bool forward = AnyEdge(outgoing: true), backward = AnyEdge(outgoing: false);
        return !(forward && backward) ? forward : throw EngineErrors.UnclearSharing(
            _pattern.ToString(), (_pattern with { Shared = SharedNeighbour.Target }).ToString(),
            (_pattern with { Shared = SharedNeighbour.Source }).ToString());
    }

    private bool AnyEdge(bool outgoing)
    {
        foreach (EdgeTable table in _tables)
        {
            for (int node = 0; node < _nodes.Count; node++)
                foreach (int other in (outgoing ? table.Outgoing : table.Incoming).Neighbours(_nodes.IdOf(node)))
                    if (_shared.NumberOf(other) >= 0) return true;
        }

        return false;
    }

    /// <summary>The graph without the nodes from a number on, none of which has an edge.</summary>
    private static UndirectedCsr FirstNodes(UndirectedCsr links, int count)
    {
        CsrRows rows = links.Rows;
        long[] offsets = new long[count + 1L];
        int[] neighbours = new int[rows.EdgeCount];
        double[] weights = new double[rows.EdgeCount];
        for (int node = 0; node < count; node++)
        {
            rows.Neighbours(node).CopyTo(neighbours.AsSpan((int)offsets[node]));
            rows.WeightsOf(node).CopyTo(weights.AsSpan((int)offsets[node]));
            offsets[node + 1] = offsets[node] + rows.Degree(node);
        }

        return new(count, CsrRows.OfArrays(offsets, neighbours, weights: weights), links.LoopCount);
    }
}
