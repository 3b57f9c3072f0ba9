using FsCheck;
using FsCheck.Fluent;
using Papergraph.Core;

namespace Papergraph.Algorithms.Tests;

public class HierarchicalClusteringTests
{
    private static readonly Linkage[] Linkages = Enum.GetValues<Linkage>();

    // Points in general position: no two distances are equal, so there is one hierarchy.
    private static Arbitrary<double[]> Points() => (
        from n in Gen.Choose(0, 11)
        from coordinates in Gen.Choose(0, 1_000_000).Select(c => c / 7919.0).ArrayOf(2 * n)
        select coordinates).ToArbitrary();

    // Oracle: the nearest two groups are joined again and again, their distance computed from their points by definition.
    [Fact]
    public void The_nearest_groups_are_joined_first() =>
        Prop.ForAll(Points(), points =>
        {
            int n = points.Length / 2;
            double[] distances =
                [.. from i in Enumerable.Range(0, n) from j in Enumerable.Range(i + 1, n - i - 1) select Distance(points, i, j)];
            foreach (Linkage linkage in Linkages)
            {
                List<(int[] Leaves, double Height)> expected = Joined(n, linkage, points);
                Dendrogram[] found =
                [
                    HierarchicalClustering.OfVectors(points, 2, linkage), HierarchicalClustering.OfDistances(distances, n, linkage),
                    HierarchicalClustering.OfVectors(points, 2, linkage, new() { Threads = 3 }),
                ];
                Assert.All(found, dendrogram =>
                {
                    AssertValid(dendrogram, n);
                    Assert.Equal(expected.Count, dendrogram.Merges.Length);
                    for (int i = 0; i < expected.Count; i++)
                    {
                        Assert.Equal(expected[i].Height, dendrogram.Merges.Span[i].Height, 1e-9 * Math.Max(1, expected[i].Height));
                        Assert.Equal(expected[i].Leaves, LeavesOf(dendrogram, n + i).Order());
                    }
                });
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(100));

    // Recorded from scipy.cluster.hierarchy.linkage 1.10.1 over the same thirty points: heights of five merges, the sum of all, and the sum
    // of all cophenetic distances.
    [Theory]
    [InlineData(Linkage.Single, 86.346162556844, 1763.5079818981, 0.8322286972, 2.3808962152, 3.1264930334, 5.004288367, 5.8469464137)]
    [InlineData(Linkage.Complete, 161.794370251371, 6166.1525066353, 0.8322286972, 2.7313521421, 6.3609288604, 13.5796301216, 18.53943484)]
    [InlineData(Linkage.Average, 124.245694814804, 3402.0274737642, 0.8322286972, 2.6480476124, 4.7421462043, 9.2813774325, 10.6850699713)]
    [InlineData(Linkage.Weighted, 127.584200234667, 3922.0060002518, 0.8322286972, 2.6480476124, 5.1029340168, 9.3756707882, 11.2773939524)]
    [InlineData(Linkage.Ward, 182.133771541024, 7802.1704596044, 0.8322286972, 2.7313521421, 6.4220442907, 20.2963801473, 22.720153685)]
    public void Heights_are_those_of_scipy(Linkage linkage, double sum, double cophenetic, params double[] heights)
    {
        double[] points = [.. Enumerable.Range(0, 30).SelectMany(i =>
            (double[])[(i * i * 13 % 101 / 10.0) + (0.003 * i), (((i * 29) + (i * i * i)) % 97 / 7.0) + (0.0007 * i * i),
                i * 17 % 31 / 3.0])];
        Dendrogram dendrogram = HierarchicalClustering.OfVectors(points, 3, linkage);
        double[] found = [.. dendrogram.Merges.ToArray().Select(merge => merge.Height)];
        Assert.Equal(sum, found.Sum(), 1e-9);
        Assert.All(((int[])[0, 9, 19, 27, 28]).Zip(heights), pair => Assert.Equal(pair.Second, found[pair.First], 1e-9));
        double all = 0;
        for (int i = 0; i < 30; i++)
            for (int j = 0; j < i; j++) all += dendrogram.CopheneticDistance(i, j);
        Assert.Equal(cophenetic, all, 1e-8);
    }

    // Oracle: of all pairs of groups with an edge the most alike are joined; their likeness is computed from all edges between them.
    [Fact]
    public void Groups_of_a_graph_are_joined_by_their_likeness() =>
        Prop.ForAll(RandomGraphs.Small(mostNodes: 9), edges =>
        {
            // Weights no two of which are alike, so that there is one hierarchy.
            double[] odd = [.. edges.Weights.Select((w, i) => w + Math.Sqrt(i + 2))];
            UndirectedCsr graph = UndirectedCsr.FromEdges(edges.NodeCount, edges.Edges, odd, keepLoops: true);
            foreach (GraphLinkage linkage in Enum.GetValues<GraphLinkage>())
            {
                Dendrogram dendrogram = HierarchicalClustering.Compute(graph, linkage);
                AssertValid(dendrogram, edges.NodeCount);
                List<int[]> groups = [.. Enumerable.Range(0, edges.NodeCount).Select(node => (int[])[node])];
                for (int merge = 0; groups.Count > 1; merge++)
                {
                    (int, int, double)[] pairs = [..
                        from i in Enumerable.Range(0, groups.Count)
                        from j in Enumerable.Range(i + 1, groups.Count - i - 1)
                        let l = Likeness(graph, linkage, groups[i], groups[j])
                        orderby l descending
                        select (i, j, l)];
                    (int a, int b, double likeness) = pairs[0];

                    // Two leaves of one hub are as much above chance whatever their weights: then more than one hierarchy is right.
                    if (likeness > 0 && pairs.Length > 1 && pairs[1].Item3 > likeness * (1 - 1e-9)) break;
                    double height = dendrogram.Merges.Span[merge].Height;
                    if (likeness == 0)
                    {
                        Assert.Equal(double.PositiveInfinity, height);
                        break;
                    }

                    Assert.Equal(1 / likeness, height, 1e-9 / likeness);
                    int[] joined = [.. groups[a], .. groups[b]];
                    Assert.Equal(joined.Order(), LeavesOf(dendrogram, edges.NodeCount + merge).Order());
                    groups.RemoveAt(b);
                    groups[a] = joined;
                }
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    [Fact]
    public void Two_cliques_with_a_bridge_are_told_apart()
    {
        (int, int)[] edges =
            [.. from i in Enumerable.Range(0, 12) from j in Enumerable.Range(0, i) where i / 6 == j / 6 || (i, j) == (6, 5) select (i, j)];
        foreach (GraphLinkage linkage in (GraphLinkage[])[GraphLinkage.Average, GraphLinkage.Modularity])
        {
            Partition groups = HierarchicalClustering.Compute(UndirectedCsr.FromEdges(12, edges), linkage).Cut(2);
            Assert.Equal([0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1], groups.Groups.ToArray());
        }
    }

    [Fact]
    public void Cuts_by_height_and_by_number_agree()
    {
        double[] points = [.. Enumerable.Range(0, 40).Select(i => (double)(i * i * 17 % 1009))];
        Dendrogram dendrogram = HierarchicalClustering.OfVectors(points, 1, Linkage.Average);
        for (int count = 1; count <= 40; count++)
        {
            Partition cut = dendrogram.Cut(count);
            Assert.Equal(count, cut.Count);
            double height = count == 40 ? 0 : dendrogram.Merges.Span[39 - count].Height;
            if (count == 1 || height < dendrogram.Merges.Span[40 - count].Height)
                Assert.Equal(cut.Groups.ToArray(), dendrogram.CutAt(height).Groups.ToArray());
        }

        // Leaves of a group stand together.
        int[] order = dendrogram.LeafOrder().ToArray();
        Assert.Equal(Enumerable.Range(0, 40), order.Order());
        Assert.Equal(7, 1 + order.Zip(order.Skip(1)).Count(pair => dendrogram.Cut(7)[pair.First] != dendrogram.Cut(7)[pair.Second]));
    }

    [Fact]
    public void Stars_and_paths_of_many_nodes_are_clustered_without_recursion()
    {
        const int Count = 200_000;
        UndirectedCsr star = UndirectedCsr.FromEdges(Count, [.. Enumerable.Range(1, Count - 1).Select(leaf => (0, leaf))]);
        UndirectedCsr path = UndirectedCsr.FromEdges(Count, [.. Enumerable.Range(1, Count - 1).Select(node => (node - 1, node))]);
        foreach (UndirectedCsr graph in (UndirectedCsr[])[star, path])
        {
            Dendrogram dendrogram = HierarchicalClustering.Compute(graph, GraphLinkage.Average);
            Assert.Equal(Count - 1, dendrogram.Merges.Length);
            Assert.Equal(Count, dendrogram.LeafOrder().Length);
            Assert.Equal(1, dendrogram.Cut(1).Count);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public void Nodes_without_edges_become_one_at_infinity(int nodes)
    {
        Dendrogram dendrogram = HierarchicalClustering.Compute(UndirectedCsr.FromEdges(nodes, []));
        Assert.Equal(Math.Max(0, nodes - 1), dendrogram.Merges.Length);
        Assert.All(dendrogram.Merges.ToArray(), merge => Assert.Equal(double.PositiveInfinity, merge.Height));
        Assert.Equal(nodes, dendrogram.CutAt(1e300).Count);
        Assert.Equal(nodes, dendrogram.LeafOrder().Length);
    }

    [Fact]
    public void Points_that_lie_on_each_other_are_joined_at_height_zero()
    {
        foreach (Linkage linkage in Linkages)
            Assert.All(HierarchicalClustering.OfVectors(new double[20], 2, linkage).Merges.ToArray(), merge =>
                Assert.Equal(0, merge.Height));
    }

    [Fact]
    public void What_cannot_be_clustered_or_cut_is_refused()
    {
        Dendrogram dendrogram = HierarchicalClustering.OfVectors(new double[] { 0, 1, 5 }, 1, Linkage.Single);
        (string Code, Action Request)[] wrong =
        [
            ("PGA001", () => dendrogram.Cut(0)), ("PGA001", () => dendrogram.Cut(4)), ("PGA001", () => dendrogram.CutAt(double.NaN)),
            ("PGA004", () => dendrogram.CopheneticDistance(0, 3)),
            ("PGA001", () => HierarchicalClustering.OfVectors(new double[3], 2, Linkage.Ward)),
            ("PGA065", () => HierarchicalClustering.OfVectors(new double[] { 0, double.NaN }, 1, Linkage.Ward)),
            ("PGA062", () => HierarchicalClustering.OfVectors(new double[HierarchicalClustering.MostPoints + 1], 1, Linkage.Ward)),
            ("PGA003", () => HierarchicalClustering.OfDistances(new double[2], 3, Linkage.Average)),
            ("PGA065", () => HierarchicalClustering.OfDistances(new double[] { -1 }, 2, Linkage.Average)),
            ("PGA002", () => HierarchicalClustering.Compute(UndirectedCsr.FromEdges(2, [(0, 1)], [-1]))),
        ];
        Assert.All(wrong, w => Assert.Equal(w.Code, Assert.Throws<PapergraphException>(w.Request).Code));
    }

    private static double Distance(double[] points, int i, int j) => Math.Sqrt(
        Math.Pow(points[2 * i] - points[2 * j], 2) + Math.Pow(points[(2 * i) + 1] - points[(2 * j) + 1], 2));

    private static List<(int[] Leaves, double Height)> Joined(int n, Linkage linkage, double[] points)
    {
        // A group knows how it was made: WPGMA is defined by that.
        List<(int[] Leaves, Tree Tree)> groups = [.. Enumerable.Range(0, n).Select(i => ((int[])[i], new Tree(i, null, null)))];
        List<(int[], double)> merges = [];
        while (groups.Count > 1)
        {
            (int a, int b, double height) = (
                from i in Enumerable.Range(0, groups.Count)
                from j in Enumerable.Range(i + 1, groups.Count - i - 1)
                let d = Between(linkage, points, groups[i], groups[j])
                orderby d
                select (i, j, d)).First();
            (int[] Leaves, Tree) joined = ([.. groups[a].Leaves, .. groups[b].Leaves], new Tree(-1, groups[a].Tree, groups[b].Tree));
            groups.RemoveAt(b);
            groups[a] = joined;
            merges.Add(([.. joined.Leaves.Order()], height));
        }

        return merges;
    }

    private sealed record Tree(int Leaf, Tree? Left, Tree? Right);

    private static double Between(Linkage linkage, double[] points, (int[] Leaves, Tree Tree) a, (int[] Leaves, Tree Tree) b)
    {
        IEnumerable<double> pairs = from i in a.Leaves from j in b.Leaves select Distance(points, i, j);
        double Mean(Tree x, Tree y) => x.Left is not null ? (Mean(x.Left, y) + Mean(x.Right!, y)) / 2
            : y.Left is not null ? (Mean(x, y.Left) + Mean(x, y.Right!)) / 2 : Distance(points, x.Leaf, y.Leaf);
        double Centre(int[] leaves, int axis) => leaves.Average(i => points[(2 * i) + axis]);
        return linkage switch
        {
            Linkage.Single => pairs.Min(),
            Linkage.Complete => pairs.Max(),
            Linkage.Average => pairs.Average(),
            Linkage.Weighted => Mean(a.Tree, b.Tree),
            _ => Math.Sqrt(2.0 * a.Leaves.Length * b.Leaves.Length / (a.Leaves.Length + b.Leaves.Length)
                * (Math.Pow(Centre(a.Leaves, 0) - Centre(b.Leaves, 0), 2) + Math.Pow(Centre(a.Leaves, 1) - Centre(b.Leaves, 1), 2))),
        };
    }

    private static double Likeness(UndirectedCsr graph, GraphLinkage linkage, int[] a, int[] b)
    {
        double Weight(int u, int v) => graph.Neighbours(u).ToArray().Zip(graph.Rows.WeightsOf(u).ToArray()).Where(e => e.First == v)
            .Sum(e => e.Second);
        double Degree(int u) => Enumerable.Range(0, graph.NodeCount).Sum(v => Weight(u, v)) + Weight(u, u);
        double[] weights = [.. from u in a from v in b select Weight(u, v)];
        return linkage switch
        {
            GraphLinkage.Average => weights.Average(),
            GraphLinkage.Single => weights.Max(),
            _ => weights.Sum() == 0
                ? 0 : weights.Sum() * Enumerable.Range(0, graph.NodeCount).Sum(Degree) / (a.Sum(Degree) * b.Sum(Degree)),
        };
    }

    private static int[] LeavesOf(Dendrogram dendrogram, int group)
    {
        if (group < dendrogram.LeafCount) return [group];
        DendrogramMerge merge = dendrogram.Merges.Span[group - dendrogram.LeafCount];
        return [.. LeavesOf(dendrogram, merge.First), .. LeavesOf(dendrogram, merge.Second)];
    }

    // Every group but the last is part of one later group, sizes add up, heights rise.
    private static void AssertValid(Dendrogram dendrogram, int leaves)
    {
        DendrogramMerge[] merges = dendrogram.Merges.ToArray();
        Assert.Equal(leaves, dendrogram.LeafCount);
        Assert.Equal(Math.Max(0, leaves - 1), merges.Length);
        Assert.Equal(Enumerable.Range(0, Math.Max(0, (2 * leaves) - 2)), merges.SelectMany(m => (int[])[m.First, m.Second]).Order());
        for (int i = 0; i < merges.Length; i++)
        {
            Assert.True(merges[i].First < merges[i].Second && merges[i].Second < leaves + i);
            Assert.Equal(merges[i].Size, LeavesOf(dendrogram, leaves + i).Length);
            Assert.True(i == 0 || merges[i].Height >= merges[i - 1].Height);
        }
    }
}
