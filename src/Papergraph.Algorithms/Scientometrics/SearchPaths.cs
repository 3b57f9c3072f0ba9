using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>A citation graph without cycles as knowledge flows through it, from the cited to the citing papers, and the number of search
/// paths into and out of every paper. Their product is the traversal count of a citation (Batagelj 2003).</summary>
internal sealed class SearchPaths
{
    private readonly DirectedCsr _graph;
    private readonly Partition? _components;
    private readonly PathCount[] _into, _outOf;

    private SearchPaths(DirectedCsr graph, MainPathOptions options, CancellationToken cancellation)
    {
        _graph = graph;
        if (options.Cycles == CitationCycles.Drop) _components = StrongComponents.Compute(graph);
        Order = TopologicalOrder(cancellation);
        bool startsAnywhere = options.Weight != TraversalWeight.SearchPathCount,
            endsAnywhere = options.Weight == TraversalWeight.SearchPathNodePair;
        _into = new PathCount[graph.NodeCount];
        _outOf = new PathCount[graph.NodeCount];
        foreach (int paper in Order) _into[paper] = Sum(graph.Outgoing(paper), paper, _into, startsAnywhere);
        for (int i = Order.Length - 1; i >= 0; i--) _outOf[Order[i]] = Sum(graph.Incoming(Order[i]), Order[i], _outOf, endsAnywhere);
        for (int paper = 0; paper < graph.NodeCount; paper++)
            foreach (int cited in graph.Outgoing(paper))
                if (Flows(cited, paper)) Units = Math.Max(Units, _into[cited].Exponent + _outOf[paper].Exponent);
    }

    /// <summary>All papers, every one after those that it cites.</summary>
    public int[] Order { get; }

    /// <summary>Weights are in units of 2^(480·this).</summary>
    public int Units { get; }

    public static SearchPaths Of(DirectedCsr graph, MainPathOptions options, Execution run) => new(graph, options, run.Cancellation);

    /// <summary>Whether a citation counts: it is no self-loop, and on no cycle where those are left out.</summary>
    public bool Flows(int cited, int citing) => cited != citing && (_components is null || _components[cited] != _components[citing]);

    /// <summary>The traversal count of a citation that counts.</summary>
    public double Weight(int cited, int citing) => PathCount.Product(_into[cited], _outOf[citing], Units);

    /// <summary>Number of citations that lie on cycles and are left out.</summary>
    public long Dropped()
    {
        long dropped = 0;
        for (int paper = 0; paper < _graph.NodeCount; paper++)
            foreach (int cited in _graph.Outgoing(paper))
                if (cited != paper && !Flows(cited, paper)) dropped++;
        return dropped;
    }

    private PathCount Sum(ReadOnlySpan<int> neighbours, int paper, PathCount[] counts, bool andItself)
    {
        PathCount sum = default;
        bool isEnd = true;
        foreach (int neighbour in neighbours)
        {
            if (!Flows(neighbour, paper)) continue;
            sum += counts[neighbour];
            isEnd = false;
        }

        return isEnd || andItself ? sum + PathCount.One : sum;
    }

    // A. B. Kahn, “Topological Sorting of Large Networks”, CACM 5(11), 1962.
    private int[] TopologicalOrder(CancellationToken cancellation)
    {
        int[] order = new int[_graph.NodeCount];
        long[] waitsFor = new long[_graph.NodeCount];
        int count = 0;
        for (int paper = 0; paper < order.Length; paper++)
        {
            foreach (int cited in _graph.Outgoing(paper))
                if (Flows(cited, paper)) waitsFor[paper]++;
            if (waitsFor[paper] == 0) order[count++] = paper;
        }

        for (int done = 0; done < count; done++)
        {
            if ((done & 0xFFF) == 0) cancellation.ThrowIfCancellationRequested();
            foreach (int citing in _graph.Incoming(order[done]))
                if (Flows(order[done], citing) && --waitsFor[citing] == 0) order[count++] = citing;
        }

        return count == order.Length ? order : throw AlgorithmErrors.CyclicCitations(PaperOnCycle(waitsFor));
    }

    // Every paper that still waits cites one that does: going from one to the next must come round.
    private int PaperOnCycle(long[] waitsFor)
    {
        bool[] seen = new bool[waitsFor.Length];
        int paper = Array.FindIndex(waitsFor, waits => waits > 0);
        while (!seen[paper])
        {
            seen[paper] = true;
            foreach (int cited in _graph.Outgoing(paper))
            {
                if (cited == paper || waitsFor[cited] == 0) continue;
                paper = cited;
                break;
            }
        }

        return paper;
    }
}
