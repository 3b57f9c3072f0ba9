using FsCheck;
using FsCheck.Fluent;
using Papergraph.Core;

namespace Papergraph.Algorithms.Tests;

public class SimRankTests
{
    // Oracle: the definition as a linear system over all pairs, solved by elimination.
    [Fact]
    public void Scores_are_within_the_error_of_the_linear_system_and_not_above_it() =>
        Prop.ForAll(RandomGraphs.Small(mostNodes: 7, mostEdges: 18), edges =>
        {
            foreach (double error in (double[])[0.1, 1e-4])
            {
                double[,] expected = Solve(edges, decay: 0.8);
                SimRankResult found = SimRank.Compute(edges.Directed, new() { Decay = 0.8, Error = error }, new() { Threads = 1 });
                Assert.True(found.Error <= error);
                for (int a = 0; a < edges.NodeCount; a++)
                    for (int b = 0; b < edges.NodeCount; b++)
                    {
                        Assert.InRange(expected[a, b] - found[a, b], -1e-12, found.Error);
                        Assert.Equal(found[a, b], found[b, a]);
                    }
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(100));

    [Fact]
    public void Walks_are_within_the_error_of_the_linear_system() =>
        Prop.ForAll(RandomGraphs.Small(mostNodes: 7, mostEdges: 18), edges =>
        {
            double[,] expected = Solve(edges, decay: 0.6);
            int[] set = [.. Enumerable.Range(0, edges.NodeCount).Where(node => node % 2 == 0), 0];
            SimRankResult found =
                SimRank.OfSet(edges.Directed, set, new() { Error = 0.05, FailureProbability = 1e-6, Seed = 3 }, new() { Threads = 1 });
            for (int a = 0; a < set.Length; a++)
                for (int b = 0; b < set.Length; b++) Assert.InRange(Math.Abs(expected[set[a], set[b]] - found[a, b]), 0, 0.05);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(30));

    // Jeh and Widom, figure 1: a university, two professors, two students; with C = 0.8 the professors are alike by 0.414, the students by
    // 0.331.
    [Fact]
    public void The_example_of_the_paper_has_the_scores_of_the_paper()
    {
        // Univ 0, ProfA 1, ProfB 2, StudentA 3, StudentB 4.
        DirectedCsr graph = DirectedCsr.FromEdges(5, [(0, 1), (0, 2), (1, 3), (2, 4), (4, 2), (3, 0)]);
        SimRankResult found = SimRank.Compute(graph, new() { Decay = 0.8, Error = 1e-6 });
        Assert.Equal(0.414, found[1, 2], 1e-3);
        Assert.Equal(0.331, found[3, 4], 1e-3);
        Assert.Equal(0.132, found[0, 2], 1e-3);
        Assert.Equal(0.042, found[2, 3], 1e-3);
        Assert.Equal(0.034, found[0, 4], 1e-3);
        Assert.Equal(0, found[0, 1]);
    }

    [Theory]
    [InlineData(0.99999999)]
    [InlineData(0.9999999999999999)]
    public void A_decay_that_needs_steps_without_end_is_refused(double decay)
    {
        DirectedCsr graph = DirectedCsr.FromEdges(3, [(0, 1), (0, 2)]);
        Assert.Equal("PGA001", Assert.Throws<PapergraphException>(() => SimRank.Compute(graph, new() { Decay = decay })).Code);
        Assert.Equal("PGA001", Assert.Throws<PapergraphException>(() => SimRank.OfSet(graph, (int[])[1, 2], new() { Decay = decay })).Code);
    }

    [Fact]
    public void Any_number_of_threads_gives_the_same_bits()
    {
        DirectedCsr graph = RandomCitations.Graph(nodes: 200, references: 5, seed: 9).Reversed();
        int[] set = [.. Enumerable.Range(0, 40)];
        (double[] All, double[] Some)[] results = [.. ((int[])[1, 2, 3, 8]).Select(threads => (
            SimRank.Compute(graph, null, new() { Threads = threads }).Scores.ToArray(),
            SimRank.OfSet(graph, set, new() { Error = 0.1 }, new() { Threads = threads }).Scores.ToArray()))];
        Assert.All(results, result =>
        {
            Assert.Equal(results[0].All, result.All);
            Assert.Equal(results[0].Some, result.Some);
        });
    }

    [Fact]
    public void What_is_too_large_or_outside_its_range_is_refused()
    {
        DirectedCsr graph = DirectedCsr.FromEdges(2, [(0, 1)]);
        (string Code, Action Request)[] wrong =
        [
            ("PGA062", () => SimRank.Compute(DirectedCsr.FromEdges(SimRank.MostNodes + 1, []))),
            ("PGA062", () => SimRank.OfSet(graph, new int[5000])), ("PGA004", () => SimRank.OfSet(graph, new int[] { 2 })),
            ("PGA001", () => SimRank.Compute(graph, new() { Decay = 1 })), ("PGA001", () => SimRank.Compute(graph, new() { Error = 0 })),
            ("PGA001", () => SimRank.OfSet(graph, new int[] { 0 }, new() { FailureProbability = 0 })),
            ("PGA001", () => SimRank.OfSet(graph, new int[] { 0, 1 }, new() { Error = 1e-6 })),
        ];
        Assert.All(wrong, w => Assert.Equal(w.Code, Assert.Throws<PapergraphException>(w.Request).Code));
        Assert.True(SimRank.Compute(DirectedCsr.FromEdges(0, [])).Scores.IsEmpty);
        Assert.True(SimRank.OfSet(graph, default).Scores.IsEmpty);
    }

    private static double[,] Solve(RandomGraphs.EdgeList edges, double decay)
    {
        int n = edges.NodeCount, size = n * n;
        double[,] system = new double[size, size + 1];
        for (int a = 0; a < n; a++)
            for (int b = 0; b < n; b++)
            {
                int row = (a * n) + b;
                system[row, row] = 1;
                if (a == b) system[row, size] = 1;
                int[] left = [.. edges.Edges.Where(e => e.Target == a).Select(e => e.Source)],
                    right = [.. edges.Edges.Where(e => e.Target == b).Select(e => e.Source)];
                if (a != b)
                    foreach (int i in left)
                        foreach (int j in right) system[row, (i * n) + j] -= decay / left.Length / right.Length;
            }

        for (int pivot = 0; pivot < size; pivot++)
        {
            int best = Enumerable.Range(pivot, size - pivot).MaxBy(row => Math.Abs(system[row, pivot]));
            for (int column = 0; column <= size; column++) (system[pivot, column], system[best, column]) =
                (system[best, column], system[pivot, column]);
            for (int row = 0; row < size; row++)
            {
                double factor = row == pivot ? 0 : system[row, pivot] / system[pivot, pivot];
                if (factor != 0)
                    for (int column = pivot; column <= size; column++) system[row, column] -= factor * system[pivot, column];
            }
        }

        double[,] scores = new double[n, n];
        for (int row = 0; row < size; row++) scores[row / n, row % n] = system[row, size] / system[row, row];
        return scores;
    }
}
