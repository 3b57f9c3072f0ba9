using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>Adds the dependencies of all sources, on several threads but in one order.</summary>
/// <remarks>Batches of sources go round a fixed number of accumulators, which are added in the end: who works on which does not
/// matter.</remarks>
internal sealed class BetweennessSum : IBlockWork
{
    private const int NodeAccumulators = 32, EdgeAccumulators = 8;

    private readonly int _nodeCount, _batches;
    private readonly double[][] _nodes, _edges;
    private readonly IPathDependencies[] _dependencies;
    private int _round;

    private BetweennessSum(int nodeCount, long edgeEntries, IPathDependencies[] dependencies)
    {
        (_nodeCount, _dependencies) = (nodeCount, dependencies);
        _batches = (nodeCount + dependencies[0].Width - 1) / dependencies[0].Width;
        int accumulators = Math.Min(_batches, edgeEntries > 0 ? EdgeAccumulators : NodeAccumulators);
        _nodes = [.. Enumerable.Range(0, accumulators).Select(_ => new double[nodeCount])];
        _edges = [.. Enumerable.Range(0, accumulators).Select(_ => new double[checked((int)edgeEntries)])];
    }

    /// <summary>The sum over all sources for each node and, if asked for, for each entry of the rows.</summary>
    public static (double[] Nodes, double[] Edges) Of(int nodeCount, CsrRows along, CsrRows against, bool ofEdges, Execution run)
    {
        EdgeWeightCheck.RequirePositive("betweenness", along);
        if (nodeCount == 0) return ([], []);
        IPathDependencies[] dependencies = new IPathDependencies[run.Threads];
        for (int worker = 0; worker < dependencies.Length; worker++)
        {
            dependencies[worker] = along.IsWeighted
                ? new WeightedBrandes(nodeCount, along, run.Cancellation)
                : new BatchedBrandes(nodeCount, along, against, run.Cancellation);
        }

        BetweennessSum sum = new(nodeCount, ofEdges ? along.EdgeCount : 0, dependencies);
        using WorkerTeam team = new(run);
        for (sum._round = 0; sum._round * (long)sum._nodes.Length < sum._batches; sum._round++)
        {
            int done = sum._round * sum._nodes.Length;
            team.Run(sum, Math.Min(sum._nodes.Length, sum._batches - done));
            int sources = (int)Math.Min(nodeCount, (done + (long)sum._nodes.Length) * dependencies[0].Width);
            run.Progress?.Report(new("Shortest paths from each node", sources, nodeCount, "nodes"));
        }

        double[] nodes = Added(sum._nodes), edges = Added(sum._edges);
        if (!Array.TrueForAll(nodes, double.IsFinite) || !Array.TrueForAll(edges, double.IsFinite)) throw AlgorithmErrors.TooManyPaths();
        return (nodes, edges);
    }

    public void Do(int block, int worker)
    {
        IPathDependencies dependencies = _dependencies[worker];
        int first = ((_round * _nodes.Length) + block) * dependencies.Width;
        Span<int> sources = stackalloc int[Math.Min(dependencies.Width, _nodeCount - first)];
        for (int i = 0; i < sources.Length; i++) sources[i] = first + i;
        dependencies.Add(sources, _nodes[block], _edges[block]);
    }

    private static double[] Added(double[][] accumulators)
    {
        double[] sum = accumulators[0];
        foreach (double[] more in accumulators.AsSpan(1))
            for (int i = 0; i < sum.Length; i++) sum[i] += more[i];
        return sum;
    }
}
