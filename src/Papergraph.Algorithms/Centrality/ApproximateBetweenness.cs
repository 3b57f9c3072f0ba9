using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>How exact approximate betweenness is to be.</summary>
public sealed record ApproximateBetweennessOptions
{
    /// <summary>The default: within 0.01 with a probability of 0.9.</summary>
    public static ApproximateBetweennessOptions Default { get; } = new();

    /// <summary>Most that any score may be off, as a part of all pairs; above 0 and below 1. Default: 0.01.</summary>
    public double Error { get; init; } = 0.01;

    /// <summary>Probability that some score is off by more; above 0 and below 1. Default: 0.1.</summary>
    public double FailureProbability { get; init; } = 0.1;

    /// <summary>What the random choices are made from. Default: 1.</summary>
    public ulong Seed { get; init; } = 1;

    internal void Validate()
    {
        if (!(Error > 0 && Error < 1)) throw AlgorithmErrors.OutOfRange("error", Error, "above 0 and below 1");
        if (!(FailureProbability > 0 && FailureProbability < 1))
            throw AlgorithmErrors.OutOfRange("failure-probability", FailureProbability, "above 0 and below 1");
    }
}

/// <summary>Approximate betweenness of all nodes.</summary>
/// <param name="Scores">By node, as a part of the n(n − 1) ordered pairs of different nodes.</param>
/// <param name="Samples">Number of pairs that were sampled for the scores.</param>
/// <param name="Error">With a probability of at least 1 − <paramref name="FailureProbability"/> no score is off by more.</param>
/// <param name="FailureProbability">Probability that some score is.</param>
public sealed record ApproximateBetweennessResult(ReadOnlyMemory<double> Scores, int Samples, double Error, double FailureProbability)
    : NodeScores(Scores);

/// <summary>Betweenness within a bound on the error that holds for all nodes at once with a given probability, from few sampled
/// paths.</summary>
/// <remarks>
/// <para>KADABRA: M. Borassi, E. Natale, “KADABRA is an ADaptive Algorithm for Betweenness via Random Approximation”, ESA 2016 and ACM
/// Journal of Experimental Algorithmics 24, 2019, https://doi.org/10.1145/3284359. Two different nodes are drawn, a shortest path between
/// them is drawn with the same probability for each, by a search from both ends, and its inner nodes are counted. Sampling ends when the
/// bounds of the paper's Theorem 9 hold for all nodes, or after ω samples, which suffice by M. Riondato, E. M. Kornaropoulos, “Fast
/// approximation of betweenness centrality through sampling”, Data Mining and Knowledge Discovery 30, 2016,
/// https://doi.org/10.1007/s10618-015-0423-0.</para>
/// <para>Scores are parts of n(n − 1) pairs: times n/(n − 2) they estimate <see cref="Betweenness"/> with
/// <see cref="BetweennessOptions.Normalized"/>, and the bound grows as much. Weights are not looked at; self-loops change nothing; parallel
/// edges are paths of their own.</para>
/// <para>ω grows with the logarithm of the longest shortest path. For undirected graphs that is bounded by a search in each component, for
/// directed ones by the size of the largest weak component, so that these may be given up to a few times as many samples as they
/// need.</para>
/// <para>Cost: O(samples · edges) at worst; on graphs of small diameter a sample reads few of the edges. 44 bytes a node and thread. Each
/// sample has its own stream of random numbers, and whether to go on is asked after whole batches: results are bit-identical for any number
/// of threads.</para>
/// </remarks>
public static class ApproximateBetweenness
{
    /// <summary>The approximate betweenness of each node of a directed graph.</summary>
    /// <param name="graph">Any directed graph.</param>
    /// <param name="options">Error, probability, seed; null for the defaults.</param>
    /// <param name="execution">Threads, progress in samples of at most ω, and cancellation, observed every few samples; null for the
    /// defaults.</param>
    /// <exception cref="PapergraphException">An option is outside its range (PGA001), or there are more shortest paths between two nodes
    /// than a <see cref="double"/> can count (PGA030).</exception>
    /// <exception cref="OperationCanceledException">The kernel was cancelled.</exception>
    public static ApproximateBetweennessResult Compute(
        DirectedCsr graph, ApproximateBetweennessOptions? options = null, Execution? execution = null)
    {
        ArgumentNullException.ThrowIfNull(graph);
        Execution run = Execution.Of(execution);
        int longest = PathLengthBound.OfDirected(graph, run.Cancellation);
        return Sampled(graph.NodeCount, graph.OutgoingRows, graph.IncomingRows, longest, options, run);
    }

    /// <summary>The approximate betweenness of each node of an undirected graph.</summary>
    /// <inheritdoc cref="Compute(DirectedCsr, ApproximateBetweennessOptions?, Execution?)"/>
    public static ApproximateBetweennessResult Compute(
        UndirectedCsr graph, ApproximateBetweennessOptions? options = null, Execution? execution = null)
    {
        ArgumentNullException.ThrowIfNull(graph);
        Execution run = Execution.Of(execution);
        int longest = PathLengthBound.OfUndirected(graph.NodeCount, graph.Rows, run.Cancellation);
        return Sampled(graph.NodeCount, graph.Rows, graph.Rows, longest, options, run);
    }

    private static ApproximateBetweennessResult Sampled(
        int n, CsrRows along, CsrRows against, int longestPath, ApproximateBetweennessOptions? options, Execution run)
    {
        options ??= ApproximateBetweennessOptions.Default;
        options.Validate();
        double[] scores = new double[n];
        if (longestPath < 2) return new(scores, 0, options.Error, options.FailureProbability);
        int most = AdaptiveStopping.MostSamples(longestPath, options);
        using WorkerTeam team = new(run);
        SampledPaths first = new(n, along, against, options.Seed, team);
        first.Draw(Math.Max(1, most / 100));
        AdaptiveStopping stopping = new(first.Counts, first.Drawn, most, options);

        // The first samples have chosen the bounds, so the scores are made from others.
        SampledPaths paths = first.Anew();
        do
        {
            paths.Draw(Math.Min(AdaptiveStopping.Batch, most - paths.Drawn));
            run.Progress?.Report(new("Sampled paths", paths.Drawn, most, "paths"));
        }
        while (paths.Drawn < most && !stopping.AreBoundsReached(paths.Counts, paths.Drawn));
        for (int node = 0; node < n; node++) scores[node] = (double)paths.Counts[node] / paths.Drawn;
        return new(scores, paths.Drawn, options.Error, options.FailureProbability);
    }
}
