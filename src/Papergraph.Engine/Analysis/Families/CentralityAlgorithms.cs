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
        new("pagerank", "Share of the visits of a surfer who follows edges and now and then jumps anywhere.", GraphForm.Directed,
            [Damping, Tolerance, MaxIterations], input => Rank(input, personalization: default)),
        new("personalized-pagerank", "The same for a surfer who jumps back to --source.", GraphForm.Directed,
            [Source, Damping, Tolerance, MaxIterations], input => Rank(input, Personalization(input))),
        new("articlerank", "PageRank that gives less to those whom papers with few references cite.", GraphForm.Directed,
            [Damping, Tolerance, MaxIterations], Articles),
        new("citerank", "Visits of readers who begin with recent papers and follow references.", GraphForm.Directed,
            [Year, FollowProbability, DecayAge, Tolerance, MaxIterations], Cited),
        new("hits", "Authorities, which good hubs point to, and hubs, which point to good authorities.", GraphForm.Directed,
            [Tolerance, MaxIterations], Hub),
        new("eigenvector", "Score in proportion to the scores of those who point to the node.", GraphForm.Directed,
            [Tolerance, MaxIterations], Eigenvector),
        new("katz", "Number of walks that end in the node, longer ones counting less.", GraphForm.Directed,
            [Alpha, Tolerance, MaxIterations], Katz),
        new("degree", "Number of edges, or their weight.", GraphForm.AsGiven, [], input => Degrees(input, DegreeKind.Both)),
        new("in-degree", "Number of edges that enter, or their weight.", GraphForm.AsGiven, [], input => Degrees(input, DegreeKind.In)),
        new("out-degree", "Number of edges that leave, or their weight.", GraphForm.AsGiven, [], input => Degrees(input, DegreeKind.Out)),
        new("closeness", "How near all others are: the inverse of the mean distance to those reached.", GraphForm.AsGiven,
            [Direction], Close),
        new("harmonic", "How near all others are: the sum of inverse distances.", GraphForm.AsGiven, [Direction], Harmonic),
        new("betweenness", "How many shortest paths lead over a node, exactly.", GraphForm.AsGiven, [Normalized], Between),
        new("approximate-betweenness",
            "The share of shortest paths that lead over a node, by sampling: at most --error (0.01) off. Without weights.", GraphForm.AsGiven,
            [Error, FailureProbability, Seed], Sampled),
        new("edge-betweenness", "How many shortest paths lead over an edge, exactly.", GraphForm.AsGiven, [Normalized], BetweenEdges),
    ];

    private static NodeValues Rank(AlgorithmInput input, double[]? personalization)
    {
        PageRankOptions standard = new();
        return Scored("rank", PageRank.Compute(
            input.Graph.Directed,
            new()
            {
                Damping = input.Arguments.Number(Damping) ?? standard.Damping,
                Tolerance = input.Arguments.Number(Tolerance) ?? standard.Tolerance,
                MaxIterations = input.Arguments.Whole(MaxIterations) ?? standard.MaxIterations,
                Personalization = personalization,
            },
            input.Execution));
    }

    private static double[] Personalization(AlgorithmInput input)
    {
        double[] jumps = new double[input.Graph.NodeCount];
        foreach (int node in input.Arguments.RequiredNodes(Source, input.Graph)) jumps[node] = 1;
        return jumps;
    }

    private static NodeValues Articles(AlgorithmInput input)
    {
        ArticleRankOptions standard = new();
        return Scored("rank", ArticleRank.Compute(
            input.Graph.Directed,
            new()
            {
                Damping = input.Arguments.Number(Damping) ?? standard.Damping,
                Tolerance = input.Arguments.Number(Tolerance) ?? standard.Tolerance,
                MaxIterations = input.Arguments.Whole(MaxIterations) ?? standard.MaxIterations,
            },
            input.Execution));
    }

    private static NodeValues Cited(AlgorithmInput input)
    {
        CiteRankOptions standard = new();
        double[] years = input.Years();
        double newest = years.Where(year => !double.IsNaN(year)).DefaultIfEmpty(0).Max();
        return Scored("rank", CiteRank.Compute(
            input.Graph.Directed,
            Array.ConvertAll(years, year => double.IsNaN(year) ? double.PositiveInfinity : newest - year),
            new()
            {
                FollowProbability = input.Arguments.Number(FollowProbability) ?? standard.FollowProbability,
                DecayAge = input.Arguments.Number(DecayAge) ?? standard.DecayAge,
                Tolerance = input.Arguments.Number(Tolerance) ?? standard.Tolerance,
                MaxIterations = input.Arguments.Whole(MaxIterations) ?? standard.MaxIterations,
            },
            input.Execution));
    }

    private static NodeValues Hub(AlgorithmInput input)
    {
        HitsOptions standard = new();
        HitsResult found = Hits.Compute(
            input.Graph.Directed,
            new()
            {
                Tolerance = input.Arguments.Number(Tolerance) ?? standard.Tolerance,
                MaxIterations = input.Arguments.Whole(MaxIterations) ?? standard.MaxIterations,
            },
            input.Execution);
        return new(Ending(found.Iterations, found.Residual, found.Converged), [new("authority", found.Authorities), new("hub", found.Hubs)]);
    }

    private static NodeValues Eigenvector(AlgorithmInput input)
    {
        EigenvectorCentralityOptions standard = new();
        return Scored("score", EigenvectorCentrality.Compute(
            input.Graph.Directed,
            new()
            {
                Tolerance = input.Arguments.Number(Tolerance) ?? standard.Tolerance,
                MaxIterations = input.Arguments.Whole(MaxIterations) ?? standard.MaxIterations,
            },
            input.Execution));
    }

    private static NodeValues Katz(AlgorithmInput input)
    {
        KatzCentralityOptions standard = new();
        return Scored("score", KatzCentrality.Compute(
            input.Graph.Directed,
            new()
            {
                Alpha = input.Arguments.Number(Alpha),
                Tolerance = input.Arguments.Number(Tolerance) ?? standard.Tolerance,
                MaxIterations = input.Arguments.Whole(MaxIterations) ?? standard.MaxIterations,
            },
            input.Execution));
    }

    private static NodeValues Degrees(AlgorithmInput input, DegreeKind kind)
    {
        NodeScores degrees = input.Graph.IsDirected ? DegreeCentrality.Compute(input.Graph.Directed, kind) : DegreeCentrality.Compute(input.Graph.Undirected);
        bool areWeights = input.Graph.IsDirected ? input.Graph.Directed.IsWeighted : input.Graph.Undirected.IsWeighted;
        return new([], [new("degree", degrees.Scores, AreWhole: !areWeights)]);
    }

    private static NodeValues Close(AlgorithmInput input)
    {
        ClosenessOptions options = new() { Direction = input.Direction() };
        return Scored("closeness", input.Graph.IsDirected
            ? Closeness.Compute(input.Graph.Directed, options, input.Execution)
            : Closeness.Compute(input.Graph.Undirected, options, input.Execution));
    }

    private static NodeValues Harmonic(AlgorithmInput input)
    {
        ClosenessOptions options = new() { Direction = input.Direction() };
        return Scored("harmonic", input.Graph.IsDirected
            ? HarmonicCentrality.Compute(input.Graph.Directed, options, input.Execution)
            : HarmonicCentrality.Compute(input.Graph.Undirected, options, input.Execution));
    }

    private static NodeValues Between(AlgorithmInput input)
    {
        BetweennessOptions options = new() { Normalized = input.Arguments.Flag(Normalized) };
        return Scored("betweenness", input.Graph.IsDirected
            ? Betweenness.Compute(input.Graph.Directed, options, input.Execution)
            : Betweenness.Compute(input.Graph.Undirected, options, input.Execution));
    }

    private static NodeValues Sampled(AlgorithmInput input)
    {
        ApproximateBetweennessOptions standard = new();
        ApproximateBetweennessOptions options = new()
        {
            Error = input.Arguments.Number(Error) ?? standard.Error,
            FailureProbability = input.Arguments.Number(FailureProbability) ?? standard.FailureProbability,
            Seed = input.Arguments.Seed() ?? standard.Seed,
        };
        ApproximateBetweennessResult found = input.Graph.IsDirected
            ? ApproximateBetweenness.Compute(input.Graph.Directed, options, input.Execution)
            : ApproximateBetweenness.Compute(input.Graph.Undirected, options, input.Execution);
        return Scored("betweenness", found, Fact("samples", found.Samples), new("error", found.Error), new("failureProbability", found.FailureProbability));
    }

    private static EdgeValues BetweenEdges(AlgorithmInput input)
    {
        BetweennessOptions options = new() { Normalized = input.Arguments.Flag(Normalized) };
        EdgeScores scores = input.Graph.IsDirected
            ? Betweenness.OfEdges(input.Graph.Directed, options, input.Execution)
            : Betweenness.OfEdges(input.Graph.Undirected, options, input.Execution);
        CsrRows rows = input.Graph.IsDirected ? input.Graph.Directed.OutgoingRows : input.Graph.Undirected.Rows;
        return new([], input.Graph.IsDirected, EdgeValues.Of(rows, scores.Scores, onlyFromLesser: !input.Graph.IsDirected));
    }
}
