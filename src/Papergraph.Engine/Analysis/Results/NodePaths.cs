namespace Papergraph.Engine.Analysis.Results;

/// <summary>Ways through the graph.</summary>
/// <param name="Facts">Numbers about the whole.</param>
/// <param name="Count">Number of ways.</param>
/// <param name="Paths">The ways, best first.</param>
public sealed record NodePaths(IReadOnlyList<ResultFact> Facts, int Count, IEnumerable<NodePath> Paths) : AnalysisResult(Facts);

/// <summary>A way through the graph.</summary>
/// <param name="Length">Its length: the number of its edges, or the sum of their weights.</param>
/// <param name="Nodes">Its nodes, first to last.</param>
public sealed record NodePath(double Length, IReadOnlyList<int> Nodes);
