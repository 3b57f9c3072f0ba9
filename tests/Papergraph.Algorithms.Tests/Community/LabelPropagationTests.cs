using FsCheck;
using FsCheck.Fluent;
using Papergraph.Core;

namespace Papergraph.Algorithms.Tests;

public class LabelPropagationTests
{
    // The end of the algorithm by its definition: every node has a label that none of its neighbours' labels outweighs.
    private static bool IsStable(double[,] weights, Partition partition)
    {
        int n = partition.NodeCount;
        for (int u = 0; u < n; u++)
        {
            double[] ofGroup = new double[partition.Count];
            for (int v = 0; v < n; v++) if (v != u) ofGroup[partition[v]] += weights[u, v];
            if (ofGroup[partition[u]] < ofGroup.Max()) return false;
        }

        return true;
    }

    [Fact]
    public void It_ends_where_no_node_prefers_another_label() =>
        Prop.ForAll(RandomGraphs.Small(leastNodes: 0), Gen.Choose(0, 1000).ToArbitrary(), (edges, seed) =>
        {
            UndirectedCsr counted = UndirectedCsr.Of(edges.Directed, ParallelEdges.Keep, keepLoops: true);
            PartitionResult found = LabelPropagation.Compute(counted, new() { Seed = (ulong)seed });
            Assert.True(found.Converged);
            Assert.True(IsStable(SmallOracles.Symmetric(edges.Matrix()), found.Partition));
            UndirectedCsr ofWeights = UndirectedCsr.Of(edges.Weighted, keepLoops: true);
            PartitionResult weighted = LabelPropagation.Compute(ofWeights, new() { Seed = (ulong)seed });
            Assert.True(weighted.Converged);
            Assert.True(IsStable(SmallOracles.Symmetric(edges.WeightMatrix()), weighted.Partition));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    // No edge leads from one group to another, so no label can.
    [Fact]
    public void Groups_never_reach_beyond_a_component() =>
        Prop.ForAll(RandomGraphs.Small(mostEdges: 14), edges =>
        {
            bool[,] reach = SmallOracles.Reach(edges.Matrix(), bothWays: true);
            Partition found = LabelPropagation.Compute(UndirectedCsr.Of(edges.Directed)).Partition;
            for (int u = 0; u < edges.NodeCount; u++)
                for (int v = 0; v < edges.NodeCount; v++) Assert.True(found[u] != found[v] || reach[u, v]);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Planted_groups_are_found_again(int seed)
    {
        const int nodes = 30_000;
        UndirectedCsr graph = UndirectedCsr.FromEdges(nodes, LargeGraphs.RandomEdges(nodes, 400_000, seed: 8, local: 0.8));
        PartitionResult found = LabelPropagation.Compute(graph, new() { Seed = (ulong)seed });
        int right = Enumerable.Range(0, 300).Sum(group =>
            Enumerable.Range(group * 100, 100).CountBy(node => found.Partition[node]).Max(g => g.Value));
        Assert.True(right > 0.99 * nodes, $"{right} nodes are with most of their group.");
        Assert.InRange(found.Partition.Count, 270, 330);
    }

    [Fact]
    public void Any_number_of_threads_finds_the_same_and_another_seed_something_else()
    {
        const int nodes = 50_000;
        (int, int)[] edges = LargeGraphs.RandomEdges(nodes, 350_000, seed: 9, local: 0.6);
        double[] weights = [.. edges.Select((_, i) => 1.0 + (i % 3))];
        UndirectedCsr graph = UndirectedCsr.FromEdges(nodes, edges), weighted = UndirectedCsr.FromEdges(nodes, edges, weights);
        Assert.True(graph.Rows.EdgeCount > LabelSweeps.LeastEntriesToShare);
        foreach (UndirectedCsr each in (UndirectedCsr[])[graph, weighted])
        {
            int[][] found =
                [.. LargeGraphs.Executions.Select(threads => LabelPropagation.Compute(each, null, threads).Partition.Groups.ToArray())];
            Assert.All(found, groups => Assert.Equal(found[0], groups));
        }

        Assert.NotEqual(
            LabelPropagation.Compute(graph).Partition.Groups.ToArray(),
            LabelPropagation.Compute(graph, new() { Seed = 2 }).Partition.Groups.ToArray());
    }

    [Fact]
    public void Equal_labels_win_equally_often()
    {
        // The middle of each path of three has two neighbours, whose labels it takes with equal right.
        const int paths = 20_000;
        UndirectedCsr graph = UndirectedCsr.FromEdges(4 * paths, [.. Enumerable.Range(0, paths).SelectMany(i =>
            ((int, int)[])[(4 * i, (4 * i) + 3), ((4 * i) + 1, (4 * i) + 3), ((4 * i) + 2, (4 * i) + 3)])]);
        LabelTally tally = new(4 * paths);
        int[] wins = new int[3];
        Xoshiro256 random = new(seed: 12);
        for (int i = 0; i < paths; i++) wins[tally.MostFrequent(graph.Neighbours((4 * i) + 3), (4 * i) + 3, random.Next()) % 4]++;
        Assert.All(wins, count => Assert.InRange(count, (paths / 3) - 400, (paths / 3) + 400));
    }

    // Labels that are equal in their lowest bits share a slot of the tally; rows are shorter and longer than it takes.
    [Fact]
    public void The_winner_is_among_the_most_frequent_whatever_the_labels_have_in_common()
    {
        const int labels = 1 << 16;
        LabelTally tally = new(labels);
        Xoshiro256 random = new(seed: 13);
        for (int round = 0; round < 3000; round++)
        {
            int step = 1 << (int)(random.Next() % 14), kinds = 1 + (int)(random.Next() % (ulong)Math.Min(20, labels / step));
            int[] around = new int[1 + (int)(random.Next() % 600)];
            for (int i = 0; i < around.Length; i++) around[i] = (int)(random.Next() % (ulong)kinds) * step;
            int own = (int)(random.Next() % (ulong)kinds) * step, most = around.CountBy(label => label).Max(g => g.Value);
            int found = tally.MostFrequent(around, own, random.Next());
            Assert.Equal(most, around.Count(label => label == found));
            Assert.True(found == own || around.Count(label => label == own) < most);
        }
    }

    [Fact]
    public void Long_and_wide_graphs_end()
    {
        foreach (DirectedCsr graph in (DirectedCsr[])[LargeGraphs.Star, LargeGraphs.Path])
            Assert.True(LabelPropagation.Compute(UndirectedCsr.Of(graph)).Converged);
        Assert.Equal(0, LabelPropagation.Compute(UndirectedCsr.Of(LargeGraphs.Nothing)).Partition.Count);
        Assert.Equal(1, LabelPropagation.Compute(UndirectedCsr.Of(LargeGraphs.Alone)).Partition.Count);
    }

    [Fact]
    public void The_number_of_sweeps_is_bounded()
    {
        UndirectedCsr graph = UndirectedCsr.FromEdges(1000, LargeGraphs.RandomEdges(1000, 5000, seed: 3));
        PartitionResult found = LabelPropagation.Compute(graph, new() { MaxIterations = 1 });
        Assert.Equal((1, false), (found.Iterations, found.Converged));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(-1)]
    [InlineData(double.PositiveInfinity)]
    public void Weights_that_mean_nothing_are_refused(double weight) => Assert.Equal("PGA002",
        Assert.Throws<PapergraphException>(() => LabelPropagation.Compute(UndirectedCsr.FromEdges(2, [(0, 1)], [weight]))).Code);

    [Fact]
    public void Options_out_of_range_are_refused()
    {
        UndirectedCsr graph = UndirectedCsr.Of(LargeGraphs.Alone);
        LabelPropagationOptions none = new() { MaxIterations = 0 };
        PapergraphException noSweep = Assert.Throws<PapergraphException>(() => LabelPropagation.Compute(graph, none));
        PapergraphException noRound = Assert.Throws<PapergraphException>(() => LabelPropagation.Synchronous(LargeGraphs.Alone, -1));
        Assert.StartsWith("max-iterations is 0", noSweep.Message, StringComparison.Ordinal);
        Assert.StartsWith("iterations is -1", noRound.Message, StringComparison.Ordinal);
    }

    // Oracle: the definition of LDBC over the list of edges.
    [Fact]
    public void Labels_in_step_are_the_most_frequent_and_of_these_the_least() =>
        Prop.ForAll(RandomGraphs.Small(leastNodes: 0), Gen.Choose(0, 6).ToArbitrary(), (edges, rounds) =>
        {
            int[] labels = [.. Enumerable.Range(0, edges.NodeCount)];
            for (int round = 0; round < rounds; round++)
            {
                int[] before = [.. labels];
                for (int v = 0; v < edges.NodeCount; v++)
                {
                    IEnumerable<int> around = edges.Edges.Where(e => e.Source == v).Select(e => before[e.Target])
                        .Concat(edges.Edges.Where(e => e.Target == v).Select(e => before[e.Source]));
                    labels[v] = around.CountBy(label => label).OrderByDescending(g => g.Value).ThenBy(g => g.Key)
                        .Select(g => g.Key).FirstOrDefault(before[v]);
                }
            }

            foreach (int threads in (int[])[1, 3])
                Assert.Equal(labels, LabelPropagation.Synchronous(edges.Directed, rounds, new() { Threads = threads }).Labels.ToArray());
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void Labels_in_step_are_the_same_for_any_number_of_threads()
    {
        DirectedCsr graph = DirectedCsr.FromEdges(50_000, LargeGraphs.RandomEdges(50_000, 300_000, seed: 10));
        int[][] found = [.. LargeGraphs.Executions.Select(execution => LabelPropagation.Synchronous(graph, 5, execution).Labels.ToArray())];
        Assert.All(found, labels => Assert.Equal(found[0], labels));
    }
}
