namespace Papergraph.Engine.Analysis;

/// <summary>The options of algorithms. One that several have means the same in all of them.</summary>
internal static class OptionCatalog
{
    // Where it begins and ends.
    internal static readonly AlgorithmOption
        Source = new("source", OptionKind.Node, "Id or name of the node where it begins; may be given several times where several make sense."),
        Target = new("target", OptionKind.Node, "Id or name of the node where it ends."),
        Direction = new("direction", OptionKind.Word, "Which way edges are followed: out, in or both. Default: out; of ego both."),
        Count = new("count", OptionKind.Whole, "How many to find at most."),
        Seed = new("seed", OptionKind.Whole, "Seed of the random numbers, from 0 on; the same seed gives the same result. Default: 1.");

    // Iterations.
    internal static readonly AlgorithmOption
        Damping = new("damping", OptionKind.Number, "Probability of following an edge, from 0 to below 1. Default: 0.85."),
        Tolerance = new("tolerance", OptionKind.Number, "Change below which the iteration ends. Default: 1e-9."),
        MaxIterations = new("max-iterations", OptionKind.Whole, "Most sweeps over the graph."),
        Alpha = new("alpha", OptionKind.Number, "How much of a score passes over an edge. Default: one that fits the graph."),
        FollowProbability = new("follow-probability", OptionKind.Number, "Probability of going on to a reference. Default: 0.5."),
        DecayAge = new("decay-age", OptionKind.Number, "Years after which a paper is begun with e times more seldom. Default: 2.6."),
        Normalized = new("normalized", OptionKind.Flag, "Divide by the greatest value possible.");

    // Groups.
    internal static readonly AlgorithmOption
        Group = new("group", OptionKind.Property, "Property of nodes that holds the groups."),
        OtherGroup = new("other-group", OptionKind.Property, "Property of nodes that holds the groups to compare with."),
        Resolution = new("resolution", OptionKind.Number, "Greater: more and smaller communities. Default: 1."),
        Quality = new("quality", OptionKind.Word, "What is maximised: modularity or cpm. Default: modularity."),
        Level = new("level", OptionKind.Whole, "Which level of the hierarchy, from 0 for the finest. Default: the coarsest.");

    // Links between nodes that share neighbours.
    internal static readonly AlgorithmOption
        Normalization = new(
            "normalization", OptionKind.Word, "How links are weighed: none, cosine, association, jaccard, dice or inclusion. Default: none."),
        Counting = new("counting", OptionKind.Word, "What a shared node of k counts: 1 (full) or 1/(k-1) (fractional). Default: full."),
        MinShared = new("min-shared", OptionKind.Number, "Least that two nodes share to be linked. Default: anything."),
        MinWeight = new("min-weight", OptionKind.Number, "Least weight of a link, after normalisation. Default: 0."),
        MostPerNode = new("most-per-node", OptionKind.Whole, "Keep only that many of the heaviest links of each node."),
        MostPerShared = new("most-per-shared", OptionKind.Whole, "Leave out what more nodes than this share."),
        MostLinks = new("most-links", OptionKind.Whole, "Refuse a result of more links. Default: 200 million."),
        Side = new("side", OptionKind.Word, "Which ends of the edges are linked: targets or sources. Default: targets."),
        Measure = new(
            "measure", OptionKind.Word,
            "common, jaccard, cosine, sorensen, hub-promoted, hub-depressed, lhn, adamic-adar, resource or preferential."),
        MinScore = new("min-score", OptionKind.Number, "Least score. Default: anything above 0.");

    // Embeddings.
    internal static readonly AlgorithmOption
        Dimensions = new("dimensions", OptionKind.Whole, "Numbers of each vector. Default: 128."),
        NormalizationStrength = new("normalization-strength", OptionKind.Number, "Below 0: nodes of high degree say less. Default: 0.");

    // Papers and years.
    internal static readonly AlgorithmOption
        Year = new("year", OptionKind.Property, "Property of nodes that holds their year. Default: year."),
        Window = new("window", OptionKind.Whole, "Count only papers of at most so many years later. Default: all."),
        LeastReferences = new(
            "least-references", OptionKind.Whole, "References of a paper that another must cite to build on them as well: 5 gives DI5. Default: 1."),
        Traversal = new("traversal", OptionKind.Word, "Weight of a citation: spc, splc or spnp. Default: spc."),
        Search = new("search", OptionKind.Word, "global, local, backward, key-route or key-route-local. Default: global."),
        KeyRoutes = new("key-routes", OptionKind.Whole, "Heaviest citations that key-routes go through. Default: 10."),
        Cycles = new("cycles", OptionKind.Word, "What happens to citations on cycles: refuse or drop. Default: refuse."),
        Scaling = new("scaling", OptionKind.Number, "How many times the rate of one state is that of the state below. Default: 2."),
        Gamma = new("gamma", OptionKind.Number, "What going up a state costs. Default: 1."),
        States = new("states", OptionKind.Whole, "States of the automaton. Default: 2.");

    // Bounds.
    internal static readonly AlgorithmOption
        Error = new("error", OptionKind.Number, "How far scores may be off."),
        FailureProbability = new("failure-probability", OptionKind.Number, "With which probability one may be off farther."),
        Radius = new("radius", OptionKind.Whole, "Most edges away. Default: 1."),
        K = new("k", OptionKind.Whole, "Least neighbours that each node has within the core. Default: as many as there can be."),
        Linkage = new("linkage", OptionKind.Word, "What is joined first: average, single or modularity. Default: average."),
        Height = new("height", OptionKind.Number, "Join no groups above this height, in place of --count."),
        Decay = new("decay", OptionKind.Number, "How much less a step farther counts, between 0 and 1. Default: 0.6."),
        Samples = new("samples", OptionKind.Whole, "Nodes from which is measured. Default: 1024.");

    // Walks.
    internal static readonly AlgorithmOption
        WalksPerNode = new("walks-per-node", OptionKind.Whole, "Walks from each node. Default: 10."),
        Length = new("length", OptionKind.Whole, "Steps of a walk. Default: 80."),
        Return = new("return", OptionKind.Number, "node2vec's p: greater, and walks seldom go back. Default: 1."),
        InOut = new("in-out", OptionKind.Number, "node2vec's q: greater, and walks stay near. Default: 1.");
}
