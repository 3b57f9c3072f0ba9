using FsCheck;
using FsCheck.Fluent;
using Papergraph.Core;

namespace Papergraph.Algorithms.Tests;

public class MainPathTests
{
    private static readonly TraversalWeight[] Kinds = Enum.GetValues<TraversalWeight>();

    // Citations of earlier papers only, parallel ones among them.
    private static Arbitrary<RandomGraphs.EdgeList> Acyclic() =>
        RandomGraphs.Small(mostNodes: 8, mostEdges: 16).Generator.Select(g => g with { Edges = LaterToEarlier(g.Edges) }).ToArbitrary();

    private static (int Source, int Target)[] LaterToEarlier((int Source, int Target)[] edges) =>
        [.. edges.Where(e => e.Source != e.Target).Select(e => (Math.Max(e.Source, e.Target), Math.Min(e.Source, e.Target)))];

    // Oracle: every path is walked.
    [Fact]
    public void A_citation_weighs_as_many_search_paths_as_run_through_it() =>
        Prop.ForAll(Acyclic(), edges =>
        {
            (int Citing, int Cited)[] sorted = [.. edges.Edges.Order()];
            foreach (TraversalWeight kind in Kinds)
            {
                TraversalCounts counts = MainPath.Weights(edges.Directed, new() { Weight = kind });
                Assert.Equal(0, counts.ScaleExponent);
                Assert.Equal(Walked(edges.NodeCount, sorted, kind), counts.Weights.ToArray());
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    // Oracle: of all walked paths from source to sink those with the greatest sum; for a key-route those through it.
    [Fact]
    public void The_global_main_path_is_the_heaviest_of_all_paths() =>
        Prop.ForAll(Acyclic(), edges =>
        {
            (int Citing, int Cited)[] sorted = [.. edges.Edges.Order()];
            foreach (TraversalWeight kind in Kinds)
            {
                double[] weights = Walked(edges.NodeCount, sorted, kind);
                List<int[]> paths = [.. Paths(edges.NodeCount, sorted).Where(path => IsFull(sorted, path))];
                (int, int)[] Heaviest(Func<int[], bool> allowed)
                {
                    int[][] some = [.. paths.Where(allowed)];
                    double best = some.Length == 0 ? 0 : some.Max(path => path.Sum(e => weights[e]));
                    return [.. some.Where(path => path.Sum(e => weights[e]) == best)
                        .SelectMany(path => path.Select(e => (sorted[e].Cited, sorted[e].Citing)))
                        .Distinct().Order()];
                }

                (int, int)[] Found(MainPathOptions options) =>
                    [.. MainPath.Compute(edges.Directed, options).Links.ToArray().Select(link => (link.Cited, link.Citing)).Order()];

                Assert.Equal(Heaviest(_ => true), Found(new() { Weight = kind }));
                if (sorted.Length == 0) continue;
                int key = Enumerable.Range(0, sorted.Length).OrderByDescending(e => weights[e]).ThenBy(e => sorted[e]).First();
                Assert.Equal(
                    Heaviest(path => path.Any(e => sorted[e] == sorted[key])),
                    Found(new() { Weight = kind, Search = MainPathSearch.KeyRouteGlobal, KeyRoutes = 1 }));
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    [Fact]
    public void Key_routes_hold_the_heaviest_citations_and_run_from_sources_to_sinks() =>
        Prop.ForAll(Acyclic(), edges =>
        {
            (int Citing, int Cited)[] sorted = [.. edges.Edges.Order()];
            double[] weights = Walked(edges.NodeCount, sorted, TraversalWeight.SearchPathCount);
            foreach (MainPathSearch search in (MainPathSearch[])[MainPathSearch.KeyRouteLocal, MainPathSearch.KeyRouteGlobal])
            {
                MainPathResult path = MainPath.Compute(edges.Directed, new() { Search = search, KeyRoutes = 3 });
                HashSet<(int, int)> links = [.. path.Links.ToArray().Select(link => (link.Citing, link.Cited))];
                IEnumerable<(int, int)> keys = sorted.Zip(weights).DistinctBy(e => e.First)
                    .OrderByDescending(e => e.Second).ThenBy(e => e.First).Take(3).Select(e => e.First);
                Assert.All(keys, key => Assert.Contains(key, links));
                Assert.All(path.Papers.ToArray(), paper =>
                {
                    Assert.Equal(sorted.Any(e => e.Citing == paper), links.Any(link => link.Item1 == paper));
                    Assert.Equal(sorted.Any(e => e.Cited == paper), links.Any(link => link.Item2 == paper));
                });
                Assert.Equal(links.SelectMany(link => (int[])[link.Item1, link.Item2]).Distinct().Order(), path.Papers.ToArray().Order());
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    // Sources 0 and 1; 2 is where all knowledge meets; 3 leads to three sinks, 4 to one. By hand: 2>3 carries 6 of 8 paths.
    [Fact]
    public void Local_searches_follow_the_heaviest_citation_at_each_step()
    {
        DirectedCsr graph = DirectedCsr.FromEdges(9, [(2, 0), (2, 1), (3, 2), (4, 2), (5, 3), (6, 3), (7, 3), (8, 4)]);
        (int, int)[] Found(MainPathSearch search) =>
            [.. MainPath.Compute(graph, new() { Search = search }).Links.ToArray().Select(link => (link.Cited, link.Citing)).Order()];
        Assert.Equal([(0, 2), (1, 2), (2, 3), (3, 5), (3, 6), (3, 7)], Found(MainPathSearch.LocalForward));

        // Each citation by a sink carries two paths, so backward search begins with all four.
        Assert.Equal([(0, 2), (1, 2), (2, 3), (2, 4), (3, 5), (3, 6), (3, 7), (4, 8)], Found(MainPathSearch.LocalBackward));
        MainPathResult path = MainPath.Compute(graph, new() { Search = MainPathSearch.LocalForward });
        Assert.Equal([0, 1, 2, 3, 5, 6, 7], path.Papers.ToArray());
        Assert.Equal(6, path.Links.ToArray().Single(link => link is { Cited: 2, Citing: 3 }).Weight);
    }

    [Fact]
    public void Circles_are_refused_or_left_out()
    {
        DirectedCsr graph = DirectedCsr.FromEdges(6, [(1, 0), (2, 1), (3, 2), (1, 3), (4, 3), (4, 4), (5, 4)]);
        PapergraphException refused = Assert.Throws<PapergraphException>(() => MainPath.Compute(graph));
        Assert.Equal("PGA061", refused.Code);
        Assert.Matches("node [123] ", refused.Message);
        MainPathResult path = MainPath.Compute(graph, new() { Cycles = CitationCycles.Drop });
        Assert.Equal(3, path.Dropped);
        Assert.Equal([(3, 4), (4, 5)], path.Links.ToArray().Select(link => (link.Cited, link.Citing)));
    }

    [Fact]
    public void A_self_loop_is_no_circle_and_no_citation()
    {
        DirectedCsr graph = DirectedCsr.FromEdges(2, [(0, 0), (1, 0), (1, 1)]);
        Assert.Equal([0, 1, 0], MainPath.Weights(graph).Weights.ToArray());
        Assert.Equal([new(0, 1, 1)], MainPath.Compute(graph).Links.ToArray());
    }

    // Each diamond doubles the paths: 2⁵⁰⁰⁰ of them, far beyond a double. Every citation carries half of all.
    [Fact]
    public void Counts_beyond_a_double_keep_their_ratios()
    {
        List<(int, int)> edges = [];
        for (int diamond = 0; diamond < 5000; diamond++)
        {
            int from = 3 * diamond;
            edges.AddRange([(from + 1, from), (from + 2, from), (from + 3, from + 1), (from + 3, from + 2)]);
        }

        DirectedCsr graph = DirectedCsr.FromEdges(15_001, [.. edges]);
        TraversalCounts counts = MainPath.Weights(graph);
        Assert.All(counts.Weights.ToArray(), weight => Assert.Equal(4999, Math.Log2(weight) + counts.ScaleExponent));
        Assert.Equal(20_000, MainPath.Compute(graph).Links.Length);
    }

    [Fact]
    public void Stars_and_paths_of_a_million_are_gone_through_without_recursion()
    {
        DirectedCsr path = DirectedCsr.FromEdges(1_000_000, [.. Enumerable.Range(1, 999_999).Select(paper => (paper, paper - 1))]);
        Assert.Equal(999_999, MainPath.Compute(path).Links.Length);
        DirectedCsr star = DirectedCsr.FromEdges(1_000_001, [.. Enumerable.Range(1, 1_000_000).Select(paper => (paper, 0))]);
        Assert.All(MainPath.Weights(star).Weights.ToArray(), weight => Assert.Equal(1, weight));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void Without_citations_there_is_no_main_path(int papers)
    {
        foreach (MainPathSearch search in Enum.GetValues<MainPathSearch>())
        {
            MainPathResult path = MainPath.Compute(DirectedCsr.FromEdges(papers, []), new() { Search = search });
            Assert.True(path.Papers.IsEmpty && path.Links.IsEmpty);
        }
    }

    private static double[] Walked(int nodes, (int Citing, int Cited)[] edges, TraversalWeight kind)
    {
        double[] weights = new double[edges.Length];
        foreach (int[] path in Paths(nodes, edges))
        {
            bool fromSource = edges.All(e => e.Citing != edges[path[0]].Cited), toSink = edges.All(e => e.Cited != edges[path[^1]].Citing);
            if ((fromSource || kind != TraversalWeight.SearchPathCount) && (toSink || kind == TraversalWeight.SearchPathNodePair))
                foreach (int edge in path) weights[edge]++;
        }

        return weights;
    }

    private static bool IsFull((int Citing, int Cited)[] edges, int[] path) =>
        edges.All(e => e.Citing != edges[path[0]].Cited) && edges.All(e => e.Cited != edges[path[^1]].Citing);

    // All paths along the flow, as numbers of edges, parallel ones told apart.
    private static List<int[]> Paths(int nodes, (int Citing, int Cited)[] edges)
    {
        List<int[]> all = [];
        void Walk(int[] path, int at)
        {
            for (int e = 0; e < edges.Length; e++)
            {
                if (edges[e].Cited != at) continue;
                all.Add([.. path, e]);
                Walk(all[^1], edges[e].Citing);
            }
        }

        for (int start = 0; start < nodes; start++) Walk([], start);
        return all;
    }
}
