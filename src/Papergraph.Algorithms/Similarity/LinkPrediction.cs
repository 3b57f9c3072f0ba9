using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>Which likeness foretells edges, and how many are wanted.</summary>
public sealed record LinkPredictionOptions
{
    /// <summary>The score of two nodes. Default: Adamic and Adar.</summary>
    public SimilarityMeasure Measure { get; init; } = SimilarityMeasure.AdamicAdar;

    /// <summary>Most pairs. At least 1; default 100.</summary>
    public int Most { get; init; } = 100;

    /// <summary>Neighbours with more neighbours are not counted as common ones: one of k costs k². At least 2; default: all
    /// count.</summary>
    public int MostPerShared { get; init; } = int.MaxValue;

    internal void Validate()
    {
        SimilarityMeasures.Validate(Measure);
        if (MostPerShared < 2) throw AlgorithmErrors.OutOfRange("most-per-shared", MostPerShared, "at least 2");
        if (Most < 1) throw AlgorithmErrors.OutOfRange("most", Most, "at least 1");
    }
}

/// <summary>An edge that is not there but might be.</summary>
/// <param name="First">The lower node.</param>
/// <param name="Second">The higher node.</param>
/// <param name="Score">In the units of the measure; more is likelier.</param>
public readonly record struct PredictedLink(int First, int Second, double Score);

/// <summary>Finds the pairs of nodes without an edge that score highest.</summary>
public static class LinkPrediction
{
    /// <summary>The best pairs of different nodes without an edge between them.</summary>
    /// <remarks>
    /// <para>Definition: of all pairs a &lt; b that are not neighbours, those with the highest <see cref="SimilarityMeasure"/> above 0, the
    /// first <see cref="LinkPredictionOptions.Most"/> of them. Exact: no candidate is passed over.</para>
    /// <para>Self-loops are left out, parallel edges are one, weights are ignored.</para>
    /// <para>Cost: O(Σ k²) time and a number for each node and thread, pairs beyond the best are not stored; preferential attachment
    /// O((edges + most)·log) at most. The result is the same for any number of threads.</para>
    /// </remarks>
    /// <param name="graph">Any undirected graph.</param>
    /// <param name="options">Measure and how many.</param>
    /// <param name="execution">Threads, progress, cancellation.</param>
    /// <returns>The best first; of equal scores by the lower, then the higher node.</returns>
    /// <exception cref="PapergraphException">An option is outside its range (PGA001).</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled; nothing is returned.</exception>
    public static ReadOnlyMemory<PredictedLink> Compute(
        UndirectedCsr graph, LinkPredictionOptions? options = null, Execution? execution = null)
    {
        ArgumentNullException.ThrowIfNull(graph);
        Execution run = Execution.Of(execution);
        options ??= new();
        options.Validate();
        SharedItems shared = NodeSimilarity.Shared(graph, options.Measure, options.MostPerShared);
        Best<(int, int)> best = options.Measure == SimilarityMeasure.PreferentialAttachment
            ? PreferentialAttachmentPairs.Best(shared.Items, graph.NodeCount, options.Most, run.Cancellation)
            : OfCommonNeighbours(shared, options, run);
        return (PredictedLink[])[.. best.Sorted().Select(pair => new PredictedLink(pair.Value.Item1, pair.Value.Item2, pair.Score))];
    }

    private static Best<(int, int)> OfCommonNeighbours(SharedItems shared, LinkPredictionOptions options, Execution run)
    {
        using WorkerTeam team = new(run);
        NodeBlocks blocks = NodeBlocks.ByEdges(shared.NodeCount, shared.Items, size: 1 << 11);
        PairSearch search = new(shared, options, blocks, team.Size);
        ReportedBlocks.Run(team, search, blocks, run, "link prediction");
        return search.Best();
    }

    // Each worker keeps its own best: the order of pairs is total, so the best of all are among them whoever did which block.
    private sealed class PairSearch(SharedItems shared, LinkPredictionOptions options, NodeBlocks blocks, int workers) : IBlockWork
    {
        private readonly OverlapRow[] _rows = new OverlapRow[workers];
        private readonly Best<(int, int)>[] _best = new Best<(int, int)>[workers];

        public void Do(int block, int worker)
        {
            OverlapRow row = _rows[worker] ??= new(shared);
            Best<(int, int)> best = _best[worker] ??= new(options.Most);
            CsrView neighbours = new(shared.Items);
            (int first, int end) = blocks[block];
            for (int node = first; node < end; node++)
            {
                ReadOnlySpan<int> linked = neighbours.Neighbours(node);
                row.Collect(neighbours, neighbours, node, above: node, least: 0, ascending: false);
                ReadOnlySpan<int> others = row.Nodes;
                ReadOnlySpan<double> overlaps = row.Overlaps;
                for (int i = 0; i < others.Length; i++)
                {
                    double score = SimilarityMeasures.Of(options.Measure, overlaps[i], linked.Length, neighbours.Degree(others[i]));
                    if (best.MayTake(score) && linked.BinarySearch(others[i]) < 0) best.Add(score, (node, others[i]));
                }
            }
        }

        public Best<(int, int)> Best()
        {
            Best<(int, int)> all = new(options.Most);
            foreach (Best<(int, int)>? some in _best)
                if (some is not null)
                    foreach ((double score, (int, int) pair) in some.Kept) all.Add(score, pair);
            return all;
        }
    }
}
