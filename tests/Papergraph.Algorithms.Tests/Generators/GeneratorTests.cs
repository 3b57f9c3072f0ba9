using Papergraph.Core;

namespace Papergraph.Algorithms.Tests;

/// <summary>What is true of every generator.</summary>
public class GeneratorTests
{
    private static readonly Dictionary<string, Func<ulong, Execution, DirectedCsr>> All = new()
    {
        ["G(n, p)"] = (seed, run) => ErdosRenyi.GenerateDirected(new() { Nodes = 5000, Probability = 0.001, Seed = seed }, run),
        ["G(n, m)"] = (seed, run) => ErdosRenyi.Generate(new() { Nodes = 3000, Edges = 9000, Seed = seed }, run).AsDirected(),
        ["Barabási–Albert"] = (seed, run) => BarabasiAlbert.Generate(new() { Nodes = 3000, EdgesPerNode = 4, Seed = seed }, run).AsDirected(),
        ["R-MAT"] = (seed, run) => RMat.Generate(new() { Scale = 13, PermuteNodes = true, Seed = seed }, run),
        ["LFR"] = (seed, run) => Lfr.Generate(new() { Seed = seed }, run).Graph.AsDirected(),
        ["forest fire"] = (seed, run) => ForestFire.Generate(new() { Seed = seed }, run),
        ["citations"] = (seed, run) => CitationGraphGenerator.Generate(new() { Nodes = 20_000, Seed = seed }, run).Graph,
    };

    public static TheoryData<string> Names => [.. All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_graph_is_a_function_of_its_seed_for_any_number_of_threads(string name)
    {
        long[] first = Rows(All[name](7, new() { Threads = 1 }));
        foreach (int threads in (int[])[2, 3, 8]) Assert.Equal(first, Rows(All[name](7, new() { Threads = threads })));
        Assert.NotEqual(first, Rows(All[name](8, new() { Threads = 1 })));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_cancelled_generation_ends(string name) =>
        Assert.Throws<OperationCanceledException>(() => All[name](7, new() { Threads = 2, Cancellation = new CancellationToken(canceled: true) }));

    [Fact]
    public void Options_outside_their_range_are_refused_with_their_names()
    {
        (string Named, Action Generate)[] bad =
        [
            ("nodes", () => ErdosRenyi.Generate(new() { Nodes = -1, Edges = 0 })),
            ("probability", () => ErdosRenyi.Generate(new() { Probability = double.NaN })),
            ("probability", () => ErdosRenyi.Generate(new())),
            ("edges", () => ErdosRenyi.Generate(new() { Nodes = 4, Edges = 7 })),
            ("edges-per-node", () => BarabasiAlbert.Generate(new() { EdgesPerNode = 0 })),
            ("nodes", () => BarabasiAlbert.Generate(new() { Nodes = 3, EdgesPerNode = 3 })),
            ("scale", () => RMat.Generate(new() { Scale = 31 })),
            ("share", () => RMat.Generate(new() { A = 0.9, B = 0.2 })),
            ("forward", () => ForestFire.Generate(new() { Forward = 1 })),
            ("backward-ratio", () => ForestFire.Generate(new() { Forward = 0.5, BackwardRatio = 2 })),
            ("mixing", () => Lfr.Generate(new() { Mixing = 1.1 })),
            ("max-community", () => Lfr.Generate(new() { MaxCommunity = 10 })),
            ("max-community", () => Lfr.Generate(new() { Nodes = 500, MaxDegree = 200, Mixing = 0.1 })),
            ("average-degree", () => Lfr.Generate(new() { AverageDegree = 1.5, MaxDegree = 90 })),
            ("references", () => CitationGraphGenerator.Generate(new() { References = 0 })),
            ("inside", () => CitationGraphGenerator.Generate(new() { Inside = -0.1 })),
        ];
        foreach ((string named, Action generate) in bad)
            Assert.Contains(named, Assert.ThrowsAny<PapergraphException>(generate).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_least_sizes_are_generated()
    {
        Assert.Equal(0, ErdosRenyi.Generate(new() { Nodes = 0, Edges = 0 }).NodeCount);
        Assert.Equal(0, ErdosRenyi.Generate(new() { Nodes = 1, Probability = 1 }).EdgeCount);
        Assert.Equal(1, BarabasiAlbert.Generate(new() { Nodes = 2, EdgesPerNode = 1 }).EdgeCount);
        Assert.Equal(3, RMat.Generate(new() { Scale = 0, EdgeFactor = 3 }).EdgeCount);
        Assert.Equal(0, ForestFire.Generate(new() { Nodes = 0 }).NodeCount);
        Assert.Equal(0, CitationGraphGenerator.Generate(new() { Nodes = 0 }).Graph.NodeCount);
        Assert.Equal(0, CitationGraphGenerator.Generate(new() { Nodes = 1 }).Graph.EdgeCount);
    }

    private static long[] Rows(DirectedCsr graph) =>
        [.. graph.OutgoingRows.Offsets, .. graph.OutgoingRows.Entries(0, graph.EdgeCount).ToArray().Select(target => (long)target)];
}
