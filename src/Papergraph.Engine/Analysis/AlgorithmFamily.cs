namespace Papergraph.Engine.Analysis;

/// <summary>Algorithms that answer the same kind of question.</summary>
/// <param name="Name">What they are about.</param>
/// <param name="Algorithms">The algorithms, the usual ones first.</param>
public sealed record AlgorithmFamily(string Name, IReadOnlyList<GraphAlgorithm> Algorithms);
