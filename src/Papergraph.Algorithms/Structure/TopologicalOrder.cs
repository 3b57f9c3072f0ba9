using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>An order of the nodes in which every edge leads forward, or a cycle that forbids it.</summary>
/// <param name="Order">The nodes in their order: all of them when there is no cycle, else those that no cycle leads to.</param>
/// <param name="Cycle">The nodes of one cycle, each with an edge to the next and the last with one to the first; empty when there is none.
/// A self-loop is a cycle of one node.</param>
public sealed record TopologicalOrderResult(ReadOnlyMemory<int> Order, ReadOnlyMemory<int> Cycle)
{
    /// <summary>Whether there is no cycle, so that <see cref="Order"/> has all nodes.</summary>
    public bool IsAcyclic => Cycle.IsEmpty;
}

/// <summary>Puts the nodes of a graph without cycles in order, sources of edges before their targets.</summary>
public static class TopologicalOrder
{
    /// <summary>A topological order, or a cycle where there is none.</summary>
    /// <remarks>
    /// <para>Method: A. B. Kahn, “Topological sorting of large networks”, Communications of the ACM 5(11), 1962,
    /// https://doi.org/10.1145/368996.369025: nodes that no edge of the rest enters are taken, one after another. By default in the order in
    /// which they become free, those that are free from the begin ascending; with <paramref name="smallestFirst"/> always the least of
    /// them, which is the order whose sequence of nodes is least.</para>
    /// <para>Where nodes are left, each has an edge from another that is left; followed backwards from the least of them, the least
    /// source first, these edges close a cycle. It is not the shortest.</para>
    /// <para>Cost: O(nodes + edges), with <paramref name="smallestFirst"/> O(edges + nodes · log nodes); 12 bytes a node. One thread.
    /// Weights mean nothing here; parallel edges are as one; the empty graph has the empty order.</para>
    /// </remarks>
    /// <param name="graph">Any directed graph.</param>
    /// <param name="smallestFirst">Whether of the nodes that may come next the least comes.</param>
    /// <param name="execution">Progress and cancellation; one thread is used.</param>
    /// <exception cref="OperationCanceledException">The kernel was cancelled.</exception>
    public static TopologicalOrderResult Compute(DirectedCsr graph, bool smallestFirst = false, Execution? execution = null)
    {
        Execution run = Execution.Of(execution);
        ArgumentNullException.ThrowIfNull(graph);
        int n = graph.NodeCount;
        CsrView outgoing = new(graph.OutgoingRows), incoming = new(graph.IncomingRows);
        long[] waiting = new long[n];
        int[] order = new int[n];
        int free = 0;
        PriorityQueue<int, int>? least = smallestFirst ? new() : null;
        for (int node = 0; node < n; node++)
        {
            waiting[node] = incoming.Degree(node);
            if (waiting[node] > 0) continue;
            if (least is null) order[free++] = node;
            else least.Enqueue(node, node);
        }

        int placed = 0;
        for (; least is null ? placed < free : least.Count > 0; placed++)
        {
            if ((placed & 0xFFFF) == 0)
            {
                run.Cancellation.ThrowIfCancellationRequested();
                run.Progress?.Report(new ProgressUpdate("topological order", placed, n, "nodes"));
            }

            if (least is not null) order[placed] = least.Dequeue();
            foreach (int target in outgoing.Neighbours(order[placed]))
            {
                if (--waiting[target] > 0) continue;
                if (least is null) order[free++] = target;
                else least.Enqueue(target, target);
            }
        }

        return placed == n ? new(order, default) : new(order.AsMemory(0, placed), Cycle(incoming, waiting));
    }

    // Whatever still waits does so for something that still waits.
    private static int[] Cycle(CsrView incoming, long[] waiting)
    {
        Dictionary<int, int> seenAt = [];
        List<int> back = [];
        int node = Array.FindIndex(waiting, edges => edges > 0);
        while (seenAt.TryAdd(node, back.Count))
        {
            back.Add(node);
            foreach (int source in incoming.Neighbours(node))
            {
                if (waiting[source] == 0) continue;
                node = source;
                break;
            }
        }

        back.RemoveRange(0, seenAt[node]);
        back.Reverse();
        return [.. back];
    }
}
