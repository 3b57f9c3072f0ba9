using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>Finds the best path that begins with given nodes and does not go on to some others. Keeps its arrays from search to search:
/// one costs what it looks at, not the size of the graph.</summary>
/// <remarks>A node is labelled with the least length from the source and, among those of this length, the fewest edges. Edges that
/// lead from a label to just the next are tight; they cannot form rings, even where they weigh nothing, and all best paths consist of
/// them. A* looks at nodes in the order of length so far + distance to the target, then of edges: but for
/// rounding a label is final when it is looked at.</remarks>
internal sealed class DeviationSearch
{
    // Sums from the source and sums from the target round differently; so far apart they never are, on paths of up to 10⁶ edges.
    private const double Rounding = 1 + 1e-9;

    private readonly DirectedCsr _graph;
    private readonly int _target;
    private readonly double[] _toTarget;
    private readonly CancellationToken _cancellation;
    private readonly double[] _length;
    private readonly int[] _edges;
    private readonly State[] _state;
    private readonly NodeQueue _queue;
    private readonly List<int> _touched = [], _reversed = [];
    private long _steps;

    public DeviationSearch(DirectedCsr graph, int target, double[] toTarget, CancellationToken cancellation)
    {
        (_graph, _target, _toTarget, _cancellation) = (graph, target, toTarget, cancellation);
        _length = new double[graph.NodeCount];
        Array.Fill(_length, double.PositiveInfinity);
        (_edges, _state, _queue) = (new int[graph.NodeCount], new State[graph.NodeCount], new NodeQueue(graph.NodeCount));
    }

    private enum State : byte
    {
        Free,
        OnBegin,
        Forbidden,
        LeadsToTarget,
    }

    /// <summary>The weight of the lightest edge between two nodes.</summary>
    public double Weight(int from, int to) => LightestEdge.Weight(new CsrView(_graph.OutgoingRows), from, to);

    /// <summary>The length of a path.</summary>
    public double LengthOf(ReadOnlySpan<int> nodes)
    {
        double length = 0;
        for (int i = 1; i < nodes.Length; i++) length += Weight(nodes[i - 1], nodes[i]);
        return length;
    }

    /// <summary>Adds the next node of the begin that all paths share until <see cref="LeaveBegin"/>.</summary>
    public void ExtendBegin(int node) => _state[node] = State.OnBegin;

    /// <summary>Forgets the begin.</summary>
    public void LeaveBegin(ReadOnlySpan<int> nodes)
    {
        foreach (int node in nodes) _state[node] = State.Free;
    }

    /// <summary>The best path, or null when there is none of at most the limit.</summary>
    /// <param name="begin">The nodes with which it begins; each has been added to the begin.</param>
    /// <param name="beginLength">Their length.</param>
    /// <param name="forbidden">Nodes that must not follow the last of them.</param>
    /// <param name="limit">Paths that are longer need not be found.</param>
    public Deviation? Find(ReadOnlySpan<int> begin, double beginLength, int[] forbidden, double limit)
    {
        _cancellation.ThrowIfCancellationRequested();
        int spur = begin[^1];
        foreach (int node in forbidden)
            if (_state[node] == State.Free) _state[node] = State.Forbidden;
        Label(spur, beginLength, 0);
        double length = Search(spur, limit);
        Deviation? found = null;
        if (length <= limit && length < double.PositiveInfinity) found = new([.. begin, .. Walk(spur)], length, begin.Length - 1, forbidden);
        foreach (int node in forbidden) Free(node);
        foreach (int node in _touched)
        {
            _length[node] = double.PositiveInfinity;
            Free(node);
        }

        _touched.Clear();
        _queue.Clear();
        return found;
    }

    private void Free(int node)
    {
        if (_state[node] != State.OnBegin) _state[node] = State.Free;
    }

    private void Label(int node, double length, int edges)
    {
        if (double.IsPositiveInfinity(_length[node])) _touched.Add(node);
        (_length[node], _edges[node]) = (length, edges);
        _queue.PutOrLower(node, length + _toTarget[node], edges);
    }

    /// <summary>Labels until no label can change that a best path has.</summary>
    /// <returns>The length of the best path.</returns>
    private double Search(int spur, double limit)
    {
        CsrView rows = new(_graph.OutgoingRows);
        while (_queue.Count > 0 && _queue.LeastKey <= Math.Min(limit, _length[_target]) * Rounding)
        {
            if ((++_steps & 0xFFF) == 0) _cancellation.ThrowIfCancellationRequested();
            int node = _queue.Take();
            if (node == _target) continue;
            ReadOnlySpan<int> neighbours = rows.Neighbours(node);
            ReadOnlySpan<double> weights = rows.Weights(node);
            int edges = _edges[node] + 1;
            for (int i = 0; i < neighbours.Length; i++)
            {
                int neighbour = neighbours[i];
                double length = _length[node] + (weights.IsEmpty ? 1 : weights[i]);
                if (length > _length[neighbour] || (length == _length[neighbour] && edges >= _edges[neighbour])) continue;
                if (!MayFollow(spur, node, neighbour) || double.IsPositiveInfinity(length + _toTarget[neighbour])) continue;
                Label(neighbour, length, edges);
            }
        }

        return _length[_target];
    }

    private bool MayFollow(int spur, int node, int next) =>
        _state[next] != State.OnBegin && (_state[next] != State.Forbidden || node != spur);

    /// <summary>The tight way from the spur to the target whose sequence of nodes is least, without the spur.</summary>
    private List<int> Walk(int spur)
    {
        if (spur == _target) return [];
        MarkWhatLeadsToTarget(spur);
        CsrView rows = new(_graph.OutgoingRows);
        List<int> walk = [];
        for (int node = spur; node != _target; node = walk[^1])
        {
            ReadOnlySpan<int> neighbours = rows.Neighbours(node);
            ReadOnlySpan<double> weights = rows.Weights(node);
            int i = 0;
            while (_state[neighbours[i]] != State.LeadsToTarget || !IsTight(node, neighbours[i], weights.IsEmpty ? 1 : weights[i])) i++;
            walk.Add(neighbours[i]);
        }

        return walk;
    }

    // Forbidden nodes may lie on the way, but not right behind the spur: their labels count two edges at least, so that edge is not tight.
    private void MarkWhatLeadsToTarget(int spur)
    {
        CsrView rows = new(_graph.IncomingRows);
        _reversed.Clear();
        _reversed.Add(_target);
        _state[_target] = State.LeadsToTarget;
        for (int i = 0; i < _reversed.Count; i++)
        {
            int node = _reversed[i];
            ReadOnlySpan<int> sources = rows.Neighbours(node);
            ReadOnlySpan<double> weights = rows.Weights(node);
            for (int k = 0; k < sources.Length; k++)
            {
                int before = sources[k];
                if (_state[before] == State.LeadsToTarget || before == spur || !IsTight(before, node, weights.IsEmpty ? 1 : weights[k])) continue;
                _state[before] = State.LeadsToTarget;
                _reversed.Add(before);
            }
        }
    }

    private bool IsTight(int from, int to, double weight) =>
        _length[from] < double.PositiveInfinity && _length[from] + weight == _length[to] && _edges[from] + 1 == _edges[to];
}
