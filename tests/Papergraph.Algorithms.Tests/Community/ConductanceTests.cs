using FsCheck;
using FsCheck.Fluent;
using Papergraph.Core;

namespace Papergraph.Algorithms.Tests;

public class ConductanceTests
{
    // Oracle: the definition over the list of edges.
    [Fact]
    public void Cuts_are_what_their_edges_add_up_to() =>
        Prop.ForAll(RandomGraphs.Small(), edges =>
        {
            int[] labels = [.. Enumerable.Range(0, edges.NodeCount).Select(node => node * 7 % 3)];
            Partition partition = Partition.OfLabels(labels, 3);
            foreach (bool weighted in (bool[])[false, true])
            {
                UndirectedCsr graph = UndirectedCsr.FromEdges(
                    edges.NodeCount, edges.Edges, weighted ? edges.Weights : null, ParallelEdges.Keep, keepLoops: true);
                PartitionCuts found = Conductance.Of(graph, partition);
                double[] weights = weighted ? edges.Weights : [.. edges.Edges.Select(_ => 1.0)];
                for (int group = 0; group < partition.Count; group++)
                {
                    bool In(int node) => partition[node] == group;
                    double cut = edges.Edges.Zip(weights).Where(e => In(e.First.Source) != In(e.First.Target)).Sum(e => e.Second);
                    double inside = edges.Edges.Zip(weights).Where(e => In(e.First.Source) && In(e.First.Target)).Sum(e => e.Second);
                    double outside = edges.Edges.Zip(weights).Where(e => !In(e.First.Source) && !In(e.First.Target)).Sum(e => e.Second);
                    Assert.Equal((cut, inside, cut + (2 * inside)),
                        (found.Cuts.Span[group], found.Inside.Span[group], found.Volumes.Span[group]));
                    double lesser = Math.Min(cut + (2 * inside), cut + (2 * outside));
                    Assert.Equal(lesser == 0 ? 0 : cut / lesser, found.Conductances.Span[group], 1e-12);
                }

                double within = edges.Edges.Zip(weights).Where(e => partition[e.First.Source] == partition[e.First.Target])
                    .Sum(e => e.Second);
                Assert.Equal(weights.Sum() == 0 ? 1 : within / weights.Sum(), found.Coverage, 1e-12);
                Assert.Equal(weights.Sum() - within, found.TotalCut, 1e-9);
                Assert.Equal(found.Conductances.ToArray().Average(), found.AverageConductance, 1e-12);
                Assert.Equal(found.Conductances.ToArray().Max(), found.GreatestConductance);
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void Partitions_of_other_nodes_and_negative_weights_are_refused()
    {
        UndirectedCsr graph = UndirectedCsr.FromEdges(2, [(0, 1)], [-1]);
        Assert.Equal("PGA003", Assert.Throws<PapergraphException>(() => Conductance.Of(graph, Partition.OfLabels([0]))).Code);
        Assert.Equal("PGA002", Assert.Throws<PapergraphException>(() => Conductance.Of(graph, Partition.OfLabels([0, 1]))).Code);
        PartitionCuts nothing = Conductance.Of(UndirectedCsr.FromEdges(0, []), Partition.OfLabels([]));
        Assert.Equal((1, 0, 0), (nothing.Coverage, nothing.AverageConductance, nothing.GreatestConductance));
    }
}
