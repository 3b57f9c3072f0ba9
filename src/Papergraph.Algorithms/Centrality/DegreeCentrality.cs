using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>Which edges of a node count.</summary>
public enum DegreeKind
{
    /// <summary>Those that end in it: how often a paper is cited.</summary>
    In,

    /// <summary>Those that begin in it.</summary>
    Out,

    /// <summary>Both; a self-loop counts twice.</summary>
    Both,
}

/// <summary>Degree centrality: how many edges a node has, or what they weigh together.</summary>
/// <remarks>Parallel edges count each. O(nodes), with weights O(nodes + edges). Not normalised. Weights may be of
/// any sign: they are only added.</remarks>
public static class DegreeCentrality
{
    /// <summary>Degrees of a directed graph.</summary>
    /// <param name="graph">Any directed graph.</param>
    /// <param name="kind">Which edges count.</param>
    /// <exception cref="PapergraphException">PGA002: a weight is NaN or infinite.</exception>
    public static NodeScores Compute(DirectedCsr graph, DegreeKind kind)
    {
        ArgumentNullException.ThrowIfNull(graph);
        double[] scores = new double[graph.NodeCount];
        if (kind != DegreeKind.Out) Add(graph.IncomingRows, scores);
        if (kind != DegreeKind.In) Add(graph.OutgoingRows, scores);
        return new(scores);
    }

    /// <summary>Degrees of a graph without directions; a self-loop counts twice, as igraph counts it.</summary>
    /// <param name="graph">Any graph.</param>
    /// <exception cref="PapergraphException">PGA002: a weight is NaN or infinite.</exception>
    public static NodeScores Compute(UndirectedCsr graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        double[] scores = new double[graph.NodeCount];
        Add(graph.Rows, scores);
        if (graph.LoopCount > 0) AddLoops(graph.Rows, scores);
        return new(scores);
    }

    private static void Add(CsrRows rows, double[] scores)
    {
        EdgeWeightCheck.RequireFinite("the degree", rows);
        CsrView view = new(rows);
        for (int node = 0; node < scores.Length; node++) scores[node] += RowWeight.Of(view, node);
    }

    private static void AddLoops(CsrRows rows, double[] scores)
    {
        CsrView view = new(rows);
        for (int node = 0; node < scores.Length; node++)
        {
            ReadOnlySpan<int> row = view.Neighbours(node);
            ReadOnlySpan<double> weights = view.Weights(node);
            for (int i = 0; i < row.Length; i++)
                if (row[i] == node) scores[node] += weights.IsEmpty ? 1 : weights[i];
        }
    }
}
