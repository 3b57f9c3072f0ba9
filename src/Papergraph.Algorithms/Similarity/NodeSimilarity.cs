using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>Which likeness, and how many alike are wanted.</summary>
public sealed record SimilarityOptions
{
    /// <summary>How alike two nodes are. Default: Jaccard.</summary>
    public SimilarityMeasure Measure { get; init; } = SimilarityMeasure.Jaccard;

    /// <summary>Most nodes for each. At least 1; default 10.</summary>
    public int Most { get; init; } = 10;

    /// <summary>Least score that counts. At least 0; default 0.</summary>
    public double MinScore { get; init; }

    /// <summary>Neighbours with more neighbours are not counted as common ones: one of k costs k². At least 2; default: all
    /// count.</summary>
    public int MostPerShared { get; init; } = int.MaxValue;

    internal void Validate()
    {
        SimilarityMeasures.Validate(Measure);
        if (MostPerShared < 2) throw AlgorithmErrors.OutOfRange("most-per-shared", MostPerShared, "at least 2");
        if (Most < 1) throw AlgorithmErrors.OutOfRange("most", Most, "at least 1");
        if (!(MinScore >= 0 && double.IsFinite(MinScore)))
            throw AlgorithmErrors.OutOfRange("min-score", MinScore, "a finite number, at least 0");
    }
}

/// <summary>A node and how well it fits.</summary>
/// <param name="Node">The node.</param>
/// <param name="Score">In the units of the measure; more is more alike.</param>
public readonly record struct ScoredNode(int Node, double Score);

/// <summary>How alike nodes are by the neighbours that they share: for pairs, for one node, for all.</summary>
/// <remarks>Measures are over sets: self-loops are left out, parallel edges are one, weights are ignored. For directed graphs the same is
/// asked separately of what nodes cite (<see cref="BibliographicCoupling"/>) and of who cites them (<see cref="Cocitation"/>). Jaccard,
/// Sørensen and Adamic–Adar are those of igraph on simple graphs, with <c>loops</c> off.</remarks>
public static class NodeSimilarity
{
    private const int PairsOfBlock = 1024;

    /// <summary>How alike the two nodes of each pair are.</summary>
    /// <remarks>O(k(a) + k(b)) for each pair. A node is compared with itself like with any other.</remarks>
    /// <param name="graph">Any undirected graph.</param>
    /// <param name="pairs">The pairs, in any order.</param>
    /// <param name="measure">How alike two nodes are.</param>
    /// <param name="execution">Threads, progress, cancellation.</param>
    /// <returns>A score for each pair, in their order.</returns>
    /// <exception cref="PapergraphException">A pair names a node that the graph does not have (PGA004).</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled; nothing is returned.</exception>
    public static ReadOnlyMemory<double> OfPairs(
        UndirectedCsr graph, ReadOnlyMemory<(int First, int Second)> pairs, SimilarityMeasure measure, Execution? execution = null)
    {
        ArgumentNullException.ThrowIfNull(graph);
        Execution run = Execution.Of(execution);
        SimilarityMeasures.Validate(measure);
        foreach ((int first, int second) in pairs.Span)
        {
            if ((uint)first >= (uint)graph.NodeCount) throw AlgorithmErrors.NoSuchNode("a pair", first, graph.NodeCount);
            if ((uint)second >= (uint)graph.NodeCount) throw AlgorithmErrors.NoSuchNode("a pair", second, graph.NodeCount);
        }

        NodeBlocks blocks = NodeBlocks.Even(pairs.Length, PairsOfBlock);
        PairScores work = new(Shared(graph, measure), pairs, measure, blocks);
        using WorkerTeam team = new(run);
        team.Run(work, blocks.Count);
        return work.Scores;
    }

    /// <summary>The nodes most like one node, among those that share a neighbour with it.</summary>
    /// <remarks>O(nodes + edges), most of it to see that rows are simple. Neighbours of the node are candidates as well.</remarks>
    /// <param name="graph">Any undirected graph.</param>
    /// <param name="node">The node.</param>
    /// <param name="options">Measure, how many, from which score on.</param>
    /// <returns>The best first; of equal scores the lower node first.</returns>
    /// <exception cref="PapergraphException">The graph has no such node (PGA004), or an option is outside its range (PGA001).</exception>
    public static ReadOnlyMemory<ScoredNode> MostSimilar(UndirectedCsr graph, int node, SimilarityOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(graph);
        options ??= new();
        options.Validate();
        if ((uint)node >= (uint)graph.NodeCount) throw AlgorithmErrors.NoSuchNode("node", node, graph.NodeCount);
        SharedItems shared = Shared(graph, options.Measure, options.MostPerShared);
        SimilarityRows work = new(shared, options, NodeBlocks.Even(graph.NodeCount), workers: 1);
        return (ScoredNode[])[.. work.Of(node).Sorted().Select(found => new ScoredNode(found.Value, found.Score))];
    }

    /// <summary>The nodes most like each node, among those that share a neighbour with it.</summary>
    /// <remarks>O(Σ k²) time, one number for each node and thread, and what is kept. The result is the same to the bit for any number of
    /// threads.</remarks>
    /// <param name="graph">Any undirected graph.</param>
    /// <param name="options">Measure, how many, from which score on.</param>
    /// <param name="execution">Threads, progress, cancellation.</param>
    /// <returns>From each node to those most like it, weighted by the score. Not symmetric: a hub is in the ten best of many.</returns>
    /// <exception cref="PapergraphException">An option is outside its range (PGA001).</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled; nothing is returned.</exception>
    public static DirectedCsr OfAll(UndirectedCsr graph, SimilarityOptions? options = null, Execution? execution = null)
    {
        ArgumentNullException.ThrowIfNull(graph);
        Execution run = Execution.Of(execution);
        options ??= new();
        options.Validate();
        using WorkerTeam team = new(run);
        SharedItems shared = Shared(graph, options.Measure, options.MostPerShared);
        NodeBlocks blocks = NodeBlocks.ByEdges(graph.NodeCount, shared.Items, size: 1 << 11);
        SimilarityRows work = new(shared, options, blocks, team.Size);
        ReportedBlocks.Run(team, work, blocks, run, "similarity");
        CsrRows rows = work.Assemble();
        return new(graph.NodeCount, rows, rows.Transposed(graph.NodeCount));
    }

    internal static SharedItems Shared(UndirectedCsr graph, SimilarityMeasure measure, int mostPerShared = int.MaxValue)
    {
        CsrRows rows = graph.Rows.Unweighted();
        return SharedItems.Of("similarity", graph.NodeCount, rows, rows, SimilarityMeasures.Counting(measure), mostPerShared);
    }

    private sealed class PairScores(
        SharedItems shared, ReadOnlyMemory<(int First, int Second)> pairs, SimilarityMeasure measure, NodeBlocks blocks) : IBlockWork
    {
        public double[] Scores { get; } = new double[pairs.Length];

        public void Do(int block, int worker)
        {
            CsrView neighbours = new(shared.Items);
            (int start, int end) = blocks[block];
            for (int pair = start; pair < end; pair++)
            {
                (int first, int second) = pairs.Span[pair];
                double common = Common(neighbours.Neighbours(first), neighbours.Neighbours(second));
                Scores[pair] = SimilarityMeasures.Of(measure, common, neighbours.Degree(first), neighbours.Degree(second));
            }
        }

        private double Common(ReadOnlySpan<int> first, ReadOnlySpan<int> second)
        {
            double sum = 0;
            for (int i = 0, j = 0; i < first.Length && j < second.Length;)
            {
                if (first[i] == second[j]) sum += shared.Factors?[first[i]] ?? 1;
                int a = first[i], b = second[j];
                if (a <= b) i++;
                if (b <= a) j++;
            }

            return sum;
        }
    }
}
