using Papergraph.Algorithms;
using Papergraph.Engine.Analysis.Results;
using static Papergraph.Engine.Analysis.Families.AlgorithmInputs;
using static Papergraph.Engine.Analysis.OptionCatalog;

namespace Papergraph.Engine.Analysis.Families;

/// <summary>Which nodes belong together.</summary>
internal static class CommunityAlgorithms
{
    internal static readonly IReadOnlyList<GraphAlgorithm> All =
    [
        new("leiden", "Communities of greatest quality, each connected.", GraphForm.Undirected,
            [Quality, Resolution, Seed, MaxIterations, Level], FindLeiden),
        new("louvain", "Communities of great quality, found by moving single nodes.", GraphForm.Undirected,
            [Quality, Resolution, Seed, MaxIterations, Level], FindLouvain),
        new("label-propagation", "Communities by taking over the label that most neighbours have.", GraphForm.Undirected, [Seed, MaxIterations], Propagate),
        new("linkage", "Groups by joining the nearest again and again, until --count (10) are left.", GraphForm.Undirected,
            [OptionCatalog.Linkage, Count, Height], Join),
        new("wcc", "Weakly connected components: nodes that edges connect, whatever their directions.", GraphForm.Directed, [],
            input => Components(WeakComponents.Compute(input.Graph.Directed, input.Execution))),
        new("scc", "Strongly connected components: nodes that reach each other.", GraphForm.Directed, [],
            input => Components(StrongComponents.Compute(input.Graph.Directed, input.Execution))),
        new("modularity", "How good the groups of a property are: modularity, or the constant Potts model.", GraphForm.Undirected,
            [Group, Quality, Resolution], Judge),
        new("conductance", "How many edges leave the groups of a property.", GraphForm.Undirected, [Group], Cut),
        new("compare", "How alike the groups of two properties are.", GraphForm.AsGiven, [Group, OtherGroup], Compare),
    ];

    private static NodeGroups FindLeiden(AlgorithmInput input)
    {
        LeidenOptions standard = new();
        return Communities(input, Leiden.Compute(
            input.Graph.Undirected,
            new()
            {
                Quality = input.Quality(),
                Resolution = input.Arguments.Number(Resolution) ?? standard.Resolution,
                Seed = input.Arguments.Seed() ?? standard.Seed,
                MaxIterations = input.Arguments.Whole(MaxIterations) ?? standard.MaxIterations,
            },
            input.Execution));
    }

    private static NodeGroups FindLouvain(AlgorithmInput input)
    {
        LouvainOptions standard = new();
        return Communities(input, Louvain.Compute(
            input.Graph.Undirected,
            new()
            {
                Quality = input.Quality(),
                Resolution = input.Arguments.Number(Resolution) ?? standard.Resolution,
                Seed = input.Arguments.Seed() ?? standard.Seed,
                MaxIterations = input.Arguments.Whole(MaxIterations) ?? standard.MaxIterations,
            },
            input.Execution));
    }

    private static NodeGroups Communities(AlgorithmInput input, CommunityResult found)
    {
        int levels = found.Levels.Count, level = input.Arguments.Whole(Level) ?? levels - 1;
        if (levels > 0 && (level < 0 || level >= levels)) throw EngineErrors.OutOfRange("--level", level, $"0 to {levels - 1} here");
        Partition chosen = input.Arguments.Whole(Level) is null ? found.Partition : found.Levels[level];
        return new(
            [
                Fact("communities", chosen.Count), new(input.Quality() == QualityFunction.Modularity ? "modularity" : "cpm", found.Quality),
                Fact("levels", levels), Fact("iterations", found.Iterations), new("converged", found.Converged),
            ],
            chosen);
    }

    private static NodeGroups Propagate(AlgorithmInput input)
    {
        LabelPropagationOptions standard = new();
        PartitionResult found = LabelPropagation.Compute(
            input.Graph.Undirected,
            new()
            {
                Seed = input.Arguments.Seed() ?? standard.Seed,
                MaxIterations = input.Arguments.Whole(MaxIterations) ?? standard.MaxIterations,
            },
            input.Execution);
        return new(
            [Fact("communities", found.Partition.Count), Fact("iterations", found.Iterations), new("converged", found.Converged)], found.Partition);
    }

    private static NodeGroups Join(AlgorithmInput input)
    {
        GraphLinkage linkage = input.Arguments.Word(
            OptionCatalog.Linkage, ("average", GraphLinkage.Average), ("single", GraphLinkage.Single), ("modularity", GraphLinkage.Modularity))
            ?? GraphLinkage.Average;
        double? height = input.Arguments.Number(Height);
        int count = input.Arguments.Whole(Count) ?? 10;
        if (count < 1) throw EngineErrors.OutOfRange("--count", count, "at least 1");
        Dendrogram tree = HierarchicalClustering.Compute(input.Graph.Undirected, linkage, input.Execution);
        // What no edge connects becomes one at infinite height: that says nothing of the graph, and is left undone.
        int joined = tree.CutAt(double.MaxValue).Count;
        Partition groups = height is { } most
            ? tree.CutAt(Math.Min(most, double.MaxValue))
            : tree.Cut(Math.Clamp(count, joined, tree.LeafCount));
        return new([Fact("groups", groups.Count), Fact("components", joined)], groups);
    }

    private static AnalysisResult Judge(AlgorithmInput input)
    {
        Partition groups = input.Graph.GroupsBy(input.Arguments.RequiredProperty(Group));
        double resolution = input.Arguments.Number(Resolution) ?? 1;
        bool isModularity = input.Quality() == QualityFunction.Modularity;
        double quality = isModularity
            ? Modularity.Of(input.Graph.Undirected, groups, resolution, input.Execution)
            : ConstantPotts.Of(input.Graph.Undirected, groups, resolution, input.Execution);
        return new([Fact("groups", groups.Count), new(isModularity ? "modularity" : "cpm", quality)]);
    }

    private static AnalysisResult Cut(AlgorithmInput input)
    {
        Partition groups = input.Graph.GroupsBy(input.Arguments.RequiredProperty(Group));
        PartitionCuts cuts = Conductance.Of(input.Graph.Undirected, groups);
        return new(
        [
            Fact("groups", groups.Count), new("averageConductance", cuts.AverageConductance), new("greatestConductance", cuts.GreatestConductance),
            new("coverage", cuts.Coverage), new("cut", cuts.TotalCut),
        ]);
    }

    private static AnalysisResult Compare(AlgorithmInput input)
    {
        Partition first = input.Graph.GroupsBy(input.Arguments.RequiredProperty(Group));
        Partition second = input.Graph.GroupsBy(input.Arguments.RequiredProperty(OtherGroup));
        PartitionComparison compared = PartitionComparison.Of(first, second);
        return new(
        [
            Fact("groups", first.Count), Fact("otherGroups", second.Count), new("mutualInformation", compared.MutualInformation),
            new("normalizedMutualInformation", compared.NormalizedMutualInformation),
            new("adjustedMutualInformation", compared.AdjustedMutualInformation), new("variationOfInformation", compared.VariationOfInformation),
            new("rand", compared.Rand), new("adjustedRand", compared.AdjustedRand), new("purity", compared.Purity),
        ]);
    }

    private static NodeGroups Components(Partition components) => new(
        [Fact("components", components.Count), Fact("largest", components.Count > 0 ? components.Sizes.Span[0] : 0)], components);
}
