namespace Papergraph.Engine.Analysis;

/// <summary>The options of algorithms. One that several have means the same in all of them.</summary>
internal static class OptionCatalog
{
    internal static readonly AlgorithmOption
        Seed = new("seed", OptionKind.Whole, "Seed of the random numbers, from 0 on; the same seed gives the same result."),
        Source = new("source", OptionKind.Node, "Id or name of the node where it begins; personalised ranks, ego networks, h-index and SimRank take several."),
        Target = new("target", OptionKind.Node, "Id or name of the node where it ends."),
        Count = new("count", OptionKind.Whole, "How many to find at most."),
        Direction = new("direction", OptionKind.Word, "Which way edges are followed: out, in or both. Default: out."),
        Damping = new("damping", OptionKind.Number, "Probability of following an edge, from 0 to below 1. Default: 0.85."),
        Tolerance = new("tolerance", OptionKind.Number, "Change below which the iteration ends. Default: 1e-9."),
        MaxIterations = new("max-iterations", OptionKind.Whole, "Most sweeps over the graph."),
        Normalized = new("normalized", OptionKind.Flag, "Divide by the greatest value possible."),
        Group = new("group", OptionKind.Property, "Property of nodes that holds the groups."),
        OtherGroup = new("other-group", OptionKind.Property, "Property of nodes that holds the groups to compare with."),
        Resolution = new("resolution", OptionKind.Number, "Greater: more and smaller communities. Default: 1."),
        Quality = new("quality", OptionKind.Word, "What is maximised: modularity or cpm. Default: modularity."),
        Year = new("year", OptionKind.Property, "Property of nodes that holds their year. Default: year.");
}
