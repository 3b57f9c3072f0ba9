using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>Two searches of Dijkstra that meet.</summary>
internal static class BidirectionalDijkstra
{
    public static WeightedPath? Find(DirectedCsr graph, int source, int target, CancellationToken cancellation)
    {
        DijkstraSide there = new(graph.OutgoingRows, graph.NodeCount, source, keepPredecessors: true);
        DijkstraSide back = new(graph.IncomingRows, graph.NodeCount, target, keepPredecessors: true);
        CsrView outgoing = new(graph.OutgoingRows), incoming = new(graph.IncomingRows);
        (double best, int meeting) = source == target ? (0, source) : (double.PositiveInfinity, -1);
        for (int settled = 0; there.HasNext && back.HasNext && there.NextDistance + back.NextDistance < best; settled++)
        {
            if ((settled & 0xFFF) == 0) cancellation.ThrowIfCancellationRequested();
            bool isThere = there.NextDistance <= back.NextDistance;
            int node = isThere ? there.SettleNext(outgoing) : back.SettleNext(incoming);
            // Whichever path is shortest, one of its nodes is reached from both sides, and settled, before the searches stop.
            Meet(node, there, back, ref best, ref meeting);
            foreach (int neighbour in isThere ? outgoing.Neighbours(node) : incoming.Neighbours(node))
                Meet(neighbour, there, back, ref best, ref meeting);
        }

        return meeting < 0 ? null : Measured(Path(source, target, meeting, there, back), outgoing);
    }

    private static void Meet(int node, DijkstraSide there, DijkstraSide back, ref double best, ref int meeting)
    {
        double length = there.Distances[node] + back.Distances[node];
        if (length < best) (best, meeting) = (length, node);
    }

    private static List<int> Path(int source, int target, int meeting, DijkstraSide there, DijkstraSide back)
    {
        List<int> path = [meeting];
        while (path[^1] != source) path.Add(there.Predecessor(path[^1]));
        path.Reverse();
        while (path[^1] != target) path.Add(back.Predecessor(path[^1]));
        return path;
    }

    private static WeightedPath Measured(List<int> path, CsrView outgoing)
    {
        double length = 0;
        for (int i = 1; i < path.Count; i++) length += LightestEdge.Weight(outgoing, path[i - 1], path[i]);
        return new(path.ToArray(), length);
    }
}
