namespace Papergraph.Engine.Analysis.Results;

/// <summary>What an algorithm found. <see cref="NodeValues"/>, <see cref="NodeGroups"/>, <see cref="EdgeValues"/> and
/// <see cref="NodePaths"/> say more.</summary>
/// <param name="Facts">Numbers about the whole, and how the algorithm ended.</param>
public record AnalysisResult(IReadOnlyList<ResultFact> Facts);

/// <summary>A number about a whole result.</summary>
/// <param name="Name">What it is called, in the manner of JSON: <c>modularity</c>, <c>maxCore</c>.</param>
/// <param name="Value">A <see cref="long"/>, <see cref="double"/>, <see cref="bool"/> or <see cref="string"/>.</param>
public sealed record ResultFact(string Name, object Value);
