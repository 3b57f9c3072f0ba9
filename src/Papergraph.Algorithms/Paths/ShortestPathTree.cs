using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>The tree of shortest paths that distances leave no choice of.</summary>
/// <remarks>An edge u → v is tight when d(u) + w = d(v). A tight edge from a nearer node is always right. Edges that weigh nothing, or too
/// little to be seen in the sum, join nodes of one distance, and may do so in rings: there the tree is laid breadth first from the nodes
/// that have a predecessor already.</remarks>
internal sealed class ShortestPathTree : IBlockSum
{
    private readonly DirectedCsr _graph;
    private readonly int _source;
    private readonly double[] _distances;
    private readonly int[] _predecessors;
    private readonly NodeBlocks _blocks;

    private ShortestPathTree(DirectedCsr graph, int source, double[] distances)
    {
        (_graph, _source, _distances) = (graph, source, distances);
        _predecessors = new int[distances.Length];
        _blocks = NodeBlocks.ByEdges(distances.Length, graph.IncomingRows);
    }

    /// <summary>The predecessor of each node, −1 for the source and nodes without a path.</summary>
    public static int[] Predecessors(DirectedCsr graph, int source, double[] distances, Execution run)
    {
        ShortestPathTree tree = new(graph, source, distances);
        using WorkerTeam team = new(run);
        if (team.Sum(tree, tree._blocks.Count) > 0) tree.LayLevels(run.Cancellation);
        return tree._predecessors;
    }

    /// <summary>The least nearer predecessor of each node of the block.</summary>
    /// <returns>Number of nodes that have none though they are reached.</returns>
    public double Sum(int block, int worker)
    {
        CsrView incoming = new(_graph.IncomingRows);
        double[] distances = _distances;
        int left = 0;
        (int first, int end) = _blocks[block];
        for (int node = first; node < end; node++)
        {
            _predecessors[node] = -1;
            double distance = distances[node];
            if (double.IsPositiveInfinity(distance) || node == _source) continue;
            ReadOnlySpan<int> sources = incoming.Neighbours(node);
            ReadOnlySpan<double> weights = incoming.Weights(node);
            for (int i = 0; i < sources.Length; i++)
            {
                double before = distances[sources[i]];
                if (before < distance && before + (weights.IsEmpty ? 1 : weights[i]) == distance)
                {
                    _predecessors[node] = sources[i];
                    break;
                }
            }

            if (_predecessors[node] < 0) left++;
        }

        return left;
    }

    // Each level in ascending order, so that the least node of the nearest level is the one that is kept.
    private void LayLevels(CancellationToken cancellation)
    {
        CsrView outgoing = new(_graph.OutgoingRows);
        List<int> level = [], next = [];
        for (int node = 0; node < _distances.Length; node++)
            if (node == _source || _predecessors[node] >= 0) level.Add(node);
        while (level.Count > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (int node in level)
            {
                ReadOnlySpan<int> targets = outgoing.Neighbours(node);
                ReadOnlySpan<double> weights = outgoing.Weights(node);
                for (int i = 0; i < targets.Length; i++)
                {
                    int target = targets[i];
                    double distance = _distances[target];
                    if (_predecessors[target] >= 0 || target == _source || distance != _distances[node]
                        || distance + (weights.IsEmpty ? 1 : weights[i]) != distance) continue;
                    _predecessors[target] = node;
                    next.Add(target);
                }
            }

            (level, next) = (next, level);
            next.Clear();
            level.Sort();
        }
    }
}
