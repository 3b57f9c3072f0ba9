using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>What random walks are made.</summary>
public sealed record RandomWalksOptions
{
    /// <summary>Walks from each start, 1 to 10⁶.</summary>
    public int WalksPerNode { get; init; } = 10;

    /// <summary>Most nodes of a walk, its start with it, 1 to 10⁶. A walk ends earlier where no edge leads on.</summary>
    public int Length { get; init; } = 80;

    /// <summary>node2vec's p, 10⁻⁶ to 10⁶: the greater, the less a step leads back to where the one before came from.</summary>
    public double ReturnParameter { get; init; } = 1;

    /// <summary>node2vec's q, 10⁻⁶ to 10⁶: the greater, the nearer the walk stays to where it was.</summary>
    public double InOutParameter { get; init; } = 1;

    /// <summary>The nodes where walks start, in this order; empty: all, ascending.</summary>
    public ReadOnlyMemory<int> Starts { get; init; }

    /// <summary>Another seed makes other walks.</summary>
    public ulong Seed { get; init; } = 1;

    internal void Validate(int nodeCount)
    {
        const int Most = 1_000_000;
        if (WalksPerNode is < 1 or > Most) throw AlgorithmErrors.OutOfRange("walks-per-node", WalksPerNode, $"1 to {Most}");
        if (Length is < 1 or > Most) throw AlgorithmErrors.OutOfRange("length", Length, $"1 to {Most}");
        if (ReturnParameter is not (>= 1e-6 and <= 1e6)) throw AlgorithmErrors.OutOfRange("p", ReturnParameter, "1e-6 to 1e6");
        if (InOutParameter is not (>= 1e-6 and <= 1e6)) throw AlgorithmErrors.OutOfRange("q", InOutParameter, "1e-6 to 1e6");
        foreach (int start in Starts.Span)
            if ((uint)start >= (uint)nodeCount) throw AlgorithmErrors.NoSuchNode("starts", start, nodeCount);
    }
}

/// <summary>Random walks: what embeddings are learned from, and a sample of a graph.</summary>
public static class RandomWalks
{
    /// <summary>Most nodes that all walks may have together.</summary>
    public const long MostSteps = 2_000_000_000;

    /// <summary>Walks from each start, along outgoing edges.</summary>
    /// <remarks>
    /// <para>Definition: a walk at node v, come from t, goes on to x with a probability in proportion to w(v, x) · α, where α = 1/p for x = t, 1 when
    /// there is an edge t → x, else 1/q; at its start α = 1. So p = q = 1 is the plain random walk of DeepWalk (uniform without weights).
    /// A. Grover and J. Leskovec, “node2vec: Scalable feature learning for networks”, KDD 2016, §3.2, https://doi.org/10.1145/2939672.2939754.
    /// A walk ends where no edge of a weight above 0 leads on.</para>
    /// <para>Method: a neighbour in proportion to w from a table of aliases, A. J. Walker, “An efficient method for generating discrete
    /// random variables with general distributions”, ACM TOMS 3(3), 1977, https://doi.org/10.1145/355744.355749, in the form of
    /// M. D. Vose, 1991; then taken or refused in proportion to α, as K. Yang et al., “KnightKing: a fast distributed graph random walk engine”,
    /// SOSP 2019, https://doi.org/10.1145/3341301.3359634. After many refusals all neighbours are weighed. The original code keeps a table
    /// for each pair of edges instead.</para>
    /// <para>Cost: O(1) a step, O(log degree) when p or q is not 1; 12 bytes an edge when there are weights, 4 bytes for each step of a
    /// walk. Walk i is drawn from stream i of the seed, so that walks do not depend on the number of threads. Parallel edges are as
    /// likely each, self-loops are steps. For a graph without directions give <see cref="UndirectedCsr.AsDirected"/>.</para>
    /// </remarks>
    /// <param name="graph">Any directed graph; weights, where there are any, finite and ≥ 0.</param>
    /// <param name="options">How many walks, how long, p and q, the seed.</param>
    /// <param name="execution">Threads, progress, cancellation.</param>
    /// <exception cref="PapergraphException">PGA001: an option is out of range. PGA002: a weight is negative, NaN or infinite. PGA004: a start is
    /// no node. PGA071: the walks have more than <see cref="MostSteps"/> nodes together. PGA072: weights are more than an array holds.</exception>
    /// <exception cref="OperationCanceledException">The kernel was cancelled.</exception>
    public static WalkCorpus Compute(DirectedCsr graph, RandomWalksOptions? options = null, Execution? execution = null)
    {
        Execution run = Execution.Of(execution);
        ArgumentNullException.ThrowIfNull(graph);
        options ??= new();
        options.Validate(graph.NodeCount);
        EdgeWeightCheck.RequireNonNegative("random walks", graph.OutgoingRows);
        int starts = options.Starts.IsEmpty ? graph.NodeCount : options.Starts.Length;
        long walks = (long)starts * options.WalksPerNode;
        if (walks * options.Length > MostSteps) throw AlgorithmErrors.TooManySteps(walks * options.Length, MostSteps);
        using WorkerTeam team = new(run);
        AliasTables? tables = graph.IsWeighted ? AliasTables.Build(graph.OutgoingRows, team) : null;
        WalkCorpus corpus = new((int)walks, options.Length);
        Walkers walkers = new(graph.OutgoingRows, tables, options, corpus, starts);
        const int ChunksPerReport = 64;
        for (int chunk = 0; chunk < corpus.ChunkCount; chunk += ChunksPerReport)
        {
            walkers.FirstChunk = chunk;
            team.Run(walkers, Math.Min(ChunksPerReport, corpus.ChunkCount - chunk));
            long done = (chunk + ChunksPerReport) * (long)WalkCorpus.WalksPerChunk;
            run.Progress?.Report(new ProgressUpdate("random walks", Math.Min(walks, done), walks, "walks"));
        }

        return corpus;
    }

    /// <summary>Walks the walks of one chunk after another.</summary>
    private sealed class Walkers(CsrRows rows, AliasTables? tables, RandomWalksOptions options, WalkCorpus corpus, int starts) : IBlockWork
    {
        public int FirstChunk { get; set; }

        public void Do(int block, int worker)
        {
            int chunk = FirstChunk + block;
            CsrView view = new(rows);
            WalkStep step = new(view, tables, options.ReturnParameter, options.InOutParameter);
            int first = chunk * WalkCorpus.WalksPerChunk, end = Math.Min(corpus.Count, first + WalkCorpus.WalksPerChunk);
            for (int walk = first; walk < end; walk++)
            {
                Span<int> nodes = corpus.Room(walk);
                Xoshiro256 random = new(options.Seed, (ulong)walk);
                int start = walk % starts, length = 1;
                nodes[0] = options.Starts.IsEmpty ? start : options.Starts.Span[start];
                while (length < nodes.Length)
                {
                    int next = step.Next(nodes[length - 1], length > 1 ? nodes[length - 2] : -1, ref random);
                    if (next < 0) break;
                    nodes[length++] = next;
                }

                corpus.SetLength(walk, length);
            }
        }
    }
}
