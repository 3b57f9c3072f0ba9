using FsCheck;
using FsCheck.Fluent;
using Papergraph.Core;

namespace Papergraph.Algorithms.Tests;

public class DisruptionIndexTests
{
    // Oracle: the definition over sets of papers.
    [Fact]
    public void Papers_around_a_paper_are_counted_as_defined() =>
        Prop.ForAll(RandomGraphs.Small(), edges =>
        {
            int n = edges.NodeCount;
            int[] years = [.. Enumerable.Range(0, n).Select(paper => 2000 + (paper * 5 % 7))];
            foreach (int least in (int[])[1, 2])
                foreach (bool others in (bool[])[true, false])
                    foreach (bool timed in (bool[])[true, false])
                    {
                        DisruptionOptions options = new()
                        {
                            LeastReferences = least,
                            CountsOthers = others,
                            Years = timed ? years : default,
                            Window = timed ? 3 : int.MaxValue,
                        };
                        DisruptionResult result = DisruptionIndex.Compute(edges.Directed, options, new() { Threads = 1 });
                        for (int paper = 0; paper < n; paper++)
                        {
                            HashSet<int> references =
                                [.. edges.Edges.Where(e => e.Source == paper && e.Target != paper).Select(e => e.Target)];
                            int i = 0, j = 0, k = 0;
                            for (int other = 0; other < n; other++)
                            {
                                if (other == paper || (timed && (years[other] < years[paper] || years[other] > years[paper] + 3))) continue;
                                int shared = edges.Edges.Where(e => e.Source == other && e.Target != other
                                    && references.Contains(e.Target)).Distinct().Count();
                                bool cites = edges.Edges.Contains((other, paper));
                                if (cites && shared == 0) i++;
                                if (cites && shared >= least) j++;
                                if (!cites && shared > 0 && others) k++;
                            }

                            Assert.Equal((i, j, k),
                                (result.OnlyPaper.Span[paper], result.Both.Span[paper], result.OnlyReferences.Span[paper]));
                            Assert.Equal(i + j + k == 0 || references.Count == 0
                                ? 0 : (double)(i - j) / (i + j + k), result.Scores.Span[paper]);
                        }
                    }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    [Fact]
    public void Any_number_of_threads_counts_the_same()
    {
        DirectedCsr graph = RandomCitations.Graph(nodes: 3000, references: 10, seed: 2);
        DisruptionResult[] results =
            [.. ((int[])[1, 2, 3, 8]).Select(threads => DisruptionIndex.Compute(graph, null, new() { Threads = threads }))];
        Assert.All(results, result =>
        {
            Assert.Equal(results[0].Scores.ToArray(), result.Scores.ToArray());
            Assert.Equal(results[0].OnlyReferences.ToArray(), result.OnlyReferences.ToArray());
        });
        Assert.Contains(results[0].Scores.ToArray(), score => score > 0);
        Assert.Contains(results[0].Scores.ToArray(), score => score < 0);
    }

    [Fact]
    public void A_path_of_a_million_disrupts_all_along()
    {
        DirectedCsr path = DirectedCsr.FromEdges(1_000_000, [.. Enumerable.Range(1, 999_999).Select(paper => (paper, paper - 1))]);
        ReadOnlyMemory<double> scores = DisruptionIndex.Compute(path).Scores;
        Assert.Equal((0, 1, 0), (scores.Span[0], scores.Span[1], scores.Span[999_999]));
    }

    // The leaves of a star have all their citing papers or all their references in common; to go through them once a leaf takes days.
    [Theory]
    [InlineData(false, 1, true)]
    [InlineData(true, 1, true)]
    [InlineData(true, 1, false)]
    [InlineData(true, 2, true)]
    [InlineData(false, 2, true)]
    public void A_star_of_a_million_is_done_in_a_moment(bool outgoing, int least, bool others)
    {
        const int Leaves = 1_000_000;
        DirectedCsr star = DirectedCsr.FromEdges(
            Leaves + 1, [.. Enumerable.Range(1, Leaves).Select(leaf => outgoing ? (0, leaf) : (leaf, 0))]);
        int[] years = new int[Leaves + 1];
        foreach (bool timed in (bool[])[true, false])
        {
            DisruptionResult result = DisruptionIndex.Compute(
                star, new() { LeastReferences = least, CountsOthers = others, Years = timed ? years : default });
            Assert.Equal(outgoing ? 0 : Leaves, result.OnlyPaper.Span[0]);
            Assert.Equal(outgoing ? 1 : 0, result.OnlyPaper.Span[7]);
            Assert.Equal(outgoing ? 0 : Leaves - 1, result.OnlyReferences.Span[7]);
            Assert.Equal(0, result.Both.Span[7]);
        }
    }

    // More papers with one reference in common than there are marks, and others beside it.
    [Fact]
    public void Papers_with_a_reference_in_common_are_told_apart()
    {
        const int Papers = 2000;
        DirectedCsr graph = DirectedCsr.FromEdges(
            Papers + 2,
            [
                .. Enumerable.Range(2, Papers).Select(paper => (paper, 0)),
                .. Enumerable.Range(2, Papers - 1).Select(paper => (paper + 1, paper)),
                (1, 2),
            ]);
        DisruptionResult result = DisruptionIndex.Compute(graph, null, new() { Threads = 1 });

        // Paper 2 is cited by 3, which cites 0 too, and by 1, which does not.
        Assert.Equal((1, 1, Papers - 2), (result.OnlyPaper.Span[2], result.Both.Span[2], result.OnlyReferences.Span[2]));

        // Paper 3 cites 0 and 2: all others that cite 0, and 1, which cites 2.
        Assert.Equal((0, 1, Papers - 1), (result.OnlyPaper.Span[3], result.Both.Span[3], result.OnlyReferences.Span[3]));
        for (int paper = 4; paper < Papers + 1; paper++)
        {
            Assert.Equal((0, 1, Papers - 2),
                (result.OnlyPaper.Span[paper], result.Both.Span[paper], result.OnlyReferences.Span[paper]));
        }
    }

    [Fact]
    public void Empty_graphs_have_no_scores_and_wrong_options_are_refused()
    {
        Assert.True(DisruptionIndex.Compute(DirectedCsr.FromEdges(0, [])).Scores.IsEmpty);
        DirectedCsr graph = DirectedCsr.FromEdges(2, [(1, 0)]);
        (string Code, DisruptionOptions Options)[] wrong =
        [
            ("PGA001", new() { LeastReferences = 0 }), ("PGA001", new() { Window = -1 }),
            ("PGA003", new() { Window = 5 }), ("PGA003", new() { Years = new int[3] }),
        ];
        Assert.All(wrong, w =>
            Assert.Equal(w.Code, Assert.Throws<PapergraphException>(() => DisruptionIndex.Compute(graph, w.Options)).Code));
    }
}
