using FsCheck;
using FsCheck.Fluent;
using Papergraph.Core;

namespace Papergraph.Algorithms.Tests;

public class BiconnectivityTests
{
    // Oracle: each node and each edge is taken out, and components are counted.
    [Theory]
    [InlineData(ParallelEdges.Merge)]
    [InlineData(ParallelEdges.Keep)]
    public void What_is_found_is_what_takes_the_graph_apart(ParallelEdges parallel) =>
        Prop.ForAll(RandomGraphs.Small(mostEdges: 18, leastNodes: 0), edges =>
        {
            double[,] matrix = SmallOracles.Symmetric(edges.Matrix());
            int n = edges.NodeCount;
            bool[] all = [.. Enumerable.Repeat(true, n)];
            int whole = SmallOracles.ComponentCount(matrix, all);
            List<int> articulation = [];
            List<(int, int)> bridges = [];
            for (int u = 0; u < n; u++)
            {
                if (SmallOracles.ComponentCount(matrix, [.. all.Select((_, v) => v != u)]) > whole) articulation.Add(u);
                for (int v = u + 1; v < n; v++)
                {
                    if (matrix[u, v] == 0) continue;
                    double[,] without = (double[,])matrix.Clone();
                    double left = parallel == ParallelEdges.Keep ? matrix[u, v] - 1 : 0;
                    (without[u, v], without[v, u]) = (left, left);
                    if (SmallOracles.ComponentCount(without, all) > whole) bridges.Add((u, v));
                }
            }

            BiconnectivityResult found = Biconnectivity.Compute(UndirectedCsr.Of(edges.Directed, parallel, keepLoops: true));
            Assert.Equal(articulation, found.ArticulationPoints.ToArray());
            Assert.Equal(bridges, found.Bridges.ToArray());
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void A_path_of_a_million_falls_apart_everywhere_and_a_ring_nowhere()
    {
        BiconnectivityResult path = Biconnectivity.Compute(UndirectedCsr.Of(LargeGraphs.Path));
        BiconnectivityResult ring = Biconnectivity.Compute(UndirectedCsr.Of(LargeGraphs.Ring));
        Assert.Equal((LargeGraphs.Million - 2, LargeGraphs.Million - 1), (path.ArticulationPoints.Length, path.Bridges.Length));
        Assert.Equal((0, 0), (ring.ArticulationPoints.Length, ring.Bridges.Length));
    }
}
