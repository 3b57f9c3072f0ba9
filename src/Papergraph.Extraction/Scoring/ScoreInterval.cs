namespace Papergraph.Extraction;

/// <summary>The interval in which a score lies with 95 % confidence, for other papers of the same kind.</summary>
/// <param name="Low">Lower end.</param>
/// <param name="High">Upper end.</param>
public readonly record struct ScoreInterval(double Low, double High);
