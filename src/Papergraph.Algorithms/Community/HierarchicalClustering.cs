using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>How far apart two groups of points are.</summary>
public enum Linkage
{
    /// <summary>As far as their nearest points.</summary>
    Single,

    /// <summary>As far as their farthest points.</summary>
    Complete,

    /// <summary>The mean over all pairs of points (UPGMA).</summary>
    Average,

    /// <summary>The mean of the distances of the two groups that were joined last (WPGMA).</summary>
    Weighted,

    /// <summary>√(2·|A|·|B|/(|A| + |B|)) times the distance of their centres: joining them adds the least to the sum of squares. For
    /// Euclidean distances.</summary>
    Ward,
}

/// <summary>How alike two groups of nodes of a graph are; they are as far apart as the reciprocal of that.</summary>
public enum GraphLinkage
{
    /// <summary>The mean weight over all pairs of nodes, 0 for those without an edge.</summary>
    Average,

    /// <summary>The greatest weight of an edge between them.</summary>
    Single,

    /// <summary>Weight between them times the weight of the whole graph over the product of their weighted degrees: how many times more
    /// edges there are than by chance. The distance of T. Bonald, B. Charpentier, A. Galland and A. Hollocou, “Hierarchical Graph
    /// Clustering Using Node Pair Sampling” (Paris), 2018, https://arxiv.org/abs/1806.01664.</summary>
    Modularity,
}

/// <summary>Joins the nearest groups, bottom up, until one is left.</summary>
/// <remarks>All linkages here are reducible: joining two groups brings neither nearer to a third. So mutually nearest groups may be joined
/// as soon as they are found, by chains of nearest neighbours: F. Murtagh, “A Survey of Recent Advances in Hierarchical Clustering
/// Algorithms”, The Computer Journal 26(4), 1983, https://doi.org/10.1093/comjnl/26.4.354; D. Müllner, “Modern Hierarchical, Agglomerative
/// Clustering Algorithms”, 2011, https://arxiv.org/abs/1109.2378. Where distances are equal more than one hierarchy is right; this
/// one prefers lower numbers. Heights are those of SciPy's <c>linkage</c>.</remarks>
public static class HierarchicalClustering
{
    /// <summary>Most points of which all distances are kept.</summary>
    public const int MostPoints = 32_768;

    /// <summary>Clusters the nodes of a graph by the weights of its edges: more is nearer.</summary>
    /// <remarks>
    /// <para>Each step joins two groups with an edge between them, at the height 1/likeness. Nodes of different components become one at
    /// infinite height. Edges without weights weigh 1; the weights of parallel edges count each, for <see cref="GraphLinkage.Single"/>
    /// the greatest. An edge of weight 0 is none; self-loops count only in weighted degrees, twice.</para>
    /// <para>Cost: O(edges · log² nodes) time, and about 60 bytes an edge: each group has a heap of its neighbours whose entries are put
    /// right only when they come up, which reducibility allows.</para>
    /// </remarks>
    /// <param name="graph">Any undirected graph.</param>
    /// <param name="linkage">How alike groups are.</param>
    /// <param name="execution">Progress, cancellation; one thread is used.</param>
    /// <exception cref="PapergraphException">A weight is negative, NaN or infinite (PGA002).</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled; nothing is returned.</exception>
    public static Dendrogram Compute(UndirectedCsr graph, GraphLinkage linkage = GraphLinkage.Average, Execution? execution = null)
    {
        ArgumentNullException.ThrowIfNull(graph);
        Execution run = Execution.Of(execution);
        if (!Enum.IsDefined(linkage)) throw AlgorithmErrors.OutOfRange("linkage", (int)linkage, "one of those listed");
        EdgeWeightCheck.RequireNonNegative("hierarchical clustering", graph.Rows);
        return Dendrogram.Of(graph.NodeCount, new GraphAgglomeration(graph, linkage).Merges(run));
    }

    /// <summary>Clusters points by their Euclidean distances.</summary>
    /// <remarks>O(points² · dimensions) time. Single linkage needs one number a point, the others one for each two points, of which at most
    /// <see cref="MostPoints"/> are allowed. Distances are computed on several threads; the result does not depend on
    /// how many.</remarks>
    /// <param name="points">The coordinates of the points, those of each together.</param>
    /// <param name="dimensions">Coordinates of a point. At least 1.</param>
    /// <param name="linkage">How far apart groups are.</param>
    /// <param name="execution">Threads, cancellation.</param>
    /// <exception cref="PapergraphException">There are too many points (PGA062), coordinates do not make up whole points (PGA001), or one
    /// is not finite (PGA065).</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled; nothing is returned.</exception>
    public static Dendrogram OfVectors(ReadOnlyMemory<double> points, int dimensions, Linkage linkage, Execution? execution = null)
    {
        Execution run = Execution.Of(execution);
        if (dimensions < 1 || points.Length % dimensions != 0)
            throw AlgorithmErrors.OutOfRange("dimensions", dimensions, $"at least 1 and a divisor of the {points.Length} coordinates");
        RequireKnown(linkage);
        ReadOnlySpan<double> all = points.Span;
        for (int i = 0; i < all.Length; i++)
            if (!double.IsFinite(all[i])) throw AlgorithmErrors.UnfitValue("The list of coordinates", all[i], i);
        int count = points.Length / dimensions;
        if (linkage == Linkage.Single) return Dendrogram.Of(count, SpanningTreeLinkage.OfVectors(points, dimensions, run.Cancellation));
        RequireFew(count);
        using WorkerTeam team = new(run);
        return Dendrogram.Of(count, new NearestNeighbourChain(PairDistances.OfVectors(points, dimensions, team), linkage)
            .Merges(run.Cancellation));
    }

    /// <summary>Clusters things of which the distances are known.</summary>
    /// <remarks>O(count²) time and a copy of the distances.</remarks>
    /// <param name="distances">The distance of each two things: of 0 to 1, 2, …, count − 1, then of 1 to 2, 3, …, and so on.</param>
    /// <param name="count">Number of things, at most <see cref="MostPoints"/>.</param>
    /// <param name="linkage">How far apart groups are.</param>
    /// <param name="execution">Cancellation; one thread is used.</param>
    /// <exception cref="PapergraphException">There are too many things (PGA062), not one distance for each two (PGA003), or one is
    /// negative or not finite (PGA065).</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled; nothing is returned.</exception>
    public static Dendrogram OfDistances(ReadOnlyMemory<double> distances, int count, Linkage linkage, Execution? execution = null)
    {
        Execution run = Execution.Of(execution);
        RequireKnown(linkage);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        RequireFew(count);
        long pairs = (long)count * (count - 1) / 2;
        if (distances.Length != pairs) throw AlgorithmErrors.UnfitLength("The list of distances", distances.Length, pairs);
        ReadOnlySpan<double> all = distances.Span;
        for (int i = 0; i < all.Length; i++)
            if (!(all[i] >= 0 && double.IsFinite(all[i]))) throw AlgorithmErrors.UnfitValue("The list of distances", all[i], i);
        PairDistances copy = new(count, distances.ToArray());
        return Dendrogram.Of(count, new NearestNeighbourChain(copy, linkage).Merges(run.Cancellation));
    }

    private static void RequireKnown(Linkage linkage)
    {
        if (!Enum.IsDefined(linkage)) throw AlgorithmErrors.OutOfRange("linkage", (int)linkage, "one of those listed");
    }

    private static void RequireFew(int count)
    {
        if (count > MostPoints) throw AlgorithmErrors.TooManyForPairs("hierarchical clustering", count, MostPoints);
    }
}
