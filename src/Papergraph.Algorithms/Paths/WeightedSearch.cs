using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>Shortest paths by the sum of weights from one node after another: E. W. Dijkstra, “A note on two problems in connexion with
/// graphs”, Numerische Mathematik 1, 1959, https://doi.org/10.1007/BF01386390.</summary>
/// <remarks>Nodes are settled by rising distance, those of one distance by their number. What is kept is of the last search, and only of
/// the nodes it settled. For one thread.</remarks>
internal sealed class WeightedSearch(int nodeCount, CsrRows rows, CancellationToken cancellation)
{
    private const int NodesBetweenLooks = 4096;

    private readonly NodeQueue _queue = new(nodeCount);
    private readonly State[] _states = new State[nodeCount];
    private readonly int[] _settled = new int[nodeCount], _ranks = new int[nodeCount];
    private int _settledCount;

    private enum State : byte
    {
        Unseen,
        Seen,
        Settled,
    }

    /// <summary>Sum of weights by node, for nodes that were reached.</summary>
    public double[] Distances { get; } = new double[nodeCount];

    /// <summary>Number of shortest paths by node, for nodes that were reached; parallel edges are paths of their own.</summary>
    public double[] PathCounts { get; } = new double[nodeCount];

    /// <summary>The nodes that were reached in the order in which they were settled, the source first.</summary>
    public ReadOnlySpan<int> Settled => _settled.AsSpan(0, _settledCount);

    /// <summary>Whether the last search reached a node.</summary>
    public bool IsSettled(int node) => _states[node] == State.Settled;

    /// <summary>Whether an edge lies on a shortest path, given the distances of the last search.</summary>
    /// <remarks>Distances are compared exactly. Edges that are too light to change a sum join nodes of one distance: they count only in the
    /// order of settling, so that shortest paths never go round.</remarks>
    public bool IsTight(int from, double weight, int to) => Distances[from] + weight == Distances[to] && _ranks[from] < _ranks[to];

    public void From(int source)
    {
        foreach (int node in Settled) _states[node] = State.Unseen;
        _settledCount = 0;
        _queue.Clear();
        (Distances[source], PathCounts[source], _states[source]) = (0, 1, State.Seen);
        _queue.PutOrLower(source, 0, tie: source);
        CsrView edges = new(rows);
        while (_queue.Count > 0)
        {
            if (_settledCount % NodesBetweenLooks == 0) cancellation.ThrowIfCancellationRequested();
            int node = _queue.Take();
            _states[node] = State.Settled;
            _ranks[node] = _settledCount;
            _settled[_settledCount++] = node;
            ReadOnlySpan<int> neighbours = edges.Neighbours(node);
            ReadOnlySpan<double> weights = edges.Weights(node);
            for (int i = 0; i < neighbours.Length; i++) Relax(node, neighbours[i], Distances[node] + weights[i]);
        }
    }

    private void Relax(int node, int neighbour, double distance)
    {
        if (_states[neighbour] == State.Unseen)
        {
            (Distances[neighbour], PathCounts[neighbour], _states[neighbour]) = (distance, PathCounts[node], State.Seen);
            _queue.PutOrLower(neighbour, distance, tie: neighbour);
        }
        else if (_states[neighbour] == State.Seen && distance < Distances[neighbour])
        {
            (Distances[neighbour], PathCounts[neighbour]) = (distance, PathCounts[node]);
            _queue.PutOrLower(neighbour, distance, tie: neighbour);
        }
        else if (_states[neighbour] == State.Seen && distance == Distances[neighbour])
        {
            PathCounts[neighbour] += PathCounts[node];
        }
    }
}
