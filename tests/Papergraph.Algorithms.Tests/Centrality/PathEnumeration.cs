namespace Papergraph.Algorithms.Tests;

/// <summary>All shortest paths of a small graph as lists of edges, found by trying every path there is.</summary>
internal static class PathEnumeration
{
    /// <summary>The shortest paths from one node to another, as edges and, as often as they differ in these, nodes.</summary>
    internal static List<List<int>> Shortest(RandomGraphs.EdgeList graph, int source, int target, bool weighted)
    {
        List<(double Length, List<int> Edges)> found = [];
        bool[] used = new bool[graph.NodeCount];
        Extend(source, 0, []);
        double least = found.Count == 0 ? 0 : found.Min(path => path.Length);
        return [.. found.Where(path => path.Length == least).Select(path => path.Edges)];

        void Extend(int node, double length, List<int> edges)
        {
            if (node == target)
            {
                found.Add((length, [.. edges]));
                return;
            }

            used[node] = true;
            for (int e = 0; e < graph.Edges.Length; e++)
            {
                if (graph.Edges[e].Source != node || used[graph.Edges[e].Target]) continue;
                edges.Add(e);
                Extend(graph.Edges[e].Target, length + (weighted ? graph.Weights[e] : 1), edges);
                edges.RemoveAt(edges.Count - 1);
            }

            used[node] = false;
        }
    }

    /// <summary>Betweenness over ordered pairs, of nodes and of edges as they are listed, by its definition.</summary>
    internal static (double[] Nodes, double[] Edges) Betweenness(RandomGraphs.EdgeList graph, bool weighted)
    {
        double[] nodes = new double[graph.NodeCount], edges = new double[graph.Edges.Length];
        for (int s = 0; s < graph.NodeCount; s++)
        {
            for (int t = 0; t < graph.NodeCount; t++)
            {
                if (s == t) continue;
                List<List<int>> paths = Shortest(graph, s, t, weighted);
                foreach (List<int> path in paths)
                {
                    foreach (int e in path)
                    {
                        edges[e] += 1.0 / paths.Count;
                        if (graph.Edges[e].Target != t) nodes[graph.Edges[e].Target] += 1.0 / paths.Count;
                    }
                }
            }
        }

        return (nodes, edges);
    }
}
