using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>How alike nodes are when those that point at them are alike.</summary>
/// <remarks>
/// <para>Definition: s(a,a) = 1; s(a,b) = C/(|I(a)|·|I(b)|) · Σ s(i,j) over i in I(a) and j in I(b), 0 where either is empty, with I(a) the
/// sources of the edges that end in a. G. Jeh and J. Widom, “SimRank: A Measure of Structural-Context Similarity”, KDD 2002,
/// https://doi.org/10.1145/775047.775126.</para>
/// <para>For citations: two papers are alike when alike papers cite them; use <see cref="DirectedCsr.Reversed"/> for alike references, and
/// <see cref="UndirectedCsr.AsDirected"/> for graphs without directions. Parallel edges count each, weights are ignored, a self-loop makes
/// a node one of its own sources.</para>
/// </remarks>
public static class SimRank
{
    /// <summary>Most nodes of which all pairs are computed.</summary>
    public const int MostNodes = 16_384;

    /// <summary>The likeness of all pairs of nodes of a small graph.</summary>
    /// <remarks>Each sweep brings the scores within a further factor C of the fixed point, which they approach from below: after k sweeps
    /// they are at most Cᵏ⁺¹ too low (D. Lizorkin, P. Velikhov, M. Grinev and D. Turdakov, “Accuracy Estimate and Optimization Techniques
    /// for SimRank Computation”, VLDB 2008, https://doi.org/10.14778/1453856.1453904). O(nodes · edges) a sweep by their partial sums, two
    /// numbers for each two nodes.
    /// The result is the same to the bit for any number of threads.</remarks>
    /// <param name="graph">A directed graph of at most <see cref="MostNodes"/> nodes.</param>
    /// <param name="options">Decay and accuracy.</param>
    /// <param name="execution">Threads, progress, cancellation.</param>
    /// <exception cref="PapergraphException">There are too many nodes (PGA062), or an option is outside its range (PGA001).</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled; nothing is returned.</exception>
    public static SimRankResult Compute(DirectedCsr graph, SimRankOptions? options = null, Execution? execution = null)
    {
        ArgumentNullException.ThrowIfNull(graph);
        Execution run = Execution.Of(execution);
        options ??= new();
        options.Validate();
        if (graph.NodeCount > MostNodes) throw AlgorithmErrors.TooManyForPairs("SimRank", graph.NodeCount, MostNodes);
        using WorkerTeam team = new(run);
        SimRankSweeps sweeps = new(graph, options.Decay, team);
        int count = Math.Max(0, (int)Math.Ceiling((Math.Log(options.Error) / Math.Log(options.Decay)) - 1));
        for (int sweep = 1; sweep <= count; sweep++)
        {
            sweeps.Next();
            run.Progress?.Report(new("SimRank", sweep, count, "sweeps"));
        }

        int[] nodes = new int[graph.NodeCount];
        for (int node = 0; node < nodes.Length; node++) nodes[node] = node;
        return new(nodes, sweeps.Scores, Math.Pow(options.Decay, count + 1), FailureProbability: 0);
    }

    /// <summary>The likeness of the pairs of a few nodes of a graph of any size, estimated.</summary>
    /// <remarks>
    /// <para>s(a,b) is the mean of Cᵗ with t the step at which two random walks from a and b, against the edges, first meet (Jeh and Widom
    /// 2002, §5; D. Fogaras and B. Rácz, “Scaling Link-Based Similarity Search”, WWW 2005, https://doi.org/10.1145/1060745.1060839). Walks
    /// are cut off where what they could still add is half the error, and by Hoeffding's inequality there are so many that with the given
    /// probability no pair is further off than the error.</para>
    /// <para>O(samples · nodes of the set · length) and what pairs on the way cost; the graph may be of any size. Depends on the seed, not
    /// on the number of threads.</para>
    /// </remarks>
    /// <param name="graph">Any directed graph.</param>
    /// <param name="nodes">The nodes, at most 4,096; those named twice are in the result twice.</param>
    /// <param name="options">Decay, error, probability of failure, seed.</param>
    /// <param name="execution">Threads, cancellation.</param>
    /// <exception cref="PapergraphException">There are too many nodes (PGA062), one is not in the graph (PGA004), or an option is outside
    /// its range (PGA001).</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled; nothing is returned.</exception>
    public static SimRankResult OfSet(
        DirectedCsr graph, ReadOnlyMemory<int> nodes, SimRankOptions? options = null, Execution? execution = null)
    {
        ArgumentNullException.ThrowIfNull(graph);
        Execution run = Execution.Of(execution);
        options ??= new();
        options.Validate();
        if (nodes.Length > SimRankWalks.MostNodes)
            throw AlgorithmErrors.TooManyForPairs("SimRank by walks", nodes.Length, SimRankWalks.MostNodes);
        foreach (int node in nodes.Span)
            if ((uint)node >= (uint)graph.NodeCount) throw AlgorithmErrors.NoSuchNode("the set", node, graph.NodeCount);
        using WorkerTeam team = new(run);
        return new(nodes, new SimRankWalks(graph, nodes, options).Scores(team), options.Error, options.FailureProbability);
    }
}
