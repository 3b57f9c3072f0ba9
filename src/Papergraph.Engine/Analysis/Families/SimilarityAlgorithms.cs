using Papergraph.Algorithms;
using Papergraph.Engine.Analysis.Results;
using static Papergraph.Engine.Analysis.Families.AlgorithmInputs;
using static Papergraph.Engine.Analysis.OptionCatalog;

namespace Papergraph.Engine.Analysis.Families;

/// <summary>Which nodes are alike, and which will be linked.</summary>
internal static class SimilarityAlgorithms
{
    internal static readonly IReadOnlyList<GraphAlgorithm> All =
    [
        new("similarity", "The nodes most like --source, or most like each node, by the neighbours they share; jaccard, the best --count (10).",
            GraphForm.Undirected, [Source, Measure, Count, MinScore, MostPerShared], Alike),
        new("link-prediction", "Pairs without an edge that share most; adamic-adar, the best --count (100).",
            GraphForm.Undirected, [Measure, Count, MostPerShared], Predict),
        new("simrank", "How alike nodes are that alike nodes point to: of each two of --source, or of all.", GraphForm.Directed,
            [Source, Decay, Error, FailureProbability, Seed], Recursive),
    ];

    private static EdgeValues Alike(AlgorithmInput input)
    {
        SimilarityOptions standard = new();
        SimilarityOptions options = new()
        {
            Measure = Chosen(input) ?? standard.Measure,
            Most = input.Arguments.Whole(Count) ?? standard.Most,
            MinScore = input.Arguments.Number(MinScore) ?? standard.MinScore,
            MostPerShared = input.Arguments.Whole(MostPerShared) ?? standard.MostPerShared,
        };
        IReadOnlyList<int> sources = input.Arguments.Nodes(Source, input.Graph);
        ValuedEdge[] found = sources.Count == 0
            ? [.. EdgeValues.Of(NodeSimilarity.OfAll(input.Graph.Undirected, options, input.Execution))]
            :
            [
                .. sources.SelectMany(source => NodeSimilarity.MostSimilar(input.Graph.Undirected, source, options).ToArray()
                    .Select(like => new ValuedEdge(source, like.Node, like.Score))),
            ];
        return new([Fact("pairs", found.Length)], AreDirected: true, found);
    }

    private static EdgeValues Predict(AlgorithmInput input)
    {
        LinkPredictionOptions standard = new();
        PredictedLink[] links = LinkPrediction.Compute(
            input.Graph.Undirected,
            new()
            {
                Measure = Chosen(input) ?? standard.Measure,
                Most = input.Arguments.Whole(Count) ?? standard.Most,
                MostPerShared = input.Arguments.Whole(MostPerShared) ?? standard.MostPerShared,
            },
            input.Execution).ToArray();
        return new([Fact("links", links.Length)], AreDirected: false, links.Select(link => new ValuedEdge(link.First, link.Second, link.Score)));
    }

    private static EdgeValues Recursive(AlgorithmInput input)
    {
        SimRankOptions standard = new();
        SimRankOptions options = new()
        {
            Decay = input.Arguments.Number(Decay) ?? standard.Decay,
            Error = input.Arguments.Number(Error) ?? standard.Error,
            FailureProbability = input.Arguments.Number(FailureProbability) ?? standard.FailureProbability,
            Seed = input.Arguments.Seed() ?? standard.Seed,
        };
        int[] nodes = [.. input.Arguments.Nodes(Source, input.Graph).Distinct()];
        SimRankResult found = nodes.Length == 0
            ? SimRank.Compute(input.Graph.Directed, options, input.Execution)
            : SimRank.OfSet(input.Graph.Directed, nodes, options, input.Execution);
        return new([new("error", found.Error), new("failureProbability", found.FailureProbability)], AreDirected: false, Pairs(found));
    }

    private static IEnumerable<ValuedEdge> Pairs(SimRankResult found)
    {
        for (int first = 0; first < found.Nodes.Length; first++)
        {
            for (int second = first + 1; second < found.Nodes.Length; second++)
            {
                if (found[first, second] > 0) yield return new(found.Nodes.Span[first], found.Nodes.Span[second], found[first, second]);
            }
        }
    }

    private static SimilarityMeasure? Chosen(AlgorithmInput input) => input.Arguments.Word(
        Measure, ("common", SimilarityMeasure.CommonNeighbours), ("jaccard", SimilarityMeasure.Jaccard), ("cosine", SimilarityMeasure.Cosine),
        ("sorensen", SimilarityMeasure.Sorensen), ("hub-promoted", SimilarityMeasure.HubPromoted), ("hub-depressed", SimilarityMeasure.HubDepressed),
        ("lhn", SimilarityMeasure.LeichtHolmeNewman), ("adamic-adar", SimilarityMeasure.AdamicAdar), ("resource", SimilarityMeasure.ResourceAllocation),
        ("preferential", SimilarityMeasure.PreferentialAttachment));
}
