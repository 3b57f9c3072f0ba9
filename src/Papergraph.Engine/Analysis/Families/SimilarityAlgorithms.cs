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
        new("fastrp", "A vector for each node, alike for nodes with alike surroundings.", GraphForm.AsGiven, [Dimensions, NormalizationStrength, Seed],
            Embed),
        new("nearest", "The nodes whose vectors are nearest those of --source, or of each node; the best --count (10).", GraphForm.AsGiven,
            [Source, Count, Dimensions, NormalizationStrength, Seed], Near),
    ];

    private static EdgeValues Alike(AlgorithmInput input)
    {
        SimilarityOptions standard = new();
        SimilarityOptions options = new()
        {
            Measure = Chosen(input) ?? standard.Measure,
            Most = MostWanted(input) ?? standard.Most,
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
                Most = MostWanted(input) ?? standard.Most,
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

    private static NodeCoordinates Embed(AlgorithmInput input)
    {
        NodeVectors vectors = Vectors(input);
        return new([Fact("dimensions", vectors.Dimensions)], vectors.Dimensions, vectors.Values);
    }

    private static EdgeValues Near(AlgorithmInput input)
    {
        int most = MostWanted(input, NearestNeighbours.MostNeighbours) ?? 10;
        int[] queries = [.. input.Arguments.Nodes(Source, input.Graph)];
        if (queries.Length == 0) queries = [.. Enumerable.Range(0, input.Graph.NodeCount)];
        NeighbourLists found = NearestNeighbours.Find(Vectors(input), queries, most, input.Execution);
        return new([Fact("pairs", found.Nodes.ToArray().Count(node => node >= 0))], AreDirected: true, Pairs(found, queries));
    }

    private static NodeVectors Vectors(AlgorithmInput input)
    {
        FastRpOptions standard = new();
        FastRpOptions options = new()
        {
            Dimensions = input.Arguments.Whole(Dimensions) ?? standard.Dimensions,
            NormalizationStrength = input.Arguments.Number(NormalizationStrength) ?? standard.NormalizationStrength,
            Seed = input.Arguments.Seed() ?? standard.Seed,
        };
        return input.Graph.IsDirected
            ? FastRp.Compute(input.Graph.Directed, options, input.Execution)
            : FastRp.Compute(input.Graph.Undirected, options, input.Execution);
    }

    private static IEnumerable<ValuedEdge> Pairs(NeighbourLists found, int[] queries)
    {
        for (int query = 0; query < queries.Length; query++)
        {
            for (int i = query * found.Most; i < (query + 1) * found.Most; i++)
            {
                if (found.Nodes.Span[i] >= 0) yield return new(queries[query], found.Nodes.Span[i], found.Similarities.Span[i]);
            }
        }
    }

    private static int? MostWanted(AlgorithmInput input, int greatest = int.MaxValue)
    {
        int? count = input.Arguments.Whole(Count);
        return count < 1 || count > greatest ? throw EngineErrors.OutOfRange("--count", count.Value, $"1 to {greatest}") : count;
    }

    private static SimilarityMeasure? Chosen(AlgorithmInput input) => input.Arguments.Word(
        Measure, ("common", SimilarityMeasure.CommonNeighbours), ("jaccard", SimilarityMeasure.Jaccard), ("cosine", SimilarityMeasure.Cosine),
        ("sorensen", SimilarityMeasure.Sorensen), ("hub-promoted", SimilarityMeasure.HubPromoted), ("hub-depressed", SimilarityMeasure.HubDepressed),
        ("lhn", SimilarityMeasure.LeichtHolmeNewman), ("adamic-adar", SimilarityMeasure.AdamicAdar), ("resource", SimilarityMeasure.ResourceAllocation),
        ("preferential", SimilarityMeasure.PreferentialAttachment));
}
