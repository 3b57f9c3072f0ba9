using Papergraph.Algorithms;
using static Papergraph.Engine.Analysis.OptionCatalog;

namespace Papergraph.Engine.Analysis.Projections;

/// <summary>How nodes that share neighbours are linked: the same options for projections and for the algorithms that do it.</summary>
public static class SharedNeighbourOptions
{
    /// <summary>The options.</summary>
    internal static IReadOnlyList<AlgorithmOption> All { get; } = [Normalization, Counting, MinShared, MinWeight, MostPerNode, MostPerShared, MostLinks];

    // What projections are given is checked as what algorithms are given.
    private static readonly GraphAlgorithm Projection = new(
        "the projection", "", GraphForm.Undirected, All, _ => throw new System.Diagnostics.UnreachableException());

    /// <summary>The names of the options.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(option => option.Name)];

    /// <summary>The options of a projection.</summary>
    /// <param name="given">The values by the name of their option.</param>
    /// <exception cref="Core.PapergraphException">One is no such option, or has no value that it can have.</exception>
    public static ProjectionOptions Read(IReadOnlyDictionary<string, IReadOnlyList<string>> given) => Read(new AlgorithmArguments(Projection, given));

    internal static ProjectionOptions Read(AlgorithmArguments arguments)
    {
        ProjectionOptions standard = new();
        return new()
        {
            Normalization = arguments.Word(
                Normalization, ("none", ProjectionNormalization.None), ("cosine", ProjectionNormalization.Cosine),
                ("association", ProjectionNormalization.AssociationStrength), ("jaccard", ProjectionNormalization.Jaccard),
                ("dice", ProjectionNormalization.Dice), ("inclusion", ProjectionNormalization.Inclusion)) ?? standard.Normalization,
            Counting = arguments.Word(Counting, ("full", ProjectionCounting.Full), ("fractional", ProjectionCounting.Fractional)) ?? standard.Counting,
            MinShared = arguments.Number(MinShared) ?? standard.MinShared,
            MinWeight = arguments.Number(MinWeight) ?? standard.MinWeight,
            MostPerNode = arguments.Whole(MostPerNode) ?? standard.MostPerNode,
            MostPerShared = arguments.Whole(MostPerShared) ?? standard.MostPerShared,
            MostLinks = arguments.Whole(MostLinks) ?? standard.MostLinks,
        };
    }
}
