using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>What <see cref="ErdosRenyi"/> generates: either <see cref="Probability"/> or <see cref="Edges"/> is given.</summary>
public sealed record ErdosRenyiOptions
{
    /// <summary>Number of nodes n, at least 0.</summary>
    public int Nodes { get; init; } = 1000;

    /// <summary>The probability of each edge, 0 to 1: G(n, p); null for G(n, m).</summary>
    public double? Probability { get; init; }

    /// <summary>The number of edges, 0 to that of all pairs: G(n, m); null for G(n, p).</summary>
    public long? Edges { get; init; }

    /// <summary>The graph is a function of the options, this one among them.</summary>
    public ulong Seed { get; init; } = 1;

    internal void Validate(long pairs)
    {
        if (Nodes < 0) throw AlgorithmErrors.OutOfRange("nodes", Nodes, "at least 0");
        if (Probability is null == Edges is null)
            throw AlgorithmErrors.Contradiction("probability and edges are given both or neither", "Give one of them");
        if (Probability is { } p && !(p is >= 0 and <= 1)) throw AlgorithmErrors.OutOfRange("probability", p, "from 0 to 1");
        if (Edges is { } m && (m < 0 || m > pairs))
            throw AlgorithmErrors.OutOfRange("edges", m, $"from 0 to the number of pairs of nodes, {pairs}");
    }
}

/// <summary>Random graphs in which all pairs of nodes are equally likely to be an edge.</summary>
/// <remarks>
/// <para>G(n, p): each pair is an edge with probability p, whatever the others are (E. N. Gilbert, “Random Graphs”, Annals of Mathematical
/// Statistics 30(4), 1959, https://doi.org/10.1214/aoms/1177706098). G(n, m): each set of m pairs is equally likely (P. Erdős, A. Rényi,
/// “On Random Graphs I”, Publicationes Mathematicae 6, 1959). There are no self-loops and no parallel edges.</para>
/// <para>G(n, p) skips from edge to edge by geometrically distributed steps (V. Batagelj, U. Brandes, “Efficient Generation of Large Random
/// Networks”, Physical Review E 71, 036113, 2005, https://doi.org/10.1103/PhysRevE.71.036113): O(nodes + edges) time. G(n, m) draws pairs
/// until enough are different, or, where more than half of all pairs are edges, those that are not: O(edges), with a hash set of them.</para>
/// <para>The graph is the same for any number of threads.</para>
/// </remarks>
public static class ErdosRenyi
{
    private const int BlockSize = 1024;

    /// <summary>A graph without directions.</summary>
    /// <param name="options">Size, density, seed.</param>
    /// <param name="execution">How it runs.</param>
    /// <exception cref="PapergraphException">An option is outside its range.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static UndirectedCsr Generate(ErdosRenyiOptions options, Execution? execution = null) =>
        UndirectedCsr.Of(Draw(options, isDirected: false, Execution.Of(execution)));

    /// <summary>A graph whose edges have directions: either of the two between two nodes may be there, or both.</summary>
    /// <inheritdoc cref="Generate"/>
    public static DirectedCsr GenerateDirected(ErdosRenyiOptions options, Execution? execution = null) =>
        Draw(options, isDirected: true, Execution.Of(execution));

    private static DirectedCsr Draw(ErdosRenyiOptions options, bool isDirected, Execution run)
    {
        ArgumentNullException.ThrowIfNull(options);
        long pairs = (long)options.Nodes * Math.Max(0, options.Nodes - 1L) / (isDirected ? 1 : 2);
        options.Validate(pairs);
        ReadOnlyMemory<(int, int)>[] edges = options.Probability is { } p ? WithProbability(options, p, isDirected, run)
            : options.Edges <= pairs / 2 ? [DrawPairs(options, options.Edges!.Value, isDirected, run).Edges]
            : [Others(options, DrawPairs(options, pairs - options.Edges!.Value, isDirected, run).Set, isDirected)];
        return DirectedCsr.FromEdgeParts(options.Nodes, edges, threads: run.Threads, cancellation: run.Cancellation);
    }

    private static ReadOnlyMemory<(int, int)>[] WithProbability(ErdosRenyiOptions options, double p, bool isDirected, Execution run)
    {
        int n = options.Nodes, blocks = (int)(((long)n + BlockSize - 1) / BlockSize);
        if (p == 0) return [];
        // log(1 − p) loses the digits of a small p.
        double logRest = p < 1e-5 ? -p - (p * p / 2) : Math.Log(1 - p);
        return SeededEdges.Draw(options.Seed, 0, blocks, run, (int block, ref Xoshiro256 random, List<(int, int)> edges) =>
        {
            for (int node = block * BlockSize; node < Math.Min(n, (block + 1L) * BlockSize); node++)
            {
                // The others in their order: all but the node itself, or those behind it.
                long others = isDirected ? n - 1 : n - 1 - node;
                for (double at = Skip(ref random, logRest); at < others; at += 1 + Skip(ref random, logRest))
                {
                    int other = (int)at + (isDirected && (int)at < node ? 0 : isDirected ? 1 : node + 1);
                    edges.Add((node, other));
                }
            }
        });
    }

    /// <summary>How many pairs are no edge before the next one that is.</summary>
    private static double Skip(ref Xoshiro256 random, double logRest) =>
        double.IsNegativeInfinity(logRest) ? 0 : Math.Floor(Math.Log(1 - random.NextDouble()) / logRest);

    private static (ReadOnlyMemory<(int, int)> Edges, HashSet<(int, int)> Set) DrawPairs(
        ErdosRenyiOptions options, long count, bool isDirected, Execution run)
    {
        Xoshiro256 random = new(options.Seed);
        HashSet<(int, int)> set = new(checked((int)count));
        (int, int)[] edges = new (int, int)[count];
        for (int found = 0; found < count;)
        {
            if ((found & 0xFFFF) == 0) run.Cancellation.ThrowIfCancellationRequested();
            int source = random.Next(options.Nodes), target = random.Next(options.Nodes - 1);
            if (target >= source) target++;
            (int, int) pair = isDirected || source < target ? (source, target) : (target, source);
            if (set.Add(pair)) edges[found++] = pair;
        }

        return (edges, set);
    }

    private static ReadOnlyMemory<(int, int)> Others(ErdosRenyiOptions options, HashSet<(int, int)> left, bool isDirected)
    {
        List<(int, int)> edges = [];
        for (int source = 0; source < options.Nodes; source++)
            for (int target = isDirected ? 0 : source + 1; target < options.Nodes; target++)
                if (source != target && !left.Contains((source, target))) edges.Add((source, target));
        return edges.ToArray();
    }
}
