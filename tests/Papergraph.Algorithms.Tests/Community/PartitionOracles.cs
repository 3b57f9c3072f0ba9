using Papergraph.Core;

namespace Papergraph.Algorithms.Tests;

/// <summary>What partitions are worth, by the definitions, pair by pair.</summary>
internal static class PartitionOracles
{
    /// <summary>The adjacency of the definition, in which a self-loop counts twice.</summary>
    internal static double[,] Adjacency(UndirectedCsr graph)
    {
        double[,] adjacency = new double[graph.NodeCount, graph.NodeCount];
        for (int u = 0; u < graph.NodeCount; u++)
        {
            ReadOnlySpan<int> neighbours = graph.Neighbours(u);
            ReadOnlySpan<double> weights = graph.Rows.WeightsOf(u);
            for (int i = 0; i < neighbours.Length; i++)
                adjacency[u, neighbours[i]] += (graph.IsWeighted ? weights[i] : 1) * (neighbours[i] == u ? 2 : 1);
        }

        return adjacency;
    }

    internal static double Modularity(double[,] adjacency, IReadOnlyList<int> groups, double resolution)
    {
        int n = groups.Count;
        double[] degrees = new double[n];
        double twice = 0, sum = 0;
        for (int u = 0; u < n; u++)
            for (int v = 0; v < n; v++) (degrees[u], twice) = (degrees[u] + adjacency[u, v], twice + adjacency[u, v]);
        if (twice == 0) return 0;
        for (int u = 0; u < n; u++)
            for (int v = 0; v < n; v++)
                if (groups[u] == groups[v]) sum += adjacency[u, v] - (resolution * degrees[u] * degrees[v] / twice);
        return sum / twice;
    }

    internal static double ConstantPotts(double[,] adjacency, IReadOnlyList<int> groups, double resolution)
    {
        double sum = 0;
        for (int u = 0; u < groups.Count; u++)
        {
            sum += adjacency[u, u] / 2;
            for (int v = u + 1; v < groups.Count; v++)
                if (groups[u] == groups[v]) sum += adjacency[u, v] - resolution;
        }

        return sum;
    }

    internal static double Quality(QualityFunction quality, double[,] adjacency, IReadOnlyList<int> groups, double resolution) =>
        quality == QualityFunction.Modularity ? Modularity(adjacency, groups, resolution) : ConstantPotts(adjacency, groups, resolution);

    /// <summary>All partitions of n nodes, as restricted growth strings.</summary>
    internal static IEnumerable<int[]> AllPartitions(int n)
    {
        int[] groups = new int[n];
        while (true)
        {
            yield return groups;
            int at = n - 1;
            while (at > 0 && groups[at] > groups[..at].Max()) groups[at--] = 0;
            if (at <= 0) yield break;
            groups[at]++;
        }
    }

    /// <summary>Whether the nodes of each group reach each other inside it.</summary>
    internal static bool AreConnected(UndirectedCsr graph, Partition partition)
    {
        bool[] reached = new bool[graph.NodeCount];
        bool[] begun = new bool[partition.Count];
        for (int start = 0; start < graph.NodeCount; start++)
        {
            if (reached[start]) continue;
            if (begun[partition[start]]) return false;
            begun[partition[start]] = true;
            reached[start] = true;
            Queue<int> waiting = new([start]);
            while (waiting.TryDequeue(out int node))
            {
                foreach (int neighbour in graph.Neighbours(node))
                {
                    if (reached[neighbour] || partition[neighbour] != partition[start]) continue;
                    reached[neighbour] = true;
                    waiting.Enqueue(neighbour);
                }
            }
        }

        return true;
    }

    /// <summary>Whether nodes together in the finer partition are together in the coarser one.</summary>
    internal static bool IsNested(Partition finer, Partition coarser)
    {
        int[] of = new int[finer.Count];
        Array.Fill(of, -1);
        for (int node = 0; node < finer.NodeCount; node++)
        {
            ref int group = ref of[finer[node]];
            if (group < 0) group = coarser[node];
            if (group != coarser[node]) return false;
        }

        return true;
    }
}
