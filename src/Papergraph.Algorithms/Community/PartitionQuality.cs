using System.Runtime.CompilerServices;
using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>The quality of a partition from one pass over the edges.</summary>
internal static class PartitionQuality
{
    public static double Of(
        string name, QualityFunction quality, UndirectedCsr graph, Partition partition, double resolution, Execution? execution)
    {
        Execution run = Execution.Of(execution);
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(partition);
        RequireResolution(resolution);
        if (partition.NodeCount != graph.NodeCount)
            throw AlgorithmErrors.UnfitLength("The partition", partition.NodeCount, graph.NodeCount);
        using WorkerTeam team = new(run);
        CommunityGraph level = CommunityGraph.Of(name, graph, quality, resolution, team);
        NodeBlocks blocks = NodeBlocks.ByEdges(graph.NodeCount, graph.Rows);
        double twiceBetween = team.Sum(new WeightBetween(graph.Rows, blocks, partition.Groups), blocks.Count);
        double[] sizes = new double[partition.Count];
        ReadOnlySpan<int> groups = partition.Groups.Span;
        for (int node = 0; node < groups.Length; node++) sizes[groups[node]] += level.Sizes[node];
        return level.Quality(level.EdgeWeight - (twiceBetween / 2), sizes);
    }

    public static void RequireResolution(double resolution)
    {
        if (!(resolution >= 0 && double.IsFinite(resolution)))
            throw AlgorithmErrors.OutOfRange("resolution", resolution, "finite and at least 0");
    }

    private sealed class WeightBetween(CsrRows rows, NodeBlocks blocks, ReadOnlyMemory<int> labels) : IBlockSum
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public double Sum(int block, int worker)
        {
            (int first, int end) = blocks[block];
            CsrView view = new(rows);
            ReadOnlySpan<int> groups = labels.Span;
            double between = 0;
            long count = 0;
            for (int node = first; node < end; node++)
            {
                int own = groups[node];
                ReadOnlySpan<int> neighbours = view.Neighbours(node);
                if (view.IsWeighted)
                {
                    ReadOnlySpan<double> weights = view.Weights(node);
                    for (int i = 0; i < neighbours.Length && i < weights.Length; i++)
                        if (groups[neighbours[i]] != own) between += weights[i];
                }
                else
                {
                    foreach (int neighbour in neighbours) count += groups[neighbour] != own ? 1 : 0;
                }
            }

            return between + count;
        }
    }
}
