using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>Parameters of <see cref="Hits"/>.</summary>
public sealed record HitsOptions
{
    /// <summary>Greatest Euclidean distance that one more step of the power method would move the authorities; at least 0. Default
    /// 10⁻⁹.</summary>
    public double Tolerance { get; init; } = 1e-9;

    /// <summary>Most steps; at least 1. Default 1000.</summary>
    public int MaxIterations { get; init; } = 1000;

    internal void Validate()
    {
        OptionRange.RequireTolerance(Tolerance);
        OptionRange.RequireAtLeastOne("max-iterations", MaxIterations);
    }
}

/// <summary>Hubs and authorities, each of Euclidean norm 1.</summary>
/// <param name="Hubs">How well each node points to authorities, indexed by node.</param>
/// <param name="Authorities">How well hubs point to each node, indexed by node.</param>
/// <param name="Iterations">Products with AᵀA made, each two sweeps over the graph.</param>
/// <param name="Residual">Euclidean distance that one more step of the power method would move the authorities, to first order.</param>
/// <param name="Converged">Whether the residual reached the tolerance.</param>
public sealed record HitsResult(
    ReadOnlyMemory<double> Hubs, ReadOnlyMemory<double> Authorities, int Iterations, double Residual, bool Converged);

/// <summary>HITS: good hubs point to good authorities, good authorities are pointed to by good hubs.</summary>
/// <remarks>
/// <para>Definition: the authorities a are the greatest eigenvector of AᵀA, the hubs h = Aa, both of Euclidean norm 1, where A(u,v) is the
/// weight of the edges from u to v. J. Kleinberg, “Authoritative Sources in a Hyperlinked Environment”, JACM 46(5), 1999,
/// https://doi.org/10.1145/324133.324140. Where several eigenvectors have the greatest eigenvalue, a is what the power method finds from
/// equal numbers, as Kleinberg's algorithm does.</para>
/// <para>Self-loops are edges; parallel edges add up. A graph without edges, or whose weights are all 0, has only zeros.</para>
/// <para>Found by locally optimal conjugate gradients (<see cref="DominantEigenvector"/>), not by the power method. Cost: two sweeps over
/// the edges a step; seven doubles a node. Results are the same to the bit for any number of threads.</para>
/// <para>igraph and graph-tool find the same vectors, igraph scaled to a greatest number of 1; of a graph without edges igraph has
/// ones only.</para>
/// </remarks>
public static class Hits
{
    /// <summary>Computes both.</summary>
    /// <param name="graph">Any directed graph.</param>
    /// <param name="options">Tolerance and most steps; null for the defaults.</param>
    /// <param name="execution">Threads, progress, cancellation; null for the defaults.</param>
    /// <exception cref="PapergraphException">An option is outside its range, or a weight is negative, NaN or infinite.</exception>
    /// <exception cref="OperationCanceledException">The execution was cancelled.</exception>
    public static HitsResult Compute(DirectedCsr graph, HitsOptions? options = null, Execution? execution = null)
    {
        ArgumentNullException.ThrowIfNull(graph);
        Execution run = Execution.Of(execution);
        HitsOptions chosen = options ?? new();
        chosen.Validate();
        EdgeWeightCheck.RequireNonNegative("HITS", graph.OutgoingRows);
        using WorkerTeam team = new(run);
        CitedTogether matrix = new(graph, team);
        DominantEigenvector.Result found =
            DominantEigenvector.Find(matrix, graph.NodeCount, chosen.Tolerance, chosen.MaxIterations, "hits", run);
        return new(matrix.HubsOf(found.Values), found.Values, found.Iterations, found.Residual, found.Converged);
    }

    /// <summary>AᵀA.</summary>
    private sealed class CitedTogether(DirectedCsr graph, WorkerTeam team) : ISymmetricOperator
    {
        private readonly RowProduct _toHubs = new(graph.NodeCount, graph.OutgoingRows, team);
        private readonly RowProduct _toAuthorities = new(graph.NodeCount, graph.IncomingRows, team);
        private readonly double[] _hubs = new double[graph.NodeCount];

        public void Multiply(double[] values, double[] products)
        {
            _toHubs.Multiply(values, _hubs);
            _toAuthorities.Multiply(_hubs, products);
        }

        internal double[] HubsOf(double[] authorities)
        {
            _toHubs.Multiply(authorities, _hubs);
            double norm = Vectors.Norm(_hubs);
            if (norm > 0) Vectors.Scale(_hubs, 1 / norm);
            return _hubs;
        }
    }
}
