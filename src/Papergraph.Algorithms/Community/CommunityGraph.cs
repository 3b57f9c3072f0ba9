using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>The graph of one level, with what both quality functions need of it. A node here stands for the nodes of the graph asked about
/// that aggregation has put together.</summary>
/// <remarks>
/// <para>Both functions have the form W(in) − Σ over communities of a penalty that grows with the square of their size S, where a node's
/// size is its degree (modularity) or the number of nodes that it stands for (constant Potts). Taking node v with size s into
/// community C changes the quality by w(v, C) − <see cref="Pull"/>(s)·S(C): the whole of what moving, merging and refining need to know.
/// Modularity is counted in edge weight here, that is, times the weight of all edges.</para>
/// <para>Rows may hold self-loops at the first level only. Those of the other levels are in no order, and leave out the edges inside a
/// node: no move changes them.</para>
/// </remarks>
internal sealed class CommunityGraph
{
    private readonly QualityFunction _quality;
    private readonly double _resolution, _totalSize, _rate;

    private CommunityGraph(CommunityGraph origin, CsrRows rows, double[] sizes)
        : this(origin._quality, origin._resolution, sizes, rows, origin.EdgeWeight, origin._totalSize) =>
        MeanWeight = origin.MeanWeight;

    private CommunityGraph(QualityFunction quality, double resolution, double[] sizes, CsrRows rows, double edgeWeight, double totalSize)
    {
        (_quality, _resolution, Sizes, Rows) = (quality, resolution, sizes, rows);
        (EdgeWeight, _totalSize) = (edgeWeight, totalSize);
        _rate = quality == QualityFunction.ConstantPotts ? resolution : totalSize == 0 ? 0 : resolution / totalSize;
    }

    public int NodeCount => Sizes.Length;

    public CsrRows Rows { get; }

    /// <summary>The size of each node: its degree, or the number of nodes that it stands for.</summary>
    public double[] Sizes { get; }

    /// <summary>Weight of all edges of the graph asked about, self-loops counted once.</summary>
    public double EdgeWeight { get; }

    /// <summary>Mean weight of an edge of the graph asked about; 1 when it has none.</summary>
    public double MeanWeight { get; private init; } = 1;

    /// <summary>The first level.</summary>
    /// <exception cref="PapergraphException">Weights are negative or not finite, or so is their sum.</exception>
    public static CommunityGraph Of(string algorithm, UndirectedCsr graph, QualityFunction quality, double resolution, WorkerTeam team)
    {
        EdgeWeightCheck.RequireNonNegative(algorithm, graph.Rows);
        NodeBlocks blocks = NodeBlocks.ByEdges(graph.NodeCount, graph.Rows);
        double[] degrees = new double[graph.NodeCount];
        double twice = team.Sum(new Degrees(graph, blocks, degrees), blocks.Count);
        if (!double.IsFinite(twice)) throw AlgorithmErrors.WeightsTooGreat(algorithm);
        double mean = graph.EdgeCount == 0 || twice == 0 ? 1 : twice / 2 / graph.EdgeCount;
        if (quality == QualityFunction.ConstantPotts) Array.Fill(degrees, 1);
        return new(quality, resolution, degrees, graph.Rows, twice / 2, twice) { MeanWeight = mean };
    }

    /// <summary>Another level, or this one with its nodes in another order.</summary>
    public CommunityGraph With(CsrRows rows, double[] sizes) => new(this, rows, sizes);

    /// <summary>What a node of the size has against a community, for each unit of the community's size.</summary>
    public double Pull(double size) => _rate * size;

    /// <summary>The quality when each node is a community, of a level that is not the first.</summary>
    public double Quality()
    {
        double twiceBetween = 0;
        CsrView view = new(Rows);
        for (int node = 0; node < NodeCount; node++)
            foreach (double weight in view.Weights(node)) twiceBetween += weight;
        return Quality(EdgeWeight - (twiceBetween / 2), Sizes);
    }

    /// <summary>The quality of communities, by the definition.</summary>
    /// <param name="inside">Weight of the edges inside communities, self-loops counted once.</param>
    /// <param name="communitySizes">Size of each community; those without nodes may be among them as 0.</param>
    public double Quality(double inside, ReadOnlySpan<double> communitySizes)
    {
        double penalty = 0;
        if (_quality == QualityFunction.ConstantPotts)
        {
            foreach (double size in communitySizes) penalty += size * (size - 1) / 2;
            return inside - (_resolution * penalty);
        }

        if (EdgeWeight == 0) return 0;
        foreach (double size in communitySizes) penalty += size / _totalSize * (size / _totalSize);
        return (inside / EdgeWeight) - (_resolution * penalty);
    }

    private sealed class Degrees(UndirectedCsr graph, NodeBlocks blocks, double[] degrees) : IBlockSum
    {
        public double Sum(int block, int worker)
        {
            (int first, int end) = blocks[block];
            CsrView view = new(graph.Rows);
            double sum = 0;
            for (int node = first; node < end; node++)
            {
                double degree = graph.IsWeighted ? 0 : view.Degree(node);
                foreach (double weight in view.Weights(node)) degree += weight;
                if (graph.LoopCount > 0) degree += LoopWeight(view, node);
                degrees[node] = degree;
                sum += degree;
            }

            return sum;
        }

        // An end of a self-loop is at the node twice, but its row says so once.
        private static double LoopWeight(CsrView view, int node)
        {
            ReadOnlySpan<int> neighbours = view.Neighbours(node);
            ReadOnlySpan<double> weights = view.Weights(node);
            double loops = 0;
            for (int i = 0; i < neighbours.Length; i++)
                if (neighbours[i] == node) loops += view.IsWeighted ? weights[i] : 1;
            return loops;
        }
    }
}
