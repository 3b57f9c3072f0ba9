using Papergraph.Core;

namespace Papergraph.Algorithms.Tests;

/// <summary>Sparse graphs with communities of consecutive nodes, large enough to be shared among threads.</summary>
internal static class PlantedGraphs
{
    internal static readonly Execution[] Executions = [.. ((int[])[1, 2, 3, 8]).Select(threads => new Execution { Threads = threads })];

    internal static Partition Groups(int nodes, int groups) =>
        Partition.OfLabels([.. Enumerable.Range(0, nodes).Select(node => (int)((long)node * groups / nodes))]);

    internal static UndirectedCsr Unweighted(int nodes, int groups, int degree, ulong seed, double inside = 0.8) =>
        UndirectedCsr.FromEdges(nodes, Edges(nodes, groups, degree, seed, inside).Edges);

    /// <summary>With weights that are fractions, whose sums are rounded.</summary>
    internal static UndirectedCsr Weighted(int nodes, int groups, int degree, ulong seed, double inside = 0.8)
    {
        ((int, int)[] edges, double[] weights) = Edges(nodes, groups, degree, seed, inside);
        return UndirectedCsr.FromEdges(nodes, edges, weights);
    }

    private static ((int, int)[] Edges, double[] Weights) Edges(int nodes, int groups, int degree, ulong seed, double inside)
    {
        Xoshiro256 random = new(seed);
        int size = nodes / groups;
        (int, int)[] edges = new (int, int)[nodes / 2 * degree];
        double[] weights = new double[edges.Length];
        for (int i = 0; i < edges.Length; i++)
        {
            int source = random.Next(nodes);
            bool isInside = random.NextDouble() < inside;
            int target = isInside ? Math.Min(nodes - 1, (source / size * size) + random.Next(size)) : random.Next(nodes);
            (edges[i], weights[i]) = ((source, target), 0.1 + random.NextDouble());
        }

        return (edges, weights);
    }
}
