using System.Runtime.CompilerServices;
using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>Moves nodes to the community where they add most to the quality, until none gains by a move: the fast local move of Traag,
/// Waltman &amp; van Eck 2019, where a node is looked at again only after a neighbour has moved away.</summary>
internal static class LocalMoving
{
    /// <summary>Most times that a node is looked at, on average. Graphs come to rest after a few; only rows that are not symmetric, which
    /// nobody has checked, could go on for ever.</summary>
    public const int MostLooks = 1000;

    /// <summary>Moves the nodes, in batches where the graph is large and sparse enough for batches to have few edges inside, else one by
    /// one. Which it is depends on the graph alone.</summary>
    /// <param name="graph">Any level.</param>
    /// <param name="assignment">The communities; changed.</param>
    /// <param name="team">Does it.</param>
    /// <param name="scratch">One for each worker.</param>
    /// <param name="random">Decides the order of the nodes.</param>
    /// <param name="run">Progress and cancellation.</param>
    /// <returns>Whether any node moved.</returns>
    public static bool Run(
        CommunityGraph graph,
        CommunityAssignment assignment,
        WorkerTeam team,
        NeighbourWeights[] scratch,
        ref Xoshiro256 random,
        Execution run)
    {
        int batch = BatchedMoving.BatchSize(graph);
        return batch < BatchedMoving.LeastBatch
            ? OneByOne(graph, assignment, scratch[0], ref random, run.Cancellation)
            : new BatchedMoving(graph, assignment, batch, team, scratch).Run(ref random, run.Progress);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool OneByOne(
        CommunityGraph graph,
        CommunityAssignment assignment,
        NeighbourWeights scratch,
        ref Xoshiro256 random,
        CancellationToken cancellation)
    {
        int n = graph.NodeCount;
        CsrView view = new(graph.Rows);
        bool[] waits = new bool[n];
        Array.Fill(waits, true);
        int[] queue = CommunityAssignment.OwnLabels(n);
        random.Shuffle(queue);
        bool moved = false;
        long looked = 0;
        for (int head = 0, waiting = n; waiting > 0 && looked < (long)MostLooks * n;)
        {
            if ((looked++ & 4095) == 0) cancellation.ThrowIfCancellationRequested();
            int node = queue[head];
            head = head + 1 == n ? 0 : head + 1;
            waiting--;
            waits[node] = false;
            scratch.Fetch(view, [node], assignment.Labels);
            (int target, _, _) = scratch.Choose(graph, view, node, assignment, 0);
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
