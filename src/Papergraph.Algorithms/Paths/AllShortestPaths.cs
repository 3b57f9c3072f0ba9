using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>The shortest paths between two nodes.</summary>
/// <param name="Length">Their number of edges or sum of weights; +∞ when there is no path.</param>
/// <param name="Count">How many there are: exact up to 2⁵³, then rounded, and +∞ beyond 10³⁰⁸.</param>
/// <param name="Paths">The first of them in the order of their nodes, each from source to target.</param>
public sealed record AllShortestPathsResult(double Length, double Count, IReadOnlyList<ReadOnlyMemory<int>> Paths)
{
    /// <summary>Whether all are there.</summary>
    public bool IsComplete => Paths.Count == Count;
}

/// <summary>All shortest paths from one node to another, counted, and listed up to a limit.</summary>
/// <remarks>
/// <para>A path is a sequence of nodes: parallel edges do not make more of them (unlike igraph's get_all_shortest_paths, which tells a path
/// once for each). The path from a node to itself has length 0.</para>
/// <para>Weights are lengths when there are any; they must be above 0, and lengths of paths are compared exactly: choose whole numbers
/// where ties matter.</para>
/// <para>A search back from the target, by breadth or by Dijkstra's algorithm, O(edges) or O(edges + nodes log nodes), finds which edges
/// lead nearer; paths follow these from the source in the order of the neighbours, so that none is begun in vain: O(length · neighbours)
/// for each path listed. 16 bytes a node, with weights 49. For one thread.</para>
/// </remarks>
public static class AllShortestPaths
{
    /// <summary>Counts the shortest paths from source to target and lists the first.</summary>
    /// <param name="graph">Any directed graph.</param>
    /// <param name="source">Where the paths begin.</param>
    /// <param name="target">Where they end.</param>
    /// <param name="mostPaths">Most paths to list, at least 0.</param>
    /// <param name="execution">Cancellation, observed every few thousand nodes and once a path; null for the defaults.</param>
    /// <exception cref="PapergraphException"><paramref name="mostPaths"/> is negative (PGA001), a weight is not above 0 (PGA002), or there
    /// is no such node (PGA004).</exception>
    /// <exception cref="OperationCanceledException">The kernel was cancelled.</exception>
    public static AllShortestPathsResult Find(
        DirectedCsr graph, int source, int target, int mostPaths = 1000, Execution? execution = null)
    {
        ArgumentNullException.ThrowIfNull(graph);
        Execution run = Execution.Of(execution);
        NodeCheck.Require("source", source, graph.NodeCount);
        NodeCheck.Require("target", target, graph.NodeCount);
        if (mostPaths < 0) throw AlgorithmErrors.OutOfRange("most-paths", mostPaths, "at least 0");
        NearerNodes nearer = new(graph, target, run);
        double length = nearer.Distance(source);
        if (double.IsPositiveInfinity(length)) return new(length, 0, []);
        return new(length, nearer.CountPaths(source), List(nearer, source, target, mostPaths, run.Cancellation));
    }

    private static List<ReadOnlyMemory<int>> List(NearerNodes nearer, int source, int target, int most, CancellationToken cancellation)
    {
        List<ReadOnlyMemory<int>> paths = [];
        List<int> path = [source], entries = [-1];
        while (paths.Count < most && path.Count > 0)
        {
            if (path[^1] == target)
            {
                cancellation.ThrowIfCancellationRequested();
                paths.Add(path.ToArray());
            }

            // On to the next neighbour of the last node that leads nearer, or back to the node before.
            int entry = nearer.Next(path[^1], entries[^1]);
            if (entry >= 0)
            {
                entries[^1] = entry;
                path.Add(nearer.Neighbour(path[^1], entry));
                entries.Add(-1);
            }
            else
            {
                path.RemoveAt(path.Count - 1);
                entries.RemoveAt(entries.Count - 1);
            }
        }

        return paths;
    }

    /// <summary>Which edges lead nearer to a target on a shortest path.</summary>
    private sealed class NearerNodes
    {
        private readonly DirectedCsr _graph;
        private readonly LevelSearch? _levels;
        private readonly WeightedSearch? _weighted;

        public NearerNodes(DirectedCsr graph, int target, Execution run)
        {
            _graph = graph;
            if (graph.IsWeighted)
            {
                EdgeWeightCheck.RequirePositive("shortest paths", graph.OutgoingRows);
                _weighted = new(graph.NodeCount, graph.IncomingRows, run.Cancellation);
                _weighted.From(target);
            }
            else
            {
                _levels = new(graph.NodeCount, run.Cancellation, graph.IncomingRows);
                _levels.From(target);
            }
        }

        private ReadOnlySpan<int> Found => _weighted is null ? _levels!.Nodes : _weighted.Settled;

        public double Distance(int node)
        {
            if (_weighted is not null) return _weighted.IsSettled(node) ? _weighted.Distances[node] : double.PositiveInfinity;
            return _levels!.Distance(node) >= 0 ? _levels.Distance(node) : double.PositiveInfinity;
        }

        public int Neighbour(int node, int entry) => _graph.Outgoing(node)[entry];

        /// <summary>The next entry after one that leads nearer to the target, past those that are parallel to it; −1 if there is
        /// none.</summary>
        public int Next(int node, int entry)
        {
            ReadOnlySpan<int> neighbours = _graph.Outgoing(node);
            int last = entry < 0 ? -1 : neighbours[entry];
            for (int next = entry + 1; next < neighbours.Length; next++)
                if (neighbours[next] != last && LeadsNearer(node, next, neighbours[next])) return next;
            return -1;
        }

        // Nodes come from the target outward, so that those nearer are counted before.
        public double CountPaths(int source)
        {
            double[] counts = new double[_graph.NodeCount];
            foreach (int node in Found)
            {
                double sum = 0;
                for (int entry = Next(node, -1); entry >= 0; entry = Next(node, entry)) sum += counts[Neighbour(node, entry)];
                counts[node] = node == Found[0] ? 1 : sum;
                if (node == source) break;
            }

            return counts[source];
        }

        private bool LeadsNearer(int node, int entry, int neighbour) => _weighted is null
            ? _levels!.Distance(neighbour) >= 0 && _levels.Distance(neighbour) == _levels.Distance(node) - 1
            : _weighted.IsSettled(neighbour) && _weighted.IsTight(neighbour, _graph.OutgoingRows.WeightsOf(node)[entry], node);
    }
}
