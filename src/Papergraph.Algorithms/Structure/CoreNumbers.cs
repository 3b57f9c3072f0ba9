using System.Runtime.CompilerServices;
using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>Core numbers of all nodes.</summary>
/// <param name="Cores">The core number of each node, indexed by node.</param>
/// <param name="Degeneracy">The greatest core number; 0 for a graph without edges.</param>
public sealed record CoreNumbersResult(ReadOnlyMemory<int> Cores, int Degeneracy);

/// <summary>How deep in the graph each node lies: the greatest k for which it belongs to the k-core.</summary>
/// <remarks>
/// <para>Definition: the k-core is the greatest set of nodes each of which has at least k edges to others of the set (S. Seidman, “Network
/// structure and minimum degree”, Social Networks 5(3), 1983, https://doi.org/10.1016/0378-8733(83)90028-X). Parallel edges count each;
/// self-loops and weights do not count. For a directed graph take it without directions, see <see cref="UndirectedCsr.Of"/>.</para>
/// <para>Method: the peeling of V. Batagelj and M. Zaveršnik, “An O(m) Algorithm for Cores Decomposition of Networks”, 2003,
/// https://arxiv.org/abs/cs/0310049, without their sorting: nodes of the least degree left are taken away level by level, each level
/// found by one pass over the nodes that are left. All these passes together look at a node no more often than its core number.</para>
/// <para>Cost: O(nodes + edges) time, three <c>int</c>s a node. One thread does the work; the result is exact.</para>
/// </remarks>
public static class CoreNumbers
{
    /// <summary>Computes the core number of each node.</summary>
    /// <param name="graph">Any undirected graph; the empty graph is allowed.</param>
    /// <param name="execution">Progress and cancellation.</param>
    /// <exception cref="OperationCanceledException">The kernel was cancelled.</exception>
    public static CoreNumbersResult Compute(UndirectedCsr graph, Execution? execution = null)
    {
        ArgumentNullException.ThrowIfNull(graph);
        Execution run = Execution.Of(execution);
        int[] degrees = DegreesToOthers(graph);
        int degeneracy = Peel(graph, degrees, run);
        return new(degrees, degeneracy);
    }

    private static int[] DegreesToOthers(UndirectedCsr graph)
    {
        int[] degrees = new int[graph.NodeCount];
        CsrView rows = new(graph.Rows);
        for (int node = 0; node < degrees.Length; node++)
        {
            int degree = checked((int)rows.Degree(node));
            if (graph.LoopCount > 0)
                foreach (int neighbour in rows.Neighbours(node)) degree -= neighbour == node ? 1 : 0;
            degrees[node] = degree;
        }

        return degrees;
    }

    // Turns degrees into core numbers. A degree never falls below the level at which its node is taken away.
    private static int Peel(UndirectedCsr graph, int[] degrees, Execution run)
    {
        int[] left = new int[degrees.Length], queue = new int[degrees.Length + 1];
        for (int node = 0; node < left.Length; node++) left[node] = node;
        int leftCount = left.Length, level = -1, done = 0;
        CsrView rows = new(graph.Rows);
        while (leftCount > 0)
        {
            (leftCount, int tail, level) = PeelingLevel.Next(degrees, left.AsSpan(0, leftCount), queue, level);
            for (int head = 0; head < tail; head++)
            {
                rows.WarmNext(queue.AsSpan(0, tail), head);
                if ((head & 0xFFF) == 0) run.Cancellation.ThrowIfCancellationRequested();
                tail = TakeAway(rows.Neighbours(queue[head]), degrees, queue, tail, level);
            }

            done += tail;
            run.Progress?.Report(new ProgressUpdate("cores", done, degrees.Length, "nodes"));
        }

        return Math.Max(0, level);
    }

    // Takes an edge from each neighbour that is above the level. Without branches, which would often be guessed wrong: a neighbour is
    // appended always, and kept in the queue only where that brings it down to the level.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int TakeAway(ReadOnlySpan<int> neighbours, int[] degrees, int[] queue, int tail, int level)
    {
        foreach (int neighbour in neighbours)
        {
            ref int degree = ref degrees[neighbour];
            int over = degree - level;
            int isOver = (int)((uint)-over >> 31);
            degree -= isOver;
            queue[tail] = neighbour;
            tail += over == 1 ? 1 : 0;
        }

        return tail;
    }
}
