using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>Which papers around a paper are counted, and which index is made of them.</summary>
public sealed record DisruptionOptions
{
    /// <summary>A citing paper counts as building on the references as well when it cites at least this many of them: 1 gives DI₁, 5 the
    /// DI₅ of L. Bornmann, S. Devarakonda, A. Tekles and G. Chacko, Quantitative Science Studies 1(3), 2020. Those that cite fewer, but
    /// some, are not counted. At least 1; default 1.</summary>
    public int LeastReferences { get; init; } = 1;

    /// <summary>Whether papers that cite only references of the paper lower its index. Default true; without them it is DInok,
    /// Q. Wu and Z. Yan 2019.</summary>
    public bool CountsOthers { get; init; } = true;

    /// <summary>Publication year of each paper, or empty. Where given, only papers of the paper's own year or later are counted.</summary>
    public ReadOnlyMemory<int> Years { get; init; }

    /// <summary>Only papers published at most this many years after the paper are counted; needs <see cref="Years"/>. At least 0;
    /// default: all.</summary>
    public int Window { get; init; } = int.MaxValue;

    /// <summary>Whether a paper is late enough, and not too late, to be counted around another.</summary>
    internal bool Counts(int other, int paper)
    {
        if (Years.IsEmpty) return true;
        ReadOnlySpan<int> years = Years.Span;
        long after = (long)years[other] - years[paper];
        return after >= 0 && after <= Window;
    }

    internal void Validate(int nodeCount)
    {
        if (LeastReferences < 1) throw AlgorithmErrors.OutOfRange("least-references", LeastReferences, "at least 1");
        if (Window < 0) throw AlgorithmErrors.OutOfRange("window", Window, "at least 0");
        if (!Years.IsEmpty && Years.Length != nodeCount) throw AlgorithmErrors.UnfitLength("years", Years.Length, nodeCount);
        if (Window != int.MaxValue && Years.IsEmpty && nodeCount > 0) throw AlgorithmErrors.UnfitLength("years", 0, nodeCount);
    }
}

/// <summary>The index of each paper and what it is made of.</summary>
/// <param name="Scores">From −1, consolidating, to 1, disrupting; 0 where nothing is counted or the paper has no references.</param>
/// <param name="OnlyPaper">Papers that cite it and none of its references.</param>
/// <param name="Both">Papers that cite it and enough of its references.</param>
/// <param name="OnlyReferences">Papers that cite some of its references and not it; 0 where they are not asked for.</param>
public sealed record DisruptionResult(
    ReadOnlyMemory<double> Scores, ReadOnlyMemory<int> OnlyPaper, ReadOnlyMemory<int> Both, ReadOnlyMemory<int> OnlyReferences)
        : NodeScores(Scores);

/// <summary>Whether later work cites a paper instead of what it builds on, or along with it.</summary>
public static class DisruptionIndex
{
    // Enough for even shares, few enough that what papers with the same reference have in common is seldom found anew.
    private const int MostBlocks = 512;

    /// <summary>The disruption index of each paper.</summary>
    /// <remarks>
    /// <para>Definition: D = (i − j)/(i + j + k), with i papers that cite only the paper, j that cite it and its references, k that cite
    /// only its references. R. J. Funk and J. Owen-Smith, “A Dynamic Network Measure of Technological Change”, Management Science 63(3),
    /// 2017, https://doi.org/10.1287/mnsc.2015.2366; in this form L. Wu, D. Wang and J. A. Evans, “Large Teams Develop and Small Teams
    /// Disrupt Science and Technology”, Nature 566, 2019, https://doi.org/10.1038/s41586-019-0941-9.</para>
    /// <para>A paper without references in the graph is 0, not 1 as the formula has it: what is missing is mostly the data. Parallel edges
    /// are one citation, self-loops none, weights are ignored. Without <see cref="DisruptionOptions.Years"/> every citing paper is
    /// taken to be later.</para>
    /// <para>Cost: for each paper the citations of its references but the most cited one, those of which are looked at once for all papers
    /// that cite it where they are very many; without <see cref="DisruptionOptions.CountsOthers"/> for each citation the references of the citing paper, or
    /// a search for each of the cited one's where those are far fewer. At most two bytes for each node and thread, and 28 bytes a
    /// node. The result does not depend on the number of threads.</para>
    /// </remarks>
    /// <param name="graph">Citations, from the citing to the cited paper.</param>
    /// <param name="options">What is counted.</param>
    /// <param name="execution">Threads, progress, cancellation.</param>
    /// <exception cref="PapergraphException">An option is outside its range (PGA001), or there is not one year for each node
    /// (PGA003).</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled; nothing is returned.</exception>
    public static DisruptionResult Compute(DirectedCsr graph, DisruptionOptions? options = null, Execution? execution = null)
    {
        ArgumentNullException.ThrowIfNull(graph);
        Execution run = Execution.Of(execution);
        options ??= new();
        options.Validate(graph.NodeCount);
        (CsrRows cited, CsrRows citing) = SimpleRows.Of(graph.NodeCount, graph.OutgoingRows.Unweighted(), graph.IncomingRows.Unweighted());
        NodeBlocks blocks = NodeBlocks.Even(graph.NodeCount, size: Math.Max(256, graph.NodeCount / MostBlocks));
        using WorkerTeam team = new(run.ForBlocks(blocks.Count));
        MostCitedReferences mostCited = options.CountsOthers
            ? MostCitedReferences.Of(graph.NodeCount, cited, citing)
            : MostCitedReferences.None(graph.NodeCount);
        DisruptionRows rows = new(cited, citing, options, mostCited, blocks, team.Size);
        ReportedBlocks.Run(team, rows, blocks, run, "disruption");
        return new(rows.Scores, rows.OnlyPaper, rows.Both, rows.OnlyReferences);
    }

    private sealed class DisruptionRows(
        CsrRows cited, CsrRows citing, DisruptionOptions options, MostCitedReferences mostCited, NodeBlocks blocks, int workers) : IBlockWork
    {
        // Fewer references than this part of the citing paper's are looked up there; else all of the citing paper's are gone through.
        private const int Lookup = 16;

        private readonly CitingPapers[] _citing = new CitingPapers[workers];
        private readonly NodeSet[] _references = new NodeSet[workers];

        public double[] Scores { get; } = new double[mostCited.NodeCount];

        public int[] OnlyPaper { get; } = new int[mostCited.NodeCount];

        public int[] Both { get; } = new int[mostCited.NodeCount];

        public int[] OnlyReferences { get; } = new int[mostCited.NodeCount];

        public void Do(int block, int worker)
        {
            CsrView references = new(cited), citations = new(citing);
            (int first, int end) = blocks[block];
            for (int place = first; place < end; place++)
            {
                int node = mostCited.Papers[place];
                int i, j, k = 0;
                if (options.CountsOthers) (i, j, k) = CountAll(worker, references, citations, node);
                else (i, j) = CountCiting(worker, references, citations, node);
                (OnlyPaper[node], Both[node], OnlyReferences[node]) = (i, j, k);
                long all = (long)i + j + k;
                Scores[node] = all > 0 && references.Degree(node) > 0 ? (double)(i - j) / all : 0;
            }
        }

        // All papers that cite a reference are met; those that cite the paper are told apart in the end.
        private (int OnlyPaper, int Both, int OnlyReferences) CountAll(
            int worker, scoped in CsrView references, scoped in CsrView citations, int node)
        {
            CitingPapers papers = _citing[worker] ??= new(mostCited.NodeCount, options);
            int most = mostCited[node], onlyPaper = 0, both = 0;
            ReadOnlySpan<int> cited = references.Neighbours(node);
            int met = papers.Begin(node, most, citations);
            foreach (int reference in cited)
                if (reference != most) met += papers.Add(citations.Neighbours(reference));

            // The paper cites its references itself.
            if (cited.Length > 0) met--;
            foreach (int other in citations.Neighbours(node))
            {
                if (!options.Counts(other, node)) continue;
                if (papers.Holds(other)) both++;
                else onlyPaper++;
            }

            met -= both;
            if (options.LeastReferences > 1) both = CountCiting(worker, references, citations, node).Both;
            return (onlyPaper, both, met);
        }

        // Only papers that cite the paper matter, and what they cite is far less than what cites its references.
        private (int OnlyPaper, int Both) CountCiting(
            int worker, scoped in CsrView references, scoped in CsrView citations, int node)
        {
            NodeSet marks = _references[worker] ??= new(mostCited.NodeCount);
            int onlyPaper = 0, both = 0;
            ReadOnlySpan<int> own = references.Neighbours(node);
            marks.Begin();
            marks.Add(own);
            foreach (int other in citations.Neighbours(node))
            {
                if (!options.Counts(other, node)) continue;
                ReadOnlySpan<int> others = references.Neighbours(other);
                int shared = own.Length < others.Length / Lookup ? Shared(own, others) : marks.Shared(others);
                if (shared == 0) onlyPaper++;
                if (shared >= options.LeastReferences) both++;
            }

            return (onlyPaper, both);
        }

        private static int Shared(ReadOnlySpan<int> few, ReadOnlySpan<int> many)
        {
            int shared = 0;
            foreach (int reference in few)
                if (many.BinarySearch(reference) >= 0) shared++;
            return shared;
        }
    }

    /// <summary>A set of nodes that is empty again at once: a byte a node, so that those of a million nodes stay near the processor, and
    /// only every 255th time are they cleared.</summary>
    private sealed class NodeSet(int nodeCount)
    {
        private readonly byte[] _marks = new byte[nodeCount];
        private byte _mark;

        public void Begin()
        {
            if (_mark == byte.MaxValue)
            {
                Array.Clear(_marks);
                _mark = 0;
            }

            _mark++;
        }

        public void Add(ReadOnlySpan<int> nodes)
        {
            foreach (int node in nodes) _marks[node] = _mark;
        }

        /// <summary>How many of the nodes are in the set.</summary>
        public int Shared(ReadOnlySpan<int> nodes)
        {
            byte[] marks = _marks;
            byte mark = _mark;
            int shared = 0;
            foreach (int node in nodes) shared += marks[node] == mark ? 1 : 0;
            return shared;
        }
    }
}
