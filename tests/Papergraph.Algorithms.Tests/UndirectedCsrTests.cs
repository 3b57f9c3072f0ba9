using FsCheck;
using FsCheck.Fluent;
using Papergraph.Core;

namespace Papergraph.Algorithms.Tests;

public class UndirectedCsrTests
{
    // Oracle: pairs counted in a matrix.
    [Theory]
    [InlineData(ParallelEdges.Merge, false)]
    [InlineData(ParallelEdges.Merge, true)]
    [InlineData(ParallelEdges.Count, true)]
    [InlineData(ParallelEdges.Keep, true)]
    [InlineData(ParallelEdges.Keep, false)]
    public void Each_edge_stands_in_the_rows_of_both_its_ends(ParallelEdges parallel, bool keepLoops) =>
        Prop.ForAll(RandomGraphs.Small(), edges =>
        {
            foreach (bool weighted in (bool[])[false, true])
            {
                double[,] matrix = edges.Matrix(), weights = edges.WeightMatrix();
                UndirectedCsr graph = UndirectedCsr.Of(weighted ? edges.Weighted : edges.Directed, parallel, keepLoops);
                long edgeCount = 0;
                for (int u = 0; u < edges.NodeCount; u++)
                {
                    List<int> expected = [];
                    Dictionary<int, double> total = [];
                    for (int v = 0; v < edges.NodeCount; v++)
                    {
                        int between = (int)(u == v ? matrix[u, u] : matrix[u, v] + matrix[v, u]);
                        if (u == v && !keepLoops) between = 0;
                        total[v] = weighted ? (u == v ? weights[u, u] : weights[u, v] + weights[v, u]) : between;
                        int entries = parallel == ParallelEdges.Keep ? between : Math.Min(1, between);
                        expected.AddRange(Enumerable.Repeat(v, entries));
                        if (v >= u) edgeCount += entries;
                    }

                    Assert.Equal(expected, graph.Neighbours(u).ToArray());
                    ReadOnlySpan<double> found = graph.Rows.WeightsOf(u);
                    Assert.Equal(weighted || parallel == ParallelEdges.Count, graph.IsWeighted);
                    if (graph.IsWeighted)
                        foreach (int v in expected.Distinct())
                            Assert.Equal(total[v], found.ToArray().Where((_, i) => expected[i] == v).Sum());
                }

                Assert.Equal(edgeCount, graph.EdgeCount);
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void Weights_go_with_their_edges_in_both_directions() =>
        Prop.ForAll(RandomGraphs.Small(), edges =>
        {
            DirectedCsr graph = edges.Weighted;
            CsrView outgoing = new(graph.OutgoingRows), incoming = new(graph.IncomingRows);
            for (int u = 0; u < edges.NodeCount; u++)
            {
                Assert.Equal(
                    edges.Edges.Zip(edges.Weights).Where(e => e.First.Source == u).OrderBy(e => e.First.Target).Select(e => (e.First.Target, e.Second)),
                    outgoing.Neighbours(u).ToArray().Zip(outgoing.Weights(u).ToArray()));
                Assert.Equal(
                    edges.Edges.Zip(edges.Weights).Where(e => e.First.Target == u).OrderBy(e => e.First.Source).Select(e => (e.First.Source, e.Second)),
                    incoming.Neighbours(u).ToArray().Zip(incoming.Weights(u).ToArray()));
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
}
