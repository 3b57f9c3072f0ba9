using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>Parameters of <see cref="EigenvectorCentrality"/>.</summary>
public sealed record EigenvectorCentralityOptions
{
    /// <summary>Greatest Euclidean distance that one more step of the power method would move the scores; at least 0. Default
    /// 10⁻⁹.</summary>
    public double Tolerance { get; init; } = 1e-9;

    /// <summary>Most steps; at least 1. Default 10,000, for directed graphs whose eigenvalues are close.</summary>
    public int MaxIterations { get; init; } = 10_000;

    internal void Validate()
    {
        OptionRange.RequireTolerance(Tolerance);
        OptionRange.RequireAtLeastOne("max-iterations", MaxIterations);
    }
}

/// <summary>Eigenvector centrality: a node counts for as much as those that point to it do.</summary>
/// <remarks>
/// <para>Definition: λ·x(v) = Σ_{u→v} w(u,v)·x(u) with the greatest λ, x ≥ 0 of Euclidean norm 1. P. Bonacich, “Factoring and Weighting
/// Approaches to Status Scores and Clique Identification”, J. Math. Sociol. 2(1), 1972, https://doi.org/10.1080/0022250X.1972.9989806.
/// Where several vectors solve it (a graph of several components), it is what iteration from equal numbers finds.</para>
/// <para>Self-loops are edges; parallel edges add up. A directed graph without cycles has no λ above 0 and scores of 0 only: use
/// <see cref="KatzCentrality"/> or <see cref="PageRank"/> for citations. igraph answers so too.</para>
/// <para>For a graph without directions (<see cref="UndirectedCsr.AsDirected"/>, or any whose rows are the same in both directions) it is
/// found by locally optimal conjugate gradients (<see cref="DominantEigenvector"/>). Otherwise by the power method with the matrix A + w·I,
/// w the mean weight of an edge, which has the same vector and does not swing on periodic graphs; it is slow where the second eigenvalue is
/// close to the first. The unit of the weights changes nothing.</para>
/// <para>Cost: one sweep over the edges a step; two doubles a node, six without directions. Results are the same to the bit for any number
/// of threads. igraph scales the greatest score to 1.</para>
/// </remarks>
public static class EigenvectorCentrality
{
    /// <summary>Computes the scores.</summary>
    /// <param name="graph">Any directed graph.</param>
    /// <param name="options">Tolerance and most steps; null for the defaults.</param>
    /// <param name="execution">Threads, progress, cancellation; null for the defaults.</param>
    /// <exception cref="PapergraphException">An option is outside its range (PGA001); a weight is negative, NaN or infinite, or weights of a
    /// directed graph are of a size that cannot be summed and divided by (PGA002).</exception>
    /// <exception cref="OperationCanceledException">The execution was cancelled.</exception>
    public static IteratedScores Compute(DirectedCsr graph, EigenvectorCentralityOptions? options = null, Execution? execution = null)
    {
        ArgumentNullException.ThrowIfNull(graph);
        Execution run = Execution.Of(execution);
        EigenvectorCentralityOptions chosen = options ?? new();
        chosen.Validate();
        EdgeWeightCheck.RequireNonNegative("eigenvector centrality", graph.OutgoingRows);
        bool isSymmetric = ReferenceEquals(graph.OutgoingRows, graph.IncomingRows);
        if (!isSymmetric && InfluenceSystem.IsAcyclic(graph, run)) return new(new double[graph.NodeCount], 0, 0, true);
        using WorkerTeam team = new(run);
        RowProduct incoming = new(graph.NodeCount, graph.IncomingRows, team);
        if (!isSymmetric) return Iterate(incoming, graph.NodeCount, MeanWeight(graph.IncomingRows, graph.NodeCount), chosen, run);
        DominantEigenvector.Result found = DominantEigenvector.Find(
            new Adjacency(incoming), graph.NodeCount, chosen.Tolerance, chosen.MaxIterations, "eigenvector", run);
        return new(found.Values, found.Iterations, found.Residual, found.Converged);
    }

    private static IteratedScores Iterate(
        RowProduct incoming, int nodeCount, double meanWeight, EigenvectorCentralityOptions options, Execution run)
    {
        double[] scores = new double[nodeCount], next = new double[nodeCount];
        Array.Fill(scores, 1 / Math.Sqrt(nodeCount));
        double residual = double.PositiveInfinity;
        int sweeps = 0;
        while (sweeps < options.MaxIterations && !(residual <= options.Tolerance))
        {
            incoming.Multiply(scores, next);
            Vectors.Scale(next, 1 / meanWeight);
            Vectors.Add(next, 1, scores);
            Vectors.Scale(next, 1 / Vectors.Norm(next));
            Vectors.Add(scores, -1, next);
            residual = Vectors.Norm(scores);
            (scores, next) = (next, scores);
            sweeps++;
            run.Progress?.Report(new("eigenvector", sweeps, options.MaxIterations, "sweeps"));
        }

        return new(scores, sweeps, residual, residual <= options.Tolerance);
    }

    // Weights of 0 alone make no matrix that could be scaled.
    private static double MeanWeight(CsrRows rows, int nodeCount)
    {
        if (!rows.IsWeighted) return 1;
        CsrView view = new(rows);
        double sum = 0;
        for (int node = 0; node < nodeCount; node++) sum += RowWeight.Of(view, node);
        double mean = sum == 0 ? 1 : sum / rows.EdgeCount;
        if (double.IsFinite(mean) && double.IsFinite(1 / mean)) return mean;
        int first = 0;
        while (view.Degree(first) == 0) first++;
        throw AlgorithmErrors.UnfitWeight(
            "eigenvector centrality", view.Weights(first)[0], first, "of a size that can be summed and divided by");
    }

    private sealed class Adjacency(RowProduct rows) : ISymmetricOperator
    {
        public void Multiply(double[] values, double[] products) => rows.Multiply(values, products);
    }
}
