using System.Reflection;
using System.Runtime.ExceptionServices;
using Papergraph.Core;

namespace Papergraph.Algorithms.Tests.Conformance;

/// <summary>Every kernel on the graphs that break kernels.</summary>
public class HostileGraphTests
{
    private static readonly Execution OneThread = new() { Threads = 1 }, ThreeThreads = new() { Threads = 3 };

    public static TheoryData<string> Kernels => [.. KernelCatalogue.All.Select(kernel => kernel.ToString())];

    [Fact]
    public void Every_kernel_that_takes_a_graph_is_among_those_tried()
    {
        Type[] graphs = [typeof(DirectedCsr), typeof(UndirectedCsr)];
        IEnumerable<string> kernels =
            from type in typeof(Execution).Assembly.GetExportedTypes()
            where type.IsAbstract && type.IsSealed
            where type.GetMethods(BindingFlags.Public | BindingFlags.Static).Any(m => m.GetParameters().Any(p => graphs.Contains(p.ParameterType)))
            select type.Name;
        Assert.Equal(kernels.Order(StringComparer.Ordinal), KernelCatalogue.All.Select(call => call.Kernel.Name).Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Kernels))]
    public void Small_oddities_are_graphs_like_any_other_and_threads_change_no_bit(string name)
    {
        KernelCall kernel = Named(name);
        foreach ((string what, KernelGraph graph) in SmallOddities())
        {
            string one = Outcome(kernel, graph, OneThread), three = Outcome(kernel, graph, ThreeThreads);
            Assert.True(one == three, $"{name} on {what}: {one} with one thread, {three} with three");
        }
    }

    [Theory]
    [MemberData(nameof(Kernels))]
    public void Stars_and_paths_are_done_without_deep_calls_or_long_waits(string name)
    {
        KernelCall kernel = Named(name);
        int n = kernel.MostNodes;
        foreach (KernelGraph graph in n == Large.Path.NodeCount ? (KernelGraph[])[Large.Path, Large.InStar, Large.OutStar] : [Path(n), InStar(n), OutStar(n)])
        {
            object? result = Ended(() => kernel.Run(graph, ThreeThreads), name);
            Assert.NotNull(result);
        }
    }

    [Theory]
    [MemberData(nameof(Kernels))]
    public void Weights_that_are_no_weights_are_refused_or_mean_nothing(string name)
    {
        KernelCall kernel = Named(name);
        (int, int)[] edges = [(0, 1), (1, 2), (2, 3), (0, 3), (3, 4), (1, 4)];
        string without = Outcome(kernel, new KernelGraph(DirectedCsr.FromEdges(5, edges)), OneThread);
        foreach (double weight in (double[])[double.NaN, double.PositiveInfinity, double.NegativeInfinity])
        {
            KernelGraph graph = new(DirectedCsr.FromEdges(5, edges, [1, 1, weight, 1, 1, 1]));
            string with = Outcome(kernel, graph, OneThread);
            if (with != without && !kernel.HandsWeightsOn) Assert.Equal("PGA002", with);
        }
    }

    [Fact]
    public void A_star_and_a_path_of_a_million_have_the_answers_of_pencil_and_paper()
    {
        int n = Large.Path.NodeCount;
        DirectedCsr path = Large.Path.Directed;
        UndirectedCsr star = Large.InStar.Undirected;
        Assert.Equal(1, WeakComponents.Compute(path).Count);
        Assert.Equal(n, StrongComponents.Compute(path).Count);
        Assert.Equal(1, CoreNumbers.Compute(star).Degeneracy);
        Assert.Equal((0, 0), (Triangles.Compute(star).Total, Triangles.Compute(Large.Path.Undirected).Total));
        Assert.Equal(n - 1, ShortestPaths.BreadthFirst(path, 0).Span[n - 1]);
        Assert.Equal(n - 1, ShortestPaths.Weighted(path, 0).Distances.Span[n - 1]);
        Assert.Equal(n, ShortestPaths.Between(path, 0, n - 1)!.Nodes.Length);
        Assert.Equal(n - 1, Assert.Single(KShortestPaths.Find(path, 0, n - 1, 3)).Length);
        Assert.Equal(n - 1, LongestPath.Compute(path).Length);
        Assert.Equal(Enumerable.Range(0, n), TopologicalOrder.Compute(path).Order.ToArray());
        SpanningForest tree = MinimumSpanningTree.Compute(star);
        Assert.Equal((n - 1, n - 1.0, 1), (tree.Sources.Length, tree.TotalWeight, tree.TreeCount));
        // Every leaf has the rank of the surfer who starts there; the hub that of all of them besides.
        double hub = PageRank.Compute(Large.InStar.Directed).Scores.Span[0], leaf = PageRank.Compute(Large.InStar.Directed).Scores.Span[1];
        Assert.Equal(1 + (0.85 * (n - 1)), hub / leaf, 1.0);
        Assert.Equal(1, hub + ((n - 1) * leaf), 1e-6);
        // √n parts of √n nodes: modularity 1 − 2/√n at best.
        Assert.InRange(Leiden.Compute(Large.Path.Undirected).Quality, 0.99, 1 - (1 / Math.Sqrt(n)));
    }

    private static KernelCall Named(string name) => KernelCatalogue.All.Single(kernel => kernel.ToString() == name);

    // A request that a kernel refuses is an outcome too; a failure of any other kind is not, and fails the test.
    private static string Outcome(KernelCall kernel, KernelGraph graph, Execution execution)
    {
        try
        {
            return ResultBits.Of(Ended(() => kernel.Run(graph, execution), kernel.ToString()));
        }
        catch (PapergraphException refused)
        {
            return refused.Code;
        }
    }

    // On a stack of 256 KB, which calls within calls as many as nodes would overflow.
    private static object? Ended(Func<object?> kernel, string name)
    {
        ExceptionDispatchInfo? failure = null;
        object? result = null;
        Thread thread = new(Run, maxStackSize: 256 << 10) { IsBackground = true };
        thread.Start();
        Assert.True(thread.Join(TimeSpan.FromMinutes(1)), $"{name} does not come to an end");
        failure?.Throw();
        return result;

        void Run()
        {
            try
            {
                result = kernel();
            }
            catch (Exception e)
            {
                failure = ExceptionDispatchInfo.Capture(e);
            }
        }
    }

    private static IEnumerable<(string, KernelGraph)> SmallOddities()
    {
        yield return ("no nodes", Graph(0, []));
        yield return ("one node", Graph(1, []));
        yield return ("one node with a loop", Graph(1, [(0, 0)]));
        yield return ("one node with three loops", Graph(1, [(0, 0), (0, 0), (0, 0)]));
        yield return ("two nodes", Graph(2, [(0, 1)]));
        yield return ("two nodes and all edges", Graph(2, [(0, 1), (1, 0), (0, 0), (1, 1)]));
        yield return ("no edges", Graph(1000, []));
        yield return ("loops alone", Graph(300, [.. Enumerable.Range(0, 300).Select(node => (node, node))]));
        yield return ("parallel edges", Graph(4, [.. Enumerable.Range(0, 600).Select(i => (i % 3, (i % 3) + 1))]));
        yield return ("two parts and nodes beside", Graph(40, [.. Enumerable.Range(0, 10).SelectMany(i => ((int, int)[])[(i, (i + 1) % 10), (20 + i, 20 + ((i + 3) % 10))])]));
        yield return ("all pairs", Graph(25, [.. Enumerable.Range(0, 625).Select(i => (i / 25, i % 25))]));
        yield return ("an edge between the last two nodes", Graph(5000, [(4999, 4998)]));
        yield return ("weights of zero", new KernelGraph(DirectedCsr.FromEdges(4, [(0, 1), (1, 2), (2, 0), (2, 3)], [0, 0, 0, 0])));
        yield return ("weights near the greatest double", new KernelGraph(DirectedCsr.FromEdges(4, [(0, 1), (1, 2), (2, 3), (0, 3)], [1e308, 1e308, 1e308, 1])));
        yield return ("rows that begin late", new KernelGraph(LateRows()));
        yield return ("a random graph", new KernelGraph(Paths.WeightedPathsTests.Random(300, 1500, "uniform", seed: 8).Unweighted()));
    }

    private static KernelGraph Graph(int nodes, (int, int)[] edges) => new(DirectedCsr.FromEdges(nodes, edges));

    // Nodes before and behind those that rows cover have no edges.
    private static DirectedCsr LateRows() => new(
        30,
        CsrRows.OfArrays([0, 2, 3], [11, 20, 20], firstNode: 10),
        CsrRows.OfArrays([0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 3], [10, 10, 11], firstNode: 11));

    private static KernelGraph Path(int n) => Graph(n, [.. Enumerable.Range(0, n - 1).Select(node => (node, node + 1))]);

    private static KernelGraph InStar(int n) => Graph(n, [.. Enumerable.Range(1, n - 1).Select(node => (node, 0))]);

    private static KernelGraph OutStar(int n) => Graph(n, [.. Enumerable.Range(1, n - 1).Select(node => (0, node))]);

    private static class Large
    {
        private const int Nodes = 1_000_000;

        internal static KernelGraph Path { get; } = HostileGraphTests.Path(Nodes);

        internal static KernelGraph InStar { get; } = HostileGraphTests.InStar(Nodes);

        internal static KernelGraph OutStar { get; } = HostileGraphTests.OutStar(Nodes);
    }
}
