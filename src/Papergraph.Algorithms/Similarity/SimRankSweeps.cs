using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>SimRank of all pairs, sweep by sweep: S ← C·Wᵀ·S·W with ones on the diagonal, the columns of W the means over
/// sources.</summary>
internal sealed class SimRankSweeps : IBlockWork
{
    private const int RowsOfBlock = 16;

    private readonly DirectedCsr _graph;
    private readonly WorkerTeam _team;
    private readonly NodeBlocks _blocks;
    private readonly double _decay;
    private readonly double[][] _partial;
    private double[] _scores, _next;

    public SimRankSweeps(DirectedCsr graph, double decay, WorkerTeam team)
    {
        (_graph, _decay, _team) = (graph, decay, team);
        int n = graph.NodeCount;
        _blocks = NodeBlocks.Even(n, RowsOfBlock);
        (_scores, _next) = (new double[(long)n * n], new double[(long)n * n]);
        _partial = new double[team.Size][];
        for (int worker = 0; worker < _partial.Length; worker++) _partial[worker] = new double[n];
        for (int node = 0; node < n; node++) _scores[(node * n) + node] = 1;
    }

    /// <summary>Row after row.</summary>
    public double[] Scores => _scores;

    public void Next()
    {
        _team.Run(this, _blocks.Count);

        // Only pairs with the lower node first were computed; the others are the same.
        int n = _graph.NodeCount;
        for (int first = 0; first < n; first++)
            for (int second = first + 1; second < n; second++) _next[(second * n) + first] = _next[(first * n) + second];
        (_scores, _next) = (_next, _scores);
    }

    public void Do(int block, int worker)
    {
        int n = _graph.NodeCount;
        double[] partial = _partial[worker];
        CsrView sources = new(_graph.IncomingRows);
        (int start, int end) = _blocks[block];
        for (int first = start; first < end; first++)
        {
            Span<double> row = _next.AsSpan(first * n, n);
            ReadOnlySpan<int> firstSources = sources.Neighbours(first);

            // What all sources of the first node have in common with each node, once for all second nodes.
            Array.Clear(partial);
            foreach (int source in firstSources)
            {
                ReadOnlySpan<double> scores = _scores.AsSpan(source * n, n);
                for (int i = 0; i < scores.Length; i++) partial[i] += scores[i];
            }

            row[first] = 1;
            for (int second = first + 1; second < n; second++)
            {
                ReadOnlySpan<int> secondSources = sources.Neighbours(second);
                double sum = 0;
                foreach (int source in secondSources) sum += partial[source];
                double pairs = (double)firstSources.Length * secondSources.Length;
                row[second] = pairs == 0 ? 0 : _decay * sum / pairs;
            }
        }
    }
}
