using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>From how many nodes path lengths are taken.</summary>
public sealed record PathLengthsOptions
{
    /// <summary>The default: 1,024 nodes.</summary>
    public static PathLengthsOptions Default { get; } = new();

    /// <summary>Number of nodes that are searched from, drawn without repetition; at least 1. All, which makes the result exact, if there
    /// are no more. Default: 1,024.</summary>
    public int Samples { get; init; } = 1024;

    /// <summary>What the nodes are drawn from. Default: 1.</summary>
    public ulong Seed { get; init; } = 1;

    internal void Validate()
    {
        if (Samples < 1) throw AlgorithmErrors.OutOfRange("samples", Samples, "at least 1");
    }
}

/// <summary>How long shortest paths are.</summary>
/// <param name="Pairs">The number of ordered pairs of a sampled node and another one that it reaches, by distance; none at 0.</param>
/// <param name="Sources">Number of nodes searched from.</param>
/// <param name="IsExact">Whether these were all nodes.</param>
/// <param name="Mean">The mean distance of the pairs; 0 if there are none.</param>
/// <param name="EffectiveDiameter">The distance within which 90 % of the pairs lie, interpolated between whole numbers; 0 if there are
/// none.</param>
public sealed record PathLengthsResult(ReadOnlyMemory<long> Pairs, int Sources, bool IsExact, double Mean, double EffectiveDiameter);

/// <summary>The distribution of the lengths of shortest paths, their mean and the effective diameter, from a sample of nodes.</summary>
/// <remarks>
/// <para>The effective diameter is the least d with g(d) ≥ 0.9, g(d) being the part of the pairs within distance d, taken as linear between
/// whole d: J. Leskovec, J. Kleinberg, C. Faloutsos, “Graph Evolution: Densification and Shrinking Diameters”, ACM TKDD 1(1), 2007,
/// https://doi.org/10.1145/1217299.1217301. Pairs without a path do not count.</para>
/// <para>Weights are not looked at; self-loops and parallel edges change nothing. Cost as in <see cref="Eccentricity"/>. The same for any
/// number of threads.</para>
/// </remarks>
public static class PathLengths
{
    private const double EffectivePart = 0.9;

    /// <summary>The lengths of the shortest paths along the edges of a directed graph.</summary>
    /// <param name="graph">Any directed graph.</param>
    /// <param name="options">Samples and seed; null for the defaults.</param>
    /// <param name="execution">Threads and cancellation, observed once a level; null for the defaults.</param>
    /// <exception cref="PapergraphException">An option is outside its range (PGA001).</exception>
    public static PathLengthsResult Compute(DirectedCsr graph, PathLengthsOptions? options = null, Execution? execution = null)
    {
        ArgumentNullException.ThrowIfNull(graph);
        return Compute(graph.NodeCount, graph.OutgoingRows, graph.IncomingRows, options, execution);
    }

    /// <summary>The lengths of the shortest paths of an undirected graph.</summary>
    /// <inheritdoc cref="Compute(DirectedCsr, PathLengthsOptions?, Execution?)"/>
    public static PathLengthsResult Compute(UndirectedCsr graph, PathLengthsOptions? options = null, Execution? execution = null)
    {
        ArgumentNullException.ThrowIfNull(graph);
        return Compute(graph.NodeCount, graph.Rows, graph.Rows, options, execution);
    }

    private static PathLengthsResult Compute(int n, CsrRows along, CsrRows against, PathLengthsOptions? options, Execution? execution)
    {
        options ??= PathLengthsOptions.Default;
        options.Validate();
        Execution run = Execution.Of(execution);
        int[] nodes = [.. Enumerable.Range(0, n)];
        if (options.Samples < n)
        {
            Xoshiro256 random = new(options.Seed);
            random.Shuffle(nodes);
            nodes = nodes[..options.Samples];
        }

        SearchedLevels levels = new(n, along, against, run);
        using (WorkerTeam team = new(run)) levels.Depths(nodes, team);
        long[] pairs = levels.Pairs();
        (double mean, double effective) = Summary(pairs);
        return new(pairs, nodes.Length, nodes.Length == n, mean, effective);
    }

    private static (double Mean, double Effective) Summary(long[] pairs)
    {
        double total = 0, sum = 0;
        for (int distance = 0; distance < pairs.Length; distance++)
        {
            total += pairs[distance];
            sum += (double)distance * pairs[distance];
        }

        if (total == 0) return (0, 0);
        double within = 0;
        int last = 0;
        while (within + pairs[last] < EffectivePart * total) within += pairs[last++];
        return (sum / total, last - 1 + (((EffectivePart * total) - within) / pairs[last]));
    }
}
