using FsCheck;
using FsCheck.Fluent;
using Papergraph.Core;

namespace Papergraph.Algorithms.Tests;

public class NodeSimilarityTests
{
    private static readonly SimilarityMeasure[] Measures = Enum.GetValues<SimilarityMeasure>();

    // Thousands of tiny graphs: threads would cost more than the work.
    private static readonly Execution Alone = new() { Threads = 1 };

    // Oracle: the definitions over sets.
    [Fact]
    public void Pairs_score_as_their_sets_of_neighbours_define() =>
        Prop.ForAll(RandomGraphs.Small(), edges =>
        {
            HashSet<int>[] sets = Sets(edges);
            (int, int)[] pairs =
                [.. from u in Enumerable.Range(0, edges.NodeCount) from v in Enumerable.Range(0, edges.NodeCount) select (u, v)];
            foreach (UndirectedCsr graph in Forms(edges))
                foreach (SimilarityMeasure measure in Measures)
                {
                    double[] scores = NodeSimilarity.OfPairs(graph, pairs, measure, Alone).ToArray();
                    for (int i = 0; i < pairs.Length; i++)
                        Assert.Equal(Score(sets, measure, pairs[i].Item1, pairs[i].Item2), scores[i], 1e-12);
                }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    // Recorded from igraph 0.10.2 (similarity_jaccard, similarity_dice, similarity_inverse_log_weighted) over the same citations.
    [Fact]
    public void Scores_are_those_of_igraph()
    {
        (int, int)[] edges =
            [.. from i in Enumerable.Range(5, 35) from j in Enumerable.Range(0, 4) select (i, ((i * i * 7) + (j * 5)) % i)];
        UndirectedCsr graph = UndirectedCsr.FromEdges(40, edges);
        (int, int)[] pairs = [(0, 4), (1, 2), (3, 39), (10, 20)];
        (SimilarityMeasure Measure, double[] Scores)[] recorded =
        [
            (SimilarityMeasure.Jaccard, [0.05714285714285714, 0, 0, 0.09375]),
            (SimilarityMeasure.Sorensen, [0.1081081081081081, 0, 0, 0.17142857142857143]),
            (SimilarityMeasure.AdamicAdar, [1.3426824550040934, 0, 0, 0.8659459036677358]),
        ];
        Assert.All(recorded, r => Assert.All(
            r.Scores.Zip(NodeSimilarity.OfPairs(graph, pairs, r.Measure).ToArray()), pair => Assert.Equal(pair.First, pair.Second, 1e-12)));
    }

    // Oracle: all pairs, sorted.
    [Fact]
    public void The_most_similar_are_the_best_of_all_that_share_a_neighbour() =>
        Prop.ForAll(RandomGraphs.Small(), edges =>
        {
            HashSet<int>[] sets = Sets(edges);
            foreach (SimilarityMeasure measure in Measures)
            {
                UndirectedCsr graph = UndirectedCsr.Of(edges.Directed);
                SimilarityOptions options = new() { Measure = measure, Most = 3, MinScore = 0.3 };
                DirectedCsr all = NodeSimilarity.OfAll(graph, options, Alone);
                for (int u = 0; u < edges.NodeCount; u++)
                {
                    (int Node, double Score)[] expected = [.. Enumerable.Range(0, edges.NodeCount)
                        .Where(v => v != u && sets[u].Overlaps(sets[v])).Select(v => (Node: v, Score: Score(sets, measure, u, v)))
                        .Where(s => s.Score >= 0.3).OrderByDescending(s => s.Score).ThenBy(s => s.Node).Take(3)];
                    ScoredNode[] found = NodeSimilarity.MostSimilar(graph, u, options).ToArray();
                    Assert.Equal(expected.Select(s => s.Node), found.Select(s => s.Node));
                    Assert.All(expected.Zip(found), pair => Assert.Equal(pair.First.Score, pair.Second.Score, 1e-12));
                    Assert.Equal(found.OrderBy(s => s.Node).Select(s => s.Node), all.Outgoing(u).ToArray());
                    Assert.Equal(found.OrderBy(s => s.Node).Select(s => s.Score), all.OutgoingRows.WeightsOf(u).ToArray());
                }
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    [Fact]
    public void Predicted_links_are_the_best_pairs_without_an_edge() =>
        Prop.ForAll(RandomGraphs.Small(), edges =>
        {
            HashSet<int>[] sets = Sets(edges);
            foreach (SimilarityMeasure measure in Measures)
                foreach (int most in (int[])[1, 4, 1000])
                {
                    PredictedLink[] found =
                        LinkPrediction.Compute(UndirectedCsr.Of(edges.Directed), new() { Measure = measure, Most = most }, Alone).ToArray();
                    (int, int)[] expected = [.. (
                    from u in Enumerable.Range(0, edges.NodeCount)
                    from v in Enumerable.Range(u + 1, edges.NodeCount - u - 1)
                    where !sets[u].Contains(v)
                    let score = Score(sets, measure, u, v)
                    where score > 0
                    orderby score descending, u, v
                    select (u, v)).Take(most)];
                    Assert.Equal(expected, found.Select(link => (link.First, link.Second)));
                    Assert.All(found, link => Assert.Equal(Score(sets, measure, link.First, link.Second), link.Score, 1e-12));
                }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    [Fact]
    public void Preferential_attachment_of_a_star_and_of_a_path_of_a_million_is_found_at_once()
    {
        UndirectedCsr star = UndirectedCsr.FromEdges(1_000_001, [.. Enumerable.Range(1, 1_000_000).Select(leaf => (0, leaf))]);
        LinkPredictionOptions options = new() { Measure = SimilarityMeasure.PreferentialAttachment, Most = 3 };
        Assert.Equal([new(1, 2, 1), new(1, 3, 1), new(1, 4, 1)], LinkPrediction.Compute(star, options).ToArray());
        UndirectedCsr path = UndirectedCsr.FromEdges(1_000_000, [.. Enumerable.Range(1, 999_999).Select(node => (node - 1, node))]);
        Assert.Equal([new(1, 3, 4), new(1, 4, 4), new(1, 5, 4)], LinkPrediction.Compute(path, options).ToArray());
        Assert.Equal(
            [new(0, 2, 1 / Math.Log(2)), new(1, 3, 1 / Math.Log(2))], LinkPrediction.Compute(path, new() { Most = 2 }).ToArray());
        Assert.Equal(0, NodeSimilarity.OfAll(star, new() { MostPerShared = 1000 }).EdgeCount);
    }

    [Fact]
    public void Any_number_of_threads_finds_the_same()
    {
        UndirectedCsr graph = UndirectedCsr.Of(RandomCitations.Graph(nodes: 2000, references: 8, seed: 11));
        foreach (SimilarityMeasure measure in (SimilarityMeasure[])[SimilarityMeasure.AdamicAdar, SimilarityMeasure.Jaccard])
        {
            PredictedLink[][] links = [.. ((int[])[1, 2, 3, 8]).Select(threads =>
                LinkPrediction.Compute(graph, new() { Measure = measure }, new() { Threads = threads }).ToArray())];
            Assert.All(links, found => Assert.Equal(links[0], found));
            DirectedCsr[] all = [.. ((int[])[1, 2, 3, 8])
                .Select(threads => NodeSimilarity.OfAll(graph, new() { Measure = measure }, new() { Threads = threads }))];
            Assert.All(all, found =>
            {
                for (int node = 0; node < graph.NodeCount; node++)
                {
                    Assert.Equal(all[0].Outgoing(node).ToArray(), found.Outgoing(node).ToArray());
                    Assert.Equal(all[0].OutgoingRows.WeightsOf(node).ToArray(), found.OutgoingRows.WeightsOf(node).ToArray());
                }
            });
        }
    }

    [Fact]
    public void Nodes_that_are_not_there_and_options_outside_their_range_are_refused()
    {
        UndirectedCsr graph = UndirectedCsr.FromEdges(3, [(0, 1), (1, 2)]);
        (string Code, Action Request)[] wrong =
        [
            ("PGA004", () => NodeSimilarity.MostSimilar(graph, 3)),
            ("PGA004", () => NodeSimilarity.OfPairs(graph, (((int, int)[])[(0, -1)]), SimilarityMeasure.Jaccard)),
            ("PGA001", () => NodeSimilarity.MostSimilar(graph, 0, new() { Most = 0 })),
            ("PGA001", () => NodeSimilarity.OfAll(graph, new() { MinScore = -1 })),
            ("PGA001", () => LinkPrediction.Compute(graph, new() { Most = 0 })),
            ("PGA001", () => LinkPrediction.Compute(graph, new() { MostPerShared = 1 })),
        ];
        Assert.All(wrong, w => Assert.Equal(w.Code, Assert.Throws<PapergraphException>(w.Request).Code));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Graphs_without_edges_have_nothing_similar(int nodes)
    {
        UndirectedCsr graph = UndirectedCsr.FromEdges(nodes, []);
        Assert.Equal(0, NodeSimilarity.OfAll(graph).EdgeCount);
        Assert.All(Measures, measure => Assert.True(LinkPrediction.Compute(graph, new() { Measure = measure }).IsEmpty));
    }

    // With loops and parallel edges, with and without weights: the sets are the same.
    private static UndirectedCsr[] Forms(RandomGraphs.EdgeList edges) =>
        [UndirectedCsr.Of(edges.Directed, ParallelEdges.Keep, keepLoops: true), UndirectedCsr.Of(edges.Weighted),
            UndirectedCsr.Of(edges.Directed)];

    private static HashSet<int>[] Sets(RandomGraphs.EdgeList edges)
    {
        HashSet<int>[] sets = [.. Enumerable.Range(0, edges.NodeCount).Select(_ => new HashSet<int>())];
        foreach ((int u, int v) in edges.Edges)
            if (u != v) _ = (sets[u].Add(v), sets[v].Add(u));
        return sets;
    }

    private static double Score(HashSet<int>[] sets, SimilarityMeasure measure, int u, int v)
    {
        int[] common = [.. sets[u].Intersect(sets[v]).Order()];
        double c = common.Length, a = sets[u].Count, b = sets[v].Count;
        double score = measure switch
        {
            SimilarityMeasure.CommonNeighbours => c,
            SimilarityMeasure.Jaccard => c / sets[u].Union(sets[v]).Count(),
            SimilarityMeasure.Cosine => c / Math.Sqrt(a * b),
            SimilarityMeasure.Sorensen => 2 * c / (a + b),
            SimilarityMeasure.HubPromoted => c / Math.Min(a, b),
            SimilarityMeasure.HubDepressed => c / Math.Max(a, b),
            SimilarityMeasure.LeichtHolmeNewman => c / (a * b),
            SimilarityMeasure.AdamicAdar => common.Sum(x => sets[x].Count < 2 ? 0 : 1 / Math.Log(sets[x].Count)),
            SimilarityMeasure.ResourceAllocation => common.Sum(x => 1.0 / sets[x].Count),
            _ => a * b,
        };
        return double.IsNaN(score) ? 0 : score;
    }
}
