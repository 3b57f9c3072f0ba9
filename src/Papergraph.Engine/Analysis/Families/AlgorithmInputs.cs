using Papergraph.Algorithms;
using Papergraph.Corpus;
using Papergraph.Engine.Analysis.Results;

namespace Papergraph.Engine.Analysis.Families;

/// <summary>What algorithms of several families read from their input, and how kernels' results become theirs.</summary>
internal static class AlgorithmInputs
{
    internal static TraversalDirection Direction(this AlgorithmInput input, TraversalDirection otherwise = TraversalDirection.Outgoing) => input.Arguments.Word(
        OptionCatalog.Direction, ("out", TraversalDirection.Outgoing), ("in", TraversalDirection.Incoming), ("both", TraversalDirection.Both))
        ?? otherwise;

    private const int GreatestYear = 9999;

    /// <summary>The year of each node, NaN where it has none: a number of five digits is no year.</summary>
    internal static double[] Years(this AlgorithmInput input) => Array.ConvertAll(
        input.Graph.Numbers(input.Arguments.Property(OptionCatalog.Year) ?? Keys.Year),
        year => Math.Abs(year) <= GreatestYear ? Math.Floor(year) : double.NaN);

    internal static QualityFunction Quality(this AlgorithmInput input) => input.Arguments.Word(
        OptionCatalog.Quality, ("modularity", QualityFunction.Modularity), ("cpm", QualityFunction.ConstantPotts)) ?? QualityFunction.Modularity;

    internal static NodeValues Scored(string name, NodeScores scores, params ResultFact[] facts) => new(facts, [new(name, scores.Scores)]);

    internal static NodeValues Scored(string name, IteratedScores scores, params ResultFact[] facts) =>
        new([.. Ending(scores.Iterations, scores.Residual, scores.Converged), .. facts], [new(name, scores.Scores)]);

    internal static ResultFact[] Ending(int iterations, double residual, bool converged) =>
        [Fact("iterations", iterations), new("residual", residual), new("converged", converged)];

    /// <summary>Edges of a part of the graph, by the numbers that its nodes have in the whole.</summary>
    internal static IEnumerable<ValuedEdge> Renumbered(IEnumerable<ValuedEdge> edges, ReadOnlyMemory<int> nodes) =>
        edges.Select(edge => new ValuedEdge(nodes.Span[edge.Source], nodes.Span[edge.Target], edge.Value));

    internal static ResultFact Fact(string name, long whole) => new(name, whole);
}
