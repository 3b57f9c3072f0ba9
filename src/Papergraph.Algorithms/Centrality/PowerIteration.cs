using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>The power method for <see cref="PageRank"/>: the distribution of surfers after a number of clicks.</summary>
internal static class PowerIteration
{
    /// <summary>Goes a number of clicks from the distribution of starts on.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="factors">For each node the damping divided by its outgoing weight; 0 for dangling nodes.</param>
    /// <param name="starts">The distribution of starts; empty when uniform.</param>
    /// <param name="damping">The damping.</param>
    /// <param name="clicks">How many.</param>
    /// <param name="run">Threads, progress, cancellation.</param>
    /// <returns>The ranks, and the L1 norm of what the last click changed.</returns>
    internal static (double[] Ranks, double Change) Run(
        DirectedCsr graph, double[] factors, double[] starts, double damping, int clicks, Execution run)
    {
        int n = graph.NodeCount;
        double[] ranks = new double[n], shares = new double[n], received = new double[n];
        for (int node = 0; node < n; node++) ranks[node] = starts.Length == 0 ? 1.0 / n : starts[node];
        double change = 0;
        using WorkerTeam team = new(run);
        RowProduct incoming = new(n, graph.IncomingRows, team);
        for (int click = 1; click <= clicks; click++)
        {
            double dangling = 0;
            for (int node = 0; node < n; node++)
            {
                shares[node] = factors[node] * ranks[node];
                if (factors[node] == 0) dangling += ranks[node];
            }

            incoming.Multiply(shares, received);
            double anew = 1 - damping + (damping * dangling);
            change = 0;
            for (int node = 0; node < n; node++)
            {
                double rank = received[node] + (anew * (starts.Length == 0 ? 1.0 / n : starts[node]));
                change += Math.Abs(rank - ranks[node]);
                ranks[node] = rank;
            }

            run.Progress?.Report(new("pagerank", click, clicks, "sweeps"));
        }

        return (ranks, change);
    }
}
