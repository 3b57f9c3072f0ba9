using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>Adds the dependencies of all sources, on several threads but in one order.</summary>
/// <remarks>Batches of sources go round a fixed number of accumulators, which are added in the end: who works on which does not
/// matter.</remarks>
internal sealed class BetweennessSum : IBlockWork
{
    // A vector of eight costs about as much as this many numbers one after another: measured on graphs of 20,000 nodes.
    private const double LeastOverlap = 2.5;

    private const int NodeAccumulators = 32, EdgeAccumulators = 8;

    private readonly int _nodeCount, _width, _batches;
    private readonly double[][] _nodes, _edges;
    private readonly IPathDependencies?[] _dependencies;
    private readonly Func<IPathDependencies> _create;
    private int _round;

    private BetweennessSum(int nodeCount, long edgeEntries, Func<IPathDependencies> create, int threads)
    {
        (_nodeCount, _create, _dependencies) = (nodeCount, create, new IPathDependencies?[threads]);
        IPathDependencies first = _dependencies[0] = create();
        _width = first.Width;
        _batches = (nodeCount + _width - 1) / _width;
        int accumulators = Math.Min(_batches, edgeEntries > 0 ? EdgeAccumulators : NodeAccumulators);
        _nodes = [.. Enumerable.Range(0, accumulators).Select(_ => new double[nodeCount])];
        _edges = [.. Enumerable.Range(0, accumulators).Select(_ => new double[checked((int)edgeEntries)])];
    }

    /// <summary>The sum over all sources for each node and, if asked for, for each entry of the rows.</summary>
    public static (double[] Nodes, double[] Edges) Of(int nodeCount, CsrRows along, CsrRows against, bool ofEdges, Execution run)
    {
        EdgeWeightCheck.RequirePositive("betweenness", along);
        if (nodeCount == 0) return ([], []);
        PopularFirst renumbered = new(nodeCount, along, against);
        Func<IPathDependencies> create = Choose(nodeCount, renumbered.Along, renumbered.Against, run.Cancellation);
        BetweennessSum sum = new(nodeCount, ofEdges ? along.EdgeCount : 0, create, run.Threads);
        using WorkerTeam team = new(run);
        for (sum._round = 0; sum._round * (long)sum._nodes.Length < sum._batches; sum._round++)
        {
            int done = sum._round * sum._nodes.Length;
            team.Run(sum, Math.Min(sum._nodes.Length, sum._batches - done));
            int sources = (int)Math.Min(nodeCount, (done + (long)sum._nodes.Length) * sum._width);
            run.Progress?.Report(new("Shortest paths from each node", sources, nodeCount, "nodes"));
        }

        double[] nodes = Added(sum._nodes), edges = Added(sum._edges);
        if (!Array.TrueForAll(nodes, double.IsFinite) || !Array.TrueForAll(edges, double.IsFinite)) throw AlgorithmErrors.TooManyPaths();
        return (renumbered.ByNode(nodes), ofEdges ? renumbered.ByEntry(edges, along) : []);
    }

    public void Do(int block, int worker)
    {
        IPathDependencies dependencies = _dependencies[worker] ??= _create();
        int first = ((_round * _nodes.Length) + block) * _width;
        Span<int> sources = stackalloc int[Math.Min(_width, _nodeCount - first)];
        for (int i = 0; i < sources.Length; i++) sources[i] = first + i;
        dependencies.Add(sources, _nodes[block], _edges[block]);
    }

    private static Func<IPathDependencies> Choose(int nodeCount, CsrRows along, CsrRows against, CancellationToken cancellation)
    {
        if (along.IsWeighted) return () => new WeightedBrandes(nodeCount, along, cancellation);
        BatchedBrandes batched = new(nodeCount, along, against, cancellation);
        int width = Math.Min(nodeCount, batched.Width);
        int[] spread = [.. Enumerable.Range(0, width).Select(i => (int)((long)i * nodeCount / width))];
        return batched.Overlap(spread) < LeastOverlap
            ? () => new SingleBrandes(nodeCount, along, cancellation)
            : () => new BatchedBrandes(nodeCount, along, against, cancellation);
    }

    private static double[] Added(double[][] accumulators)
    {
        double[] sum = accumulators[0];
        foreach (double[] more in accumulators.AsSpan(1))
            for (int i = 0; i < sum.Length; i++) sum[i] += more[i];
        return sum;
    }
}
