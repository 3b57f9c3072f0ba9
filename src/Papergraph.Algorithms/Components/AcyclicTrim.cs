using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>Takes away nodes that nothing unfinished points to, until none is left of them: they are on no cycle.</summary>
/// <remarks>A. Kahn, “Topological sorting of large networks”, CACM 5(11), 1962, https://doi.org/10.1145/368996.369025. O(nodes + edges). A
/// node with a self-loop, and what is behind it, stays for the search that follows.</remarks>
internal static class AcyclicTrim
{
    /// <summary>Gives each node that can be taken away itself as its label.</summary>
    /// <param name="forward">The rows from a node to those that it points to.</param>
    /// <param name="backward">The same edges from their other end.</param>
    /// <param name="labels">One a node; nodes that have one already count as gone, and so do their edges.</param>
    /// <param name="finished">Number of nodes that have a label already.</param>
    /// <param name="run">Cancellation is observed.</param>
    /// <returns>Number of nodes that have a label now.</returns>
    public static int Trim(CsrRows forward, CsrRows backward, int[] labels, int finished, Execution run)
    {
        int[] waiting = new int[labels.Length], queue = new int[labels.Length + 1];
        int tail = 0;
        CsrView rows = new(forward), opposite = new(backward);
        for (int node = 0; node < labels.Length; node++)
        {
            if (labels[node] != StrongComponents.Unfinished) continue;
            waiting[node] = finished == 0 ? checked((int)opposite.Degree(node)) : CountUnfinished(opposite.Neighbours(node), labels);
            if (waiting[node] == 0) queue[tail++] = node;
        }

        for (int head = 0; head < tail; head++)
        {
            rows.WarmNext(queue.AsSpan(0, tail), head);
            if ((head & 0xFFF) == 0) run.Cancellation.ThrowIfCancellationRequested();
            foreach (int neighbour in rows.Neighbours(queue[head]))
            {
                // Always appended, and kept where nothing is left to wait for: a branch would often be guessed wrong. The count of a
                // node that is gone already begins with 0 and goes below.
                int left = --waiting[neighbour];
                queue[tail] = neighbour;
                tail += left == 0 ? 1 : 0;
            }
        }

        foreach (int node in queue.AsSpan(0, tail)) labels[node] = node;
        return finished + tail;
    }

    private static int CountUnfinished(ReadOnlySpan<int> nodes, int[] labels)
    {
        int count = 0;
        foreach (int node in nodes) count += labels[node] == StrongComponents.Unfinished ? 1 : 0;
        return count;
    }
}
