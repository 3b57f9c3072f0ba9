using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>Moves nodes to the community where they add most to the quality, until none gains by a move: the fast local move of Traag,
/// Waltman &amp; van Eck 2019, where a node is looked at again only after a neighbour has moved away.</summary>
internal static class LocalMoving
{
    /// <summary>Moves the nodes, in batches where the graph is large and sparse enough for batches to have few edges inside, else one by
    /// one. Which it is depends on the graph alone.</summary>
    /// <returns>Whether any node moved.</returns>
    public static bool Run(CommunityGraph graph, CommunityAssignment assignment, WorkerTeam team, NeighbourWeights[] scratch, ref Xoshiro256 random, CancellationToken cancellation)
    {
        int batch = BatchedMoving.BatchSize(graph);
        return batch < BatchedMoving.LeastBatch
            ? OneByOne(graph, assignment, scratch[0], ref random, cancellation)
            : new BatchedMoving(graph, assignment, batch, team, scratch).Run(ref random);
    }

    private static bool OneByOne(CommunityGraph graph, CommunityAssignment assignment, NeighbourWeights scratch, ref Xoshiro256 random, CancellationToken cancellation)
    {
        int n = graph.NodeCount;
        CsrView view = new(graph.Rows);
        bool[] waits = new bool[n];
        Array.Fill(waits, true);
        int[] queue = new int[n];
        for (int node = 0; node < n; node++) queue[node] = node;
        random.Shuffle(queue);
        bool moved = false;
        long looked = 0;
        for (int head = 0, waiting = n; waiting > 0;)
        {
            if ((looked++ & 4095) == 0) cancellation.ThrowIfCancellationRequested();
            int node = queue[head];
            head = head + 1 == n ? 0 : head + 1;
            waiting--;
            waits[node] = false;
            (int target, _, _) = scratch.Choose(graph, view, node, assignment);
            if (target == NeighbourWeights.Stay) continue;
            moved = true;
            int label = assignment.Move(node, target);
            foreach (int neighbour in view.Neighbours(node))
            {
                if (waits[neighbour] || assignment.Labels[neighbour] == label) continue;
                waits[neighbour] = true;
                long end = (long)head + waiting++;
                queue[end >= n ? end - n : end] = neighbour;
            }
        }

        return moved;
    }
}
