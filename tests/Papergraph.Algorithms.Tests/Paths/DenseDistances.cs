namespace Papergraph.Algorithms.Tests;

/// <summary>Distances between all nodes of a small graph by R. W. Floyd's algorithm on a matrix; +∞ where there is no path.</summary>
internal static class DenseDistances
{
    internal static double[,] Of(RandomGraphs.EdgeList graph, bool weighted = false, bool undirected = false)
    {
        int n = graph.NodeCount;
        double[,] d = new double[n, n];
        for (int i = 0; i < n; i++)
            for (int j = 0; j < n; j++) d[i, j] = i == j ? 0 : double.PositiveInfinity;
        for (int e = 0; e < graph.Edges.Length; e++)
        {
            (int u, int v) = graph.Edges[e];
            double length = weighted ? graph.Weights[e] : 1;
            if (u == v) continue;
            d[u, v] = Math.Min(d[u, v], length);
            if (undirected) d[v, u] = Math.Min(d[v, u], length);
        }

        for (int k = 0; k < n; k++)
            for (int i = 0; i < n; i++)
                for (int j = 0; j < n; j++) d[i, j] = Math.Min(d[i, j], d[i, k] + d[k, j]);
        return d;
    }

    /// <summary>The finite distances from a node to others.</summary>
    internal static double[] FiniteFrom(this double[,] distances, int node) =>
        [.. Enumerable.Range(0, distances.GetLength(0)).Where(to => to != node).Select(to => distances[node, to]).Where(double.IsFinite)];

    internal static double[,] Transposed(this double[,] matrix)
    {
        int n = matrix.GetLength(0);
        double[,] turned = new double[n, n];
        for (int i = 0; i < n; i++)
            for (int j = 0; j < n; j++) turned[j, i] = matrix[i, j];
        return turned;
    }
}
