using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>The strongly connected components of a directed graph: groups of nodes each of which reaches all others of its group.</summary>
/// <remarks>
/// <para>Definition: u and v are in one component if and only if there is a directed path from u to v and one from v to u. Self-loops,
/// parallel edges and weights make no difference. Every node of an acyclic graph is a component by itself.</para>
/// <para>Method: nodes that no unfinished node points to, or that point to none, are components by themselves and are taken away, again
/// and again (the trimming of W. McLendon et al., “Finding strongly connected components in distributed graphs”, JPDC 65(8), 2005,
/// https://doi.org/10.1016/j.jpdc.2005.03.007). That finishes citation graphs almost at once, since papers hardly cite each other in
/// circles. What is left is searched depth-first by R. Tarjan, “Depth-first search and linear graph algorithms”, SIAM J. Comput. 1(2),
/// 1972, https://doi.org/10.1137/0201010, with a stack of its own in place of recursion, as D. Pearce describes in “A space-efficient
/// algorithm for finding strongly connected components”, IPL 116(1), 2016, https://doi.org/10.1016/j.ipl.2015.08.010.</para>
/// <para>Cost: O(nodes + edges) time; about 24 bytes a node besides the result, in the worst case.</para>
/// <para>The result is exact and the same for any number of threads; one thread does the work.</para>
/// </remarks>
public static class StrongComponents
{
    /// <summary>Finds the components.</summary>
    /// <param name="graph">Any directed graph; the empty graph has no components.</param>
    /// <param name="execution">Progress and cancellation.</param>
    /// <returns>The components, the largest first.</returns>
    /// <exception cref="OperationCanceledException">The kernel was cancelled.</exception>
    public static Partition Compute(DirectedCsr graph, Execution? execution = null)
    {
        ArgumentNullException.ThrowIfNull(graph);
        Execution run = Execution.Of(execution);
        int[] labels = new int[graph.NodeCount];
        Array.Fill(labels, Unfinished);
        int finished = AcyclicTrim.Trim(graph.OutgoingRows, graph.IncomingRows, labels, finished: 0, run);
        if (finished < labels.Length) finished = AcyclicTrim.Trim(graph.IncomingRows, graph.OutgoingRows, labels, finished, run);
        run.Progress?.Report(new ProgressUpdate("components", finished, labels.Length, "nodes"));
        if (finished < labels.Length) new DepthFirstComponents(graph, labels, run).Search();
        run.Progress?.Report(new ProgressUpdate("components", labels.Length, labels.Length, "nodes"));
        return Partition.OfLabels(labels);
    }

    /// <summary>The label of a node whose component is not yet known. All others have that of a node of their component.</summary>
    internal const int Unfinished = -1;
}
