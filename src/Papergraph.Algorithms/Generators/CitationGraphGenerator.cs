using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>What <see cref="CitationGraphGenerator"/> generates.</summary>
public sealed record CitationGraphOptions
{
    /// <summary>Number of papers, at least 0.</summary>
    public int Nodes { get; init; } = 10_000;

    /// <summary>About how many papers each cites, at least 0.1 and at most 100.</summary>
    public double References { get; init; } = 10;

    /// <summary>Number of fields, at least 1, or null for one for each 5,000 papers, 20 at least.</summary>
    public int? Communities { get; init; }

    /// <summary>Probability that a reference stays in its field, 0 to 1.</summary>
    public double Inside { get; init; } = 0.75;

    /// <summary>Whether nodes are numbered at random; otherwise a paper has a greater number than those before it.</summary>
    public bool PermuteNodes { get; init; } = true;

    /// <summary>The graph is a function of the options, this one among them.</summary>
    public ulong Seed { get; init; } = 42;

    internal void Validate()
    {
        if (Nodes < 0) throw AlgorithmErrors.OutOfRange("nodes", Nodes, "at least 0");
        if (!(References is >= 0.1 and <= 100)) throw AlgorithmErrors.OutOfRange("references", References, "from 0.1 to 100");
        if (Communities < 1) throw AlgorithmErrors.OutOfRange("communities", Communities.Value, "at least 1");
        if (!(Inside is >= 0 and <= 1)) throw AlgorithmErrors.OutOfRange("inside", Inside, "from 0 to 1");
    }
}

/// <summary>A graph of citations with what is planted in it.</summary>
/// <param name="Graph">From each paper to those that it cites; acyclic.</param>
/// <param name="Communities">The field of each paper.</param>
/// <param name="Times">The place of each paper in time, from 0 on, all different: edges lead from later to earlier.</param>
public sealed record CitationGraph(DirectedCsr Graph, Partition Communities, ReadOnlyMemory<int> Times);

/// <summary>Graphs like those of citations: papers in an order of time, in fields, with log-normal numbers of references, which go to earlier
/// papers, mostly of the same field, some of them very often.</summary>
/// <remarks>
/// <para>Construction: paper i is in a field chosen uniformly. It has ⌊x⌋ + 1 references, at most 200, where ln x is normal with mean
/// ln(References) − 0.3 and standard deviation 0.8. Each goes, with probability <see cref="CitationGraphOptions.Inside"/>, to the paper at
/// place ⌊s·r⌋ of the r earlier ones of its field, otherwise to paper ⌊s·i⌋; s is uniform in [0, 1) for one half of the references, and for
/// the other half u to the power 1/0.35, u uniform, so that old papers are cited again and again. A paper is cited once by each that cites it.
/// The numbers are the parameters of the benchmark graphs of this project; they come from no paper.</para>
/// <para>O(edges) on all threads; the graph is the same for any number of them. 16 bytes an edge besides the graph.</para>
/// </remarks>
public static class CitationGraphGenerator
{
    private const int BlockSize = 4096, MostReferences = 200;
    private const double Spread = 0.8, Shift = -0.3, Skewness = 1 / 0.35;

    /// <summary>Generates a graph.</summary>
    /// <param name="options">Size, shares, seed.</param>
    /// <param name="execution">How it runs.</param>
    /// <exception cref="PapergraphException">An option is outside its range.</exception>
    /// <exception cref="OverflowException">There are more edges than an array can hold.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static CitationGraph Generate(CitationGraphOptions options, Execution? execution = null)
    {
        Execution run = Execution.Of(execution);
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        int n = options.Nodes, blocks = (int)(((long)n + BlockSize - 1) / BlockSize);
        int fields = options.Communities ?? Math.Max(20, n / 5000);
        Xoshiro256 ofFields = new(options.Seed, stream: 1);
        int[] fieldOf = new int[n];
        for (int paper = 0; paper < n; paper++) fieldOf[paper] = ofFields.Next(fields);
        FieldOrder order = new(fieldOf, fields);
        int[]? nodeOf = options.PermuteNodes ? Permutation.Of(n, options.Seed, stream: 0) : null;
        EdgeDrawing drawing = (int block, ref Xoshiro256 random, List<(int, int)> drawn) =>
        {
            Span<int> cited = stackalloc int[MostReferences];
            for (int paper = block * BlockSize; paper < Math.Min(n, (block + 1L) * BlockSize); paper++)
            {
                int count = DrawReferences(paper, options, order, ref random, cited);
                for (int i = 0; i < count; i++)
                    drawn.Add(nodeOf is null ? (paper, cited[i]) : (nodeOf[paper], nodeOf[cited[i]]));
            }
        };
        ReadOnlyMemory<(int, int)>[] edges = SeededEdges.Draw(options.Seed, 2, blocks, run, drawing);
        DirectedCsr graph = DirectedCsr.FromEdgeParts(n, edges, threads: run.Threads, cancellation: run.Cancellation);
        (int[] labels, int[] times) = (new int[n], new int[n]);
        for (int paper = 0; paper < n; paper++)
        {
            int node = nodeOf is null ? paper : nodeOf[paper];
            (labels[node], times[node]) = (fieldOf[paper], paper);
        }

        return new(graph, Partition.OfLabels(labels, fields), times);
    }

    /// <summary>Draws what a paper cites, ascending, each once; returns how many.</summary>
    private static int DrawReferences(int paper, CitationGraphOptions options, FieldOrder order, ref Xoshiro256 random, Span<int> cited)
    {
        double normal = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
        int wanted = (int)Math.Min(MostReferences, Math.Floor(Math.Exp(Math.Log(options.References) + Shift + (Spread * normal))) + 1);
        int earlier = order.EarlierInField(paper), found = 0;
        for (int i = 0; i < wanted; i++)
        {
            bool isInside = random.NextDouble() < options.Inside, isSkewed = (random.Next() >> 63) == 0;
            double at = random.NextDouble();
            if (isSkewed) at = Math.Pow(at, Skewness);
            if (isInside && earlier > 0) cited[found++] = order.PaperOfField(paper, (int)(at * earlier));
            else if (paper > 0) cited[found++] = (int)(at * paper);
        }

        Span<int> all = cited[..found];
        all.Sort();
        int different = 0;
        for (int i = 0; i < found; i++)
            if (i == 0 || all[i] != all[i - 1]) all[different++] = all[i];
        return different;
    }

    /// <summary>The papers of each field in the order of time.</summary>
    private sealed class FieldOrder
    {
        private readonly int[] _starts, _papers, _places;
        private readonly int[] _fieldOf;

        internal FieldOrder(int[] fieldOf, int fields)
        {
            (_fieldOf, _starts, _papers, _places) = (fieldOf, new int[fields + 1], new int[fieldOf.Length], new int[fieldOf.Length]);
            foreach (int field in fieldOf) _starts[field + 1]++;
            for (int field = 0; field < fields; field++) _starts[field + 1] += _starts[field];
            int[] next = _starts[..fields];
            for (int paper = 0; paper < fieldOf.Length; paper++)
            {
                int place = next[fieldOf[paper]]++;
                (_papers[place], _places[paper]) = (paper, place);
            }
        }

        internal int EarlierInField(int paper) => _places[paper] - _starts[_fieldOf[paper]];

        internal int PaperOfField(int paper, int place) => _papers[_starts[_fieldOf[paper]] + place];
    }
}
