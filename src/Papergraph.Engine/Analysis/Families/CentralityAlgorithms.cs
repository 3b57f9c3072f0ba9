using Papergraph.Algorithms;
using Papergraph.Core;
using Papergraph.Engine.Analysis.Results;
using static Papergraph.Engine.Analysis.Families.AlgorithmInputs;
using static Papergraph.Engine.Analysis.OptionCatalog;

namespace Papergraph.Engine.Analysis.Families;

/// <summary>Which nodes and edges matter.</summary>
internal static class CentralityAlgorithms
{
    internal static readonly IReadOnlyList<GraphAlgorithm> All =
    [
        new("closeness", "How near all others are: the inverse of the mean distance to those reached.", GraphForm.AsGiven, [Direction], Close),
        new("harmonic", "How near all others are: the sum of inverse distances.", GraphForm.AsGiven, [Direction], Harmonic),
        new("betweenness", "How many shortest paths lead over a node, exactly.", GraphForm.AsGiven, [Normalized], Between),
        new("edge-betweenness", "How many shortest paths lead over an edge, exactly.", GraphForm.AsGiven, [Normalized], BetweenEdges),
    ];

    private static NodeValues Close(AlgorithmInput input)
    {
        ClosenessOptions options = new() { Direction = input.Direction() };
        return Scored("closeness", input.IsDirected()
            ? Closeness.Compute(input.Graph.Directed, options, input.Execution)
            : Closeness.Compute(input.Graph.Undirected, options, input.Execution));
    }

    private static NodeValues Harmonic(AlgorithmInput input)
    {
        ClosenessOptions options = new() { Direction = input.Direction() };
        return Scored("harmonic", input.IsDirected()
            ? HarmonicCentrality.Compute(input.Graph.Directed, options, input.Execution)
            : HarmonicCentrality.Compute(input.Graph.Undirected, options, input.Execution));
    }

    private static NodeValues Between(AlgorithmInput input)
    {
        BetweennessOptions options = new() { Normalized = input.Arguments.Flag(Normalized) };
        return Scored("betweenness", input.IsDirected()
            ? Betweenness.Compute(input.Graph.Directed, options, input.Execution)
            : Betweenness.Compute(input.Graph.Undirected, options, input.Execution));
    }

    private static EdgeValues BetweenEdges(AlgorithmInput input)
    {
        BetweennessOptions options = new() { Normalized = input.Arguments.Flag(Normalized) };
        EdgeScores scores = input.IsDirected()
            ? Betweenness.OfEdges(input.Graph.Directed, options, input.Execution)
            : Betweenness.OfEdges(input.Graph.Undirected, options, input.Execution);
        CsrRows rows = input.IsDirected() ? input.Graph.Directed.OutgoingRows : input.Graph.Undirected.Rows;
        return new([], input.IsDirected(), EdgeValues.Of(rows, scores.Scores, onlyFromLesser: !input.IsDirected()));
    }
}
