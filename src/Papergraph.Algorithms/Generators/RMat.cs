using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>What <see cref="RMat"/> generates; the defaults are those of Graph500.</summary>
public sealed record RMatOptions
{
    /// <summary>There are 2 to this power nodes, 0 to 30.</summary>
    public int Scale { get; init; } = 10;

    /// <summary>Number of edges for each node, at least 0.</summary>
    public int EdgeFactor { get; init; } = 16;

    /// <summary>Share of the edges within the first half of the nodes, and so on in each half of it.</summary>
    public double A { get; init; } = 0.57;

    /// <summary>Share of the edges from the first half to the second.</summary>
    public double B { get; init; } = 0.19;

    /// <summary>Share of the edges from the second half to the first. What remains lies within the second half.</summary>
    public double C { get; init; } = 0.19;

    /// <summary>Whether nodes are renumbered at random, as Graph500 demands, so that numbers say nothing about degrees.</summary>
    public bool PermuteNodes { get; init; }

    /// <summary>The graph is a function of the options, this one among them.</summary>
    public ulong Seed { get; init; } = 1;

    internal void Validate()
    {
        if (Scale is < 0 or > 30) throw AlgorithmErrors.OutOfRange("scale", Scale, "from 0 to 30");
        if (EdgeFactor < 0) throw AlgorithmErrors.OutOfRange("edge-factor", EdgeFactor, "at least 0");
        foreach (double share in (double[])[A, B, C, A + B + C])
            if (!(share is >= 0 and <= 1 + 1e-12))
                throw AlgorithmErrors.OutOfRange("a share of the quadrants, or their sum,", share, "from 0 to 1");
    }
}

/// <summary>Graphs whose matrix is denser in one quarter than in the others, and so is each quarter again, down to single entries.</summary>
/// <remarks>
/// <para>D. Chakrabarti, Y. Zhan, C. Faloutsos, “R-MAT: A Recursive Model for Graph Mining”, SIAM Data Mining 2004,
/// https://doi.org/10.1137/1.9781611972740.43; with these defaults the Kronecker generator of https://graph500.org/?page_id=12 (A .57, B .19,
/// C .19, 16 edges a node). Shares are the same at each level: there is no noise. Self-loops and parallel edges occur and are kept;
/// <see cref="UndirectedCsr.Of"/> leaves them out.</para>
/// <para>O(edges · scale) time on all threads; the graph is the same for any number of them.</para>
/// </remarks>
public static class RMat
{
    private const int BlockSize = 1 << 16;

    /// <summary>Generates a graph.</summary>
    /// <param name="options">Size, shares, seed.</param>
    /// <param name="execution">How it runs.</param>
    /// <exception cref="PapergraphException">An option is outside its range.</exception>
    /// <exception cref="OverflowException">There are more edges than an array can hold.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static DirectedCsr Generate(RMatOptions options, Execution? execution = null)
    {
        Execution run = Execution.Of(execution);
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        int n = 1 << options.Scale;
        int count = checked((int)((long)n * options.EdgeFactor)), blocks = (int)(((long)count + BlockSize - 1) / BlockSize);
        int[]? places = options.PermuteNodes ? Permutation.Of(n, options.Seed, stream: 0) : null;
        (double ab, double abc) = (options.A + options.B, options.A + options.B + options.C);
        EdgeDrawing drawing = (int block, ref Xoshiro256 random, List<(int, int)> drawn) =>
        {
            for (int edge = block * BlockSize; edge < Math.Min(count, (block + 1L) * BlockSize); edge++)
            {
                (int source, int target) = (0, 0);
                for (int level = 0; level < options.Scale; level++)
                {
                    double quarter = random.NextDouble();
                    int down = quarter >= ab ? 1 : 0, right = (quarter >= options.A && quarter < ab) || quarter >= abc ? 1 : 0;
                    (source, target) = ((source << 1) | down, (target << 1) | right);
                }

                drawn.Add(places is null ? (source, target) : (places[source], places[target]));
            }
        };
        ReadOnlyMemory<(int, int)>[] edges = SeededEdges.Draw(options.Seed, 1, blocks, run, drawing);
        return DirectedCsr.FromEdgeParts(n, edges, threads: run.Threads, cancellation: run.Cancellation);
    }
}
