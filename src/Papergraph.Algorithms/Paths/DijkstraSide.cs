using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>Dijkstra's algorithm from one node in one direction, a node at a time.</summary>
internal sealed class DijkstraSide
{
    private readonly NodeQueue _queue;
    private readonly int[]? _predecessors;

    public DijkstraSide(CsrRows rows, int nodeCount, int source, bool keepPredecessors)
    {
        Rows = rows;
        Distances = new double[nodeCount];
        Array.Fill(Distances, double.PositiveInfinity);
        _predecessors = keepPredecessors ? new int[nodeCount] : null;
        _queue = new NodeQueue(nodeCount);
        Distances[source] = 0;
        _queue.PutOrLower(source, 0);
    }

    public CsrRows Rows { get; }

    /// <summary>The least length found so far to each node; final for those settled.</summary>
    public double[] Distances { get; }

    public bool HasNext => _queue.Count > 0;

    /// <summary>The distance of the node to be settled next: no node still to be settled is nearer.</summary>
    public double NextDistance => _queue.LeastKey;

    /// <summary>Settles the nearest node and relaxes its edges.</summary>
    /// <returns>The node.</returns>
    public int SettleNext(CsrView rows)
    {
        int node = _queue.Take();
        double distance = Distances[node];
        ReadOnlySpan<int> neighbours = rows.Neighbours(node);
        ReadOnlySpan<double> weights = rows.Weights(node);
        for (int i = 0; i < neighbours.Length; i++)
        {
            int neighbour = neighbours[i];
            double through = distance + (weights.IsEmpty ? 1 : weights[i]);
            if (!(through < Distances[neighbour])) continue;
            Distances[neighbour] = through;
            if (_predecessors is not null) _predecessors[neighbour] = node;
            _queue.PutOrLower(neighbour, through);
        }

        return node;
    }

    /// <summary>The node before this one on the way from the source; only where predecessors are kept.</summary>
    public int Predecessor(int node) => _predecessors![node];
}
