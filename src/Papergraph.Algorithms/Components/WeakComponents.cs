using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>The weakly connected components of a graph: what hangs together when directions do not count.</summary>
/// <remarks>
/// <para>Definition: two nodes are in one component if and only if there is a path between them whose edges may be walked either way.
/// Self-loops, parallel edges and weights make no difference; a node without edges is a component by itself.</para>
/// <para>Method: Afforest of M. Sutton, T. Ben-Nun and A. Barak, “Optimizing Parallel Graph Connectivity Computation via Subgraph
/// Sampling”, IPDPS 2018, https://doi.org/10.1109/IPDPS.2018.00012. A forest over the nodes is linked along the first two edges that
/// leave each node; the largest tree is then most of the largest component, and only nodes outside it need look at the rest of their
/// edges, in both directions. Trees are linked to the smaller root, so the root of a component is its least node, whoever links
/// first.</para>
/// <para>Cost: close to O(nodes + edges) time, and far less when one component is large, as it is in citation graphs: most edges are then
/// never read. Memory: one <c>int</c> a node besides the result.</para>
/// <para>The result is exact and the same for any number of threads.</para>
/// </remarks>
public static class WeakComponents
{
    /// <summary>Finds the components of a directed graph, its directions ignored.</summary>
    /// <param name="graph">Any graph; the empty graph has no components.</param>
    /// <param name="execution">Threads, progress and cancellation.</param>
    /// <returns>The components, the largest first.</returns>
    /// <exception cref="OperationCanceledException">The kernel was cancelled.</exception>
    public static Partition Compute(DirectedCsr graph, Execution? execution = null)
    {
        ArgumentNullException.ThrowIfNull(graph);
        int[] roots = Roots(graph, Execution.Of(execution));
        return Partition.OfLabels(roots);
    }

    /// <summary>Finds the components of an undirected graph.</summary>
    /// <inheritdoc cref="Compute(DirectedCsr, Execution?)"/>
    public static Partition Compute(UndirectedCsr graph, Execution? execution = null)
    {
        ArgumentNullException.ThrowIfNull(graph);
        return Compute(graph.AsDirected(), execution);
    }

    /// <summary>The least node of the component of each node.</summary>
    internal static int[] Roots(DirectedCsr graph, Execution run)
    {
        NodeBlocks blocks = NodeBlocks.Even(graph.NodeCount);
        LinkForest forest = new(graph, blocks);
        using WorkerTeam team = new(run.ForBlocks(blocks.Count));
        for (int round = 0; round < LinkForest.SampledEdges; round++)
        {
            team.Run(new SampleWork(forest, round), blocks.Count);
            team.Run(new CompressWork(forest), blocks.Count);
        }

        run.Progress?.Report(new ProgressUpdate("components", 1, 2, "passes"));
        team.Run(new FinishWork(forest, forest.FrequentRoot()), blocks.Count);
        team.Run(new CompressWork(forest), blocks.Count);
        run.Progress?.Report(new ProgressUpdate("components", 2, 2, "passes"));
        return forest.Roots;
    }

    private sealed class SampleWork(LinkForest forest, int place) : IBlockWork
    {
        public void Do(int block, int worker) => forest.LinkSampled(block, place);
    }

    private sealed class CompressWork(LinkForest forest) : IBlockWork
    {
        public void Do(int block, int worker) => forest.Compress(block);
    }

    private sealed class FinishWork(LinkForest forest, int largest) : IBlockWork
    {
        public void Do(int block, int worker) => forest.LinkRest(block, largest);
    }
}
