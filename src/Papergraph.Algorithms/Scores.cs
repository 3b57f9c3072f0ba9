namespace Papergraph.Algorithms;

/// <summary>A number for each node.</summary>
/// <param name="Scores">Indexed by node; empty for an empty graph.</param>
public record NodeScores(ReadOnlyMemory<double> Scores);

/// <summary>A number for each node, found by iteration; see <see cref="Converged"/> before trusting the last digits.</summary>
/// <param name="Scores">Indexed by node; empty for an empty graph.</param>
/// <param name="Iterations">Sweeps over the graph.</param>
/// <param name="Residual">Change made by the last sweep, in the norm that the algorithm names.</param>
/// <param name="Converged">Whether the residual reached the tolerance within the sweeps allowed.</param>
public record IteratedScores(ReadOnlyMemory<double> Scores, int Iterations, double Residual, bool Converged) : NodeScores(Scores);
