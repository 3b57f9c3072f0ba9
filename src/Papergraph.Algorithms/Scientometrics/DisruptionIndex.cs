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
    /// <summary>The disruption index of each paper.</summary>
    /// <remarks>
    /// <para>Definition: D = (i − j)/(i + j + k), with i papers that cite only the paper, j that cite it and its references, k that cite
    /// only its references. R. J. Funk and J. Owen-Smith, “A Dynamic Network Measure of Technological Change”, Management Science 63(3),
    /// 2017, https://doi.org/10.1287/mnsc.2015.2366; in this form L. Wu, D. Wang and J. A. Evans, “Large Teams Develop and Small Teams
    /// Disrupt Science and Technology”, Nature 566, 2019, https://doi.org/10.1038/s41586-019-0941-9.</para>
    /// <para>A paper without references in the graph is 0, not 1 as the formula has it: what is missing is mostly the data. Parallel edges
    /// are one citation, self-loops none, weights are ignored. Without <see cref="DisruptionOptions.Years"/> every citing paper is
    /// taken to be later.</para>
    /// <para>Cost: O(Σ k²) time over the numbers k of citations of each paper; without <see cref="DisruptionOptions.CountsOthers"/> over
    /// the numbers of references, which are far fewer. A byte for each node and thread, and 20 bytes a node. The result does not depend on
    /// the number of threads.</para>
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
        NodeBlocks blocks = NodeBlocks.ByEdges(graph.NodeCount, cited, size: 1 << 11);
        using WorkerTeam team = new(run);
        DisruptionRows rows = new(graph.NodeCount, cited, citing, options, blocks, team.Size);
        ReportedBlocks.Run(team, rows, blocks, run, "disruption");
        return new(rows.Scores, rows.OnlyPaper, rows.Both, rows.OnlyReferences);
    }

    private sealed class DisruptionRows(
        int nodeCount, CsrRows cited, CsrRows citing, DisruptionOptions options, NodeBlocks blocks, int workers) : IBlockWork
    {
        private readonly Marks[] _marks = new Marks[workers];

        public double[] Scores { get; } = new double[nodeCount];

        public int[] OnlyPaper { get; } = new int[nodeCount];

        public int[] Both { get; } = new int[nodeCount];

        public int[] OnlyReferences { get; } = new int[nodeCount];

        public void Do(int block, int worker)
        {
            Marks marks = _marks[worker] ??= new(nodeCount);
            CsrView references = new(cited), citations = new(citing);
            (int first, int end) = blocks[block];
            for (int node = first; node < end; node++)
            {
                int i, j, k = 0;
                if (options.CountsOthers) (i, j, k) = CountAll(marks, references, citations, node);
                else (i, j) = CountCiting(marks, references, citations, node);
                (OnlyPaper[node], Both[node], OnlyReferences[node]) = (i, j, k);
                long all = (long)i + j + k;
                Scores[node] = all > 0 && references.Degree(node) > 0 ? (double)(i - j) / all : 0;
            }
        }

        // All papers that cite a reference are met, each as often as it cites one; those that cite the paper are told apart in the end.
        private (int OnlyPaper, int Both, int OnlyReferences) CountAll(
            Marks marks, scoped in CsrView references, scoped in CsrView citations, int node)
        {
            int met = 0, onlyPaper = 0, both = 0;
            ReadOnlySpan<int> cited = references.Neighbours(node);
            marks.Begin();
            foreach (int reference in cited)
            {
                ReadOnlySpan<int> others = citations.Neighbours(reference);
                met += options.Years.IsEmpty ? marks.Mark(others) : MarkCounted(marks, others, node);
            }

            // The paper cites its references itself.
            if (cited.Length > 0) met--;
            foreach (int other in citations.Neighbours(node))
            {
                if (!IsCounted(other, node)) continue;
                if (marks[other]) both++;
                else onlyPaper++;
            }

            met -= both;
            if (options.LeastReferences > 1) both = CountCiting(marks, references, citations, node).Both;
            return (onlyPaper, both, met);
        }

        private int MarkCounted(Marks marks, ReadOnlySpan<int> others, int node)
        {
            int first = 0;
            for (int i = 0; i < others.Length; i++)
                if (IsCounted(others[i], node)) first += marks.Mark(others.Slice(i, 1));
            return first;
        }

        // Only papers that cite the paper matter, and what they cite is far less than what cites its references.
        private (int OnlyPaper, int Both) CountCiting(Marks marks, scoped in CsrView references, scoped in CsrView citations, int node)
        {
            int onlyPaper = 0, both = 0;
            marks.Begin();
            marks.Mark(references.Neighbours(node));
            foreach (int other in citations.Neighbours(node))
            {
                if (!IsCounted(other, node)) continue;
                int shared = 0;
                foreach (int reference in references.Neighbours(other))
                    if (marks[reference]) shared++;
                if (shared == 0) onlyPaper++;
                if (shared >= options.LeastReferences) both++;
            }

            return (onlyPaper, both);
        }

        private bool IsCounted(int other, int node)
        {
            if (options.Years.IsEmpty) return true;
            ReadOnlySpan<int> years = options.Years.Span;
            long after = (long)years[other] - years[node];
            return after >= 0 && after <= options.Window;
        }
    }

    /// <summary>A set of nodes that is empty again at once: a byte a node, so that those of a million nodes stay near the processor, and
    /// only every 255th time are they cleared.</summary>
    private sealed class Marks(int nodeCount)
    {
        private readonly byte[] _marks = new byte[nodeCount];
        private byte _mark;

        public bool this[int node] => _marks[node] == _mark;

        public void Begin()
        {
            if (_mark == byte.MaxValue)
            {
                Array.Clear(_marks);
                _mark = 0;
            }

            _mark++;
        }

        /// <returns>How many of the nodes were not marked yet.</returns>
        public int Mark(ReadOnlySpan<int> nodes)
        {
            byte[] marks = _marks;
            byte mark = _mark;
            int first = 0;
            foreach (int node in nodes)
            {
                first += marks[node] == mark ? 0 : 1;
                marks[node] = mark;
            }

            return first;
        }
    }
}
