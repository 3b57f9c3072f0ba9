using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>What <see cref="Lfr"/> generates; letters as in the paper.</summary>
public sealed record LfrOptions
{
    /// <summary>Number of nodes N, at least 1.</summary>
    public int Nodes { get; init; } = 1000;

    /// <summary>Average degree ⟨k⟩, at least 1.</summary>
    public double AverageDegree { get; init; } = 15;

    /// <summary>Greatest degree, from the average to below the number of nodes.</summary>
    public int MaxDegree { get; init; } = 50;

    /// <summary>Exponent γ of the distribution of degrees, at least 1.</summary>
    public double DegreeExponent { get; init; } = 2;

    /// <summary>Exponent β of the distribution of the sizes of communities, at least 0.</summary>
    public double CommunityExponent { get; init; } = 1;

    /// <summary>Mixing parameter μ: the share of the edges of each node that leave its community, 0 to 1.</summary>
    public double Mixing { get; init; } = 0.3;

    /// <summary>Least size of a community, at least 2.</summary>
    public int MinCommunity { get; init; } = 20;

    /// <summary>Greatest size of a community, from the least to the number of nodes.</summary>
    public int MaxCommunity { get; init; } = 100;

    /// <summary>The graph is a function of the options, this one among them.</summary>
    public ulong Seed { get; init; } = 1;

    internal void Validate()
    {
        if (Nodes < 1) throw AlgorithmErrors.OutOfRange("nodes", Nodes, "at least 1");
        if (!(AverageDegree >= 1)) throw AlgorithmErrors.OutOfRange("average-degree", AverageDegree, "at least 1");
        if (!(MaxDegree >= AverageDegree && MaxDegree < Nodes))
            throw AlgorithmErrors.OutOfRange("max-degree", MaxDegree, $"from average-degree to below the number of nodes, {Nodes}");
        if (!(DegreeExponent >= 1 && double.IsFinite(DegreeExponent)))
            throw AlgorithmErrors.OutOfRange("degree-exponent", DegreeExponent, "at least 1");
        if (!(CommunityExponent >= 0 && double.IsFinite(CommunityExponent)))
            throw AlgorithmErrors.OutOfRange("community-exponent", CommunityExponent, "at least 0");
        if (!(Mixing is >= 0 and <= 1)) throw AlgorithmErrors.OutOfRange("mixing", Mixing, "from 0 to 1");
        if (MinCommunity < 2) throw AlgorithmErrors.OutOfRange("min-community", MinCommunity, "at least 2");
        if (MaxCommunity < MinCommunity || MaxCommunity > Nodes)
            throw AlgorithmErrors.OutOfRange("max-community", MaxCommunity, $"from min-community to the number of nodes, {Nodes}");
        if ((1 - Mixing) * MaxDegree > MaxCommunity - 1)
        {
            throw AlgorithmErrors.Contradiction(
                $"a node of degree {MaxDegree} has more neighbours inside than the greatest community, {MaxCommunity}, has nodes",
                "Raise max-community or mixing, or lower max-degree");
        }
    }
}

/// <summary>A graph with the communities that are planted in it.</summary>
/// <param name="Graph">The graph, without self-loops and parallel edges.</param>
/// <param name="Communities">The community of each node.</param>
public sealed record LfrGraph(UndirectedCsr Graph, Partition Communities);

/// <summary>The LFR benchmark: graphs with communities, in which degrees and sizes of communities follow power laws.</summary>
/// <remarks>
/// <para>A. Lancichinetti, S. Fortunato, F. Radicchi, “Benchmark Graphs for Testing Community Detection Algorithms”, Physical Review E 78,
/// 046110, 2008, https://doi.org/10.1103/PhysRevE.78.046110. Degrees are drawn from a power law up to the greatest degree, whose least value
/// is chosen so that their mean is the one asked for; sizes of communities likewise until all nodes have room. A node of degree k has
/// (1 − μ)k neighbours inside, rounded up or down at random, and is put into a community that is larger than that; then ends inside each
/// community, and all other ends, are joined at random, and pairs that are a self-loop, an edge again, or outside but in one community
/// exchange ends with other pairs.</para>
/// <para>It differs from the paper in how nodes come to communities: those with most neighbours inside choose first among all free places
/// where they fit, and nobody is put out again. Ends that find no partner after many exchanges are left out: degrees are met nearly always
/// and never exceeded. Where sizes within the bounds cannot add up to the nodes, some communities are smaller.</para>
/// <para>O(edges) expected on one thread.</para>
/// </remarks>
public static class Lfr
{
    /// <summary>Generates a graph.</summary>
    /// <param name="options">Size, exponents, mixing, seed.</param>
    /// <param name="execution">How it runs.</param>
    /// <exception cref="PapergraphException">An option is outside its range, or no community is large enough for some nodes.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static LfrGraph Generate(LfrOptions options, Execution? execution = null)
    {
        Execution run = Execution.Of(execution);
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        Xoshiro256 random = new(options.Seed);
        int[] degrees = DrawDegrees(options, ref random);
        int[] inside = new int[degrees.Length];
        for (int node = 0; node < inside.Length; node++) inside[node] = Round((1 - options.Mixing) * degrees[node], ref random);
        int[] communities = LfrCommunities.Assign(inside, LfrCommunities.DrawSizes(options, ref random), ref random);
        int[][] members = [.. communities.Index().GroupBy(c => c.Item).OrderBy(g => g.Key).Select(g => g.Select(c => c.Index).ToArray())];

        List<(int, int)> edges = [];
        foreach (int[] nodes in members)
        {
            run.Cancellation.ThrowIfCancellationRequested();
            MakeEven(nodes, inside, degrees, ref random);
            edges.AddRange(new StubMatching(isRefused: null).Join(nodes, node => inside[node], ref random));
        }

        int[] all = [.. Enumerable.Range(0, degrees.Length)];
        StubMatching between = new((a, b) => communities[a] == communities[b]);
        edges.AddRange(between.Join(all, node => degrees[node] - inside[node], ref random));
        run.Cancellation.ThrowIfCancellationRequested();
        DirectedCsr graph = DirectedCsr.FromEdgeParts(options.Nodes, [edges.ToArray()], threads: run.Threads, cancellation: run.Cancellation);
        return new(
            UndirectedCsr.Of(graph, threads: run.Threads, cancellation: run.Cancellation), Partition.OfLabels(communities, members.Length));
    }

    /// <summary>Degrees from two power laws whose least values are neighbours, mixed so that the mean is exact.</summary>
    private static int[] DrawDegrees(LfrOptions options, ref Xoshiro256 random)
    {
        int least = 1;
        PowerLaw lower = new(1, options.MaxDegree, options.DegreeExponent), upper = lower;
        if (lower.Mean > options.AverageDegree)
        {
            throw AlgorithmErrors.Contradiction(
                FormattableString.Invariant($"degrees from 1 on with this exponent are {lower.Mean:F2} on average, more than average-degree"),
                "Raise average-degree or degree-exponent, or lower max-degree");
        }

        while (upper.Mean < options.AverageDegree && least < options.MaxDegree)
            (lower, upper) = (upper, new(++least, options.MaxDegree, options.DegreeExponent));
        double shareOfUpper = upper.Mean == lower.Mean ? 0 : (options.AverageDegree - lower.Mean) / (upper.Mean - lower.Mean);
        int[] degrees = new int[options.Nodes];
        for (int node = 0; node < degrees.Length; node++) degrees[node] = (random.NextDouble() < shareOfUpper ? upper : lower).Draw(ref random);
        return degrees;
    }

    private static int Round(double value, ref Xoshiro256 random)
    {
        int floor = (int)Math.Floor(value);
        return random.NextDouble() < value - floor ? floor + 1 : floor;
    }

    /// <summary>Takes one end inside from a node of a community that has an odd number of them; it goes outside.</summary>
    private static void MakeEven(int[] nodes, int[] inside, int[] degrees, ref Xoshiro256 random)
    {
        long sum = 0;
        foreach (int node in nodes)
        {
            // Where no community was large enough, and where degrees are, a node cannot have more neighbours than there are.
            inside[node] = Math.Min(inside[node], Math.Min(nodes.Length - 1, degrees[node]));
            sum += inside[node];
        }

        if ((sum & 1) == 0) return;
        int first = random.Next(nodes.Length);
        for (int i = 0; i < nodes.Length; i++)
        {
            int node = nodes[(first + i) % nodes.Length];
            if (inside[node] == 0) continue;
            inside[node]--;
            return;
        }
    }
}
