namespace Papergraph.Algorithms.Tests;

/// <summary>Definitions computed on matrices.</summary>
internal static class SmallOracles
{
    /// <summary>Whether there is a path, of no edge or more, from row to column: Warshall's closure.</summary>
    internal static bool[,] Reach(double[,] matrix, bool bothWays)
    {
        int n = matrix.GetLength(0);
        bool[,] reach = new bool[n, n];
        for (int u = 0; u < n; u++)
            for (int v = 0; v < n; v++) reach[u, v] = u == v || matrix[u, v] > 0 || (bothWays && matrix[v, u] > 0);
        for (int w = 0; w < n; w++)
            for (int u = 0; u < n; u++)
                for (int v = 0; v < n; v++) reach[u, v] |= reach[u, w] && reach[w, v];
        return reach;
    }

    /// <summary>Number of groups of nodes that reach each other, among those that are there.</summary>
    internal static int ComponentCount(double[,] matrix, bool[] isThere)
    {
        int n = matrix.GetLength(0), count = 0;
        double[,] kept = new double[n, n];
        for (int u = 0; u < n; u++)
            for (int v = 0; v < n; v++) kept[u, v] = isThere[u] && isThere[v] ? matrix[u, v] : 0;
        bool[,] reach = Reach(kept, bothWays: true);
        for (int u = 0; u < n; u++)
            if (isThere[u] && !Enumerable.Range(0, u).Any(v => isThere[v] && reach[u, v])) count++;
        return count;
    }

    /// <summary>Number of edges between two nodes in either direction; none from a node to itself.</summary>
    internal static double[,] Symmetric(double[,] matrix)
    {
        int n = matrix.GetLength(0);
        double[,] both = new double[n, n];
        for (int u = 0; u < n; u++)
            for (int v = 0; v < n; v++) both[u, v] = u == v ? 0 : matrix[u, v] + matrix[v, u];
        return both;
    }
}
