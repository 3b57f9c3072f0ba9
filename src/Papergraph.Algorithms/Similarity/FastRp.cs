using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>Parameters of <see cref="FastRp"/>.</summary>
public sealed record FastRpOptions
{
    /// <summary>Numbers of each vector; 1 to 4096. Default 128.</summary>
    public int Dimensions { get; init; } = 128;

    /// <summary>What the neighbourhood at each distance weighs, from distance 1 on: α₁, α₂, … of the paper. Finite, at least one of them,
    /// at most 64. Default 0, 1, 1, as in Neo4j's Graph Data Science.</summary>
    public ReadOnlyMemory<double> Weights { get; init; } = new double[] { 0, 1, 1 };

    /// <summary>β of the paper: the random vector of a node is multiplied by (its degree / sum of degrees)^β, so that below 0 nodes of high
    /// degree say less; −10 to 10. Default 0.</summary>
    public double NormalizationStrength { get; init; }

    /// <summary>Chooses the random vectors. Equal seeds give equal embeddings. Default 0.</summary>
    public ulong Seed { get; init; }

    internal void Validate(int nodeCount)
    {
        if (Dimensions is < 1 or > 4096) throw AlgorithmErrors.OutOfRange("dimensions", Dimensions, "1 to 4096");
        if ((long)Dimensions * nodeCount > Array.MaxLength)
            throw AlgorithmErrors.OutOfRange("dimensions", Dimensions, $"at most {Array.MaxLength / nodeCount} for so many nodes");
        if (Weights.Length is < 1 or > 64) throw AlgorithmErrors.OutOfRange("the number of weights", Weights.Length, "1 to 64");
        foreach (double weight in Weights.Span)
            if (!double.IsFinite(weight)) throw AlgorithmErrors.OutOfRange("weights", weight, "finite");
        if (!(Math.Abs(NormalizationStrength) <= 10))
            throw AlgorithmErrors.OutOfRange("normalization-strength", NormalizationStrength, "−10 to 10");
    }
}

/// <summary>FastRP: vectors that are alike for nodes whose neighbourhoods are, by random projection.</summary>
/// <remarks>
/// <para>Definition: R is a sparse random matrix of n rows: each number √3, 0 or −√3 with the probabilities 1/6, 2/3 and 1/6 (D.
/// Achlioptas, “Database- Friendly Random Projections”, JCSS 66(4), 2003, https://doi.org/10.1016/S0022-0000(03)00025-4), row v multiplied
/// by (W(v) / Σ W)^β, where W is the summed weight of a row; a row without any counts as the lightest that has some. N₁ = D⁻¹A·R and Nₖ =
/// D⁻¹A·Nₖ₋₁ are means over neighbours; rows of Nₖ are brought to norm 1; the embedding is Σ αₖ·Nₖ. H. Chen, S. F. Sultan, Y. Tian, M. Chen
/// and S. Skiena, “Fast and Accurate Network Embeddings via Very Sparse Random Projection”, CIKM 2019,
/// https://doi.org/10.1145/3357384.3357879. Bringing the Nₖ to norm 1 before they are added is what the authors' program can do too, and
/// makes the weights comparable.</para>
/// <para>Self-loops and parallel edges are edges. A node without edges has the vector 0; an empty graph has no vectors. Of a
/// directed graph, neighbours are those that a node points to.</para>
/// <para>Cost: as many sweeps over the edges as there are weights, each edge moving one vector; three vectors of floats a node. The random
/// vector of a node depends on the seed and its number alone, and sums are taken in the order of rows, so results are the same to the bit
/// for any number of threads.</para>
/// </remarks>
public static class FastRp
{
    /// <summary>Embeds a graph without directions.</summary>
    /// <param name="graph">Any graph.</param>
    /// <param name="options">Dimensions, weights, seed; null for the defaults.</param>
    /// <param name="execution">Threads, progress, cancellation; null for the defaults.</param>
    /// <exception cref="PapergraphException">An option is outside its range, or a weight of an edge is negative, NaN or
    /// infinite.</exception>
    /// <exception cref="OperationCanceledException">The execution was cancelled.</exception>
    public static NodeVectors Compute(UndirectedCsr graph, FastRpOptions? options = null, Execution? execution = null)
    {
        ArgumentNullException.ThrowIfNull(graph);
        return Compute(graph.NodeCount, graph.Rows, options ?? new(), Execution.Of(execution));
    }

    /// <summary>Embeds a directed graph by what nodes point to.</summary>
    /// <param name="graph">Any directed graph.</param>
    /// <param name="options">Dimensions, weights, seed; null for the defaults.</param>
    /// <param name="execution">Threads, progress, cancellation; null for the defaults.</param>
    /// <exception cref="PapergraphException">An option is outside its range, or a weight of an edge is negative, NaN or
    /// infinite.</exception>
    /// <exception cref="OperationCanceledException">The execution was cancelled.</exception>
    public static NodeVectors Compute(DirectedCsr graph, FastRpOptions? options = null, Execution? execution = null)
    {
        ArgumentNullException.ThrowIfNull(graph);
        return Compute(graph.NodeCount, graph.OutgoingRows, options ?? new(), Execution.Of(execution));
    }

    private static NodeVectors Compute(int nodeCount, CsrRows rows, FastRpOptions options, Execution run)
    {
        options.Validate(nodeCount);
        EdgeWeightCheck.RequireNonNegative("FastRP", rows);
        using WorkerTeam team = new(run);
        FastRpSweep sweep = new(nodeCount, rows, options);
        team.Run(sweep, sweep.BlockCount);
        for (int power = 1; power <= options.Weights.Length; power++)
        {
            sweep.Begin(options.Weights.Span[power - 1]);
            team.Run(sweep, sweep.BlockCount);
            run.Progress?.Report(new("fastrp", power, options.Weights.Length, "sweeps"));
        }

        return new(options.Dimensions, sweep.Embedding);
    }
}
