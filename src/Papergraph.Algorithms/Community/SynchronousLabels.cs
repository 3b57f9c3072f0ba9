using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <content>The variant that LDBC Graphalytics defines.</content>
public static partial class LabelPropagation
{
    /// <summary>Propagates labels in step: in each round every node takes the label that was most frequent around it after the round
    /// before, and of several the least.</summary>
    /// <remarks>
    /// <para>Definition: CDLP of the LDBC Graphalytics benchmark (A. Iosup et al., “The LDBC Graphalytics Benchmark”,
    /// https://arxiv.org/abs/2011.15028, §2.3.3). A neighbour that is both target and source counts twice; so does each parallel edge.
    /// A node without edges keeps its label. Weights do not count.</para>
    /// <para>Deterministic, and easily caught in a cycle on bipartite graphs: the number of rounds is part of the definition. For
    /// communities use <see cref="Compute"/>.</para>
    /// <para>Cost: O(edges) a round; 8 bytes a node, and 4 for each thread. The same for any number of threads.</para>
    /// </remarks>
    /// <param name="graph">Any directed graph; for an undirected one see <see cref="UndirectedCsr.AsDirected"/>.</param>
    /// <param name="iterations">Number of rounds, at least 0; it ends before where a round changes nothing.</param>
    /// <param name="execution">Threads, progress and cancellation.</param>
    /// <exception cref="PapergraphException"><paramref name="iterations"/> is negative.</exception>
    /// <exception cref="OperationCanceledException">The kernel was cancelled.</exception>
    public static LabelledPartitionResult Synchronous(DirectedCsr graph, int iterations = 10, Execution? execution = null)
    {
        ArgumentNullException.ThrowIfNull(graph);
        Execution run = Execution.Of(execution);
        if (iterations < 0) throw AlgorithmErrors.OutOfRange("iterations", iterations, "at least 0");
        NodeBlocks blocks = NodeBlocks.ByEdges(graph.NodeCount, graph.OutgoingRows);
        using WorkerTeam team = new(run.ForBlocks(blocks.Count));
        SynchronousRound round = new(graph, blocks, team.Size);
        int done = 0;
        bool isStable = graph.NodeCount == 0;
        while (done < iterations && !isStable)
        {
            team.Run(round, blocks.Count);
            isStable = round.Finish();
            done++;
            run.Progress?.Report(new ProgressUpdate("label propagation", done, iterations, "rounds"));
        }

        return new(round.Labels, Partition.OfLabels(round.Labels), done, isStable);
    }

    private sealed class SynchronousRound : IBlockWork
    {
        private readonly DirectedCsr _graph;
        private readonly NodeBlocks _blocks;
        private readonly LabelTally[] _tallies;
        private int[] _next;

        public SynchronousRound(DirectedCsr graph, NodeBlocks blocks, int workers)
        {
            (_graph, _blocks, _next, Labels) = (graph, blocks, new int[graph.NodeCount], new int[graph.NodeCount]);
            for (int node = 0; node < Labels.Length; node++) Labels[node] = node;
            _tallies = [.. Enumerable.Range(0, workers).Select(_ => new LabelTally(graph.NodeCount))];
        }

        public int[] Labels { get; private set; }

        public void Do(int block, int worker)
        {
            (int first, int end) = _blocks[block];
            CsrView outgoing = new(_graph.OutgoingRows), incoming = new(_graph.IncomingRows);
            for (int node = first; node < end; node++)
            {
                int label = _tallies[worker].MostFrequentLeast(outgoing.Neighbours(node), incoming.Neighbours(node), Labels);
                _next[node] = label < 0 ? Labels[node] : label;
            }
        }

        /// <summary>Makes the labels of this round those of the graph.</summary>
        /// <returns>Whether they are those of the round before.</returns>
        public bool Finish()
        {
            bool isStable = _next.AsSpan().SequenceEqual(Labels);
            (Labels, _next) = (_next, Labels);
            return isStable;
        }
    }
}
