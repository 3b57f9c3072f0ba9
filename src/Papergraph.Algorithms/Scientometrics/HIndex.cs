using System.Runtime.InteropServices;
using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>Indices of how often the papers of a set are cited.</summary>
public static class HIndex
{
    /// <summary>The greatest h such that h papers have at least h citations each.</summary>
    /// <remarks>J. E. Hirsch, “An Index to Quantify an Individual's Scientific Research Output”, PNAS 102(46), 2005,
    /// https://doi.org/10.1073/pnas.0507655102. O(papers).</remarks>
    /// <param name="citations">Citations of each paper, in any order; negative ones count as none.</param>
    public static int Of(ReadOnlySpan<long> citations)
    {
        int[] papersOf = new int[citations.Length + 1];
        foreach (long count in citations) papersOf[(int)Math.Clamp(count, 0, citations.Length)]++;
        int h = citations.Length;
        for (int papers = papersOf[h]; papers < h; papers += papersOf[h]) h--;
        return h;
    }

    /// <summary>The greatest g such that the g most cited papers have at least g² citations together.</summary>
    /// <remarks>L. Egghe, “Theory and Practise of the g-Index”, Scientometrics 69(1), 2006, https://doi.org/10.1007/s11192-006-0144-7. At
    /// most the number of papers: no papers without citations are imagined. O(papers · log papers).</remarks>
    /// <inheritdoc cref="Of" path="/param"/>
    public static int G(ReadOnlySpan<long> citations)
    {
        long[] falling = citations.ToArray();
        Array.Sort(falling, static (a, b) => b.CompareTo(a));
        Int128 sum = 0;
        for (int g = 1; g <= falling.Length; g++)
        {
            sum += Math.Max(0, falling[g - 1]);

            // The mean of the first g falls and g rises, so once it is passed it stays passed.
            if (sum < (Int128)g * g) return g - 1;
        }

        return falling.Length;
    }

    /// <summary>The number of papers with at least <paramref name="least"/> citations: i10 by default.</summary>
    /// <inheritdoc cref="Of" path="/param"/>
    /// <param name="citations">Citations of each paper.</param>
    /// <param name="least">Citations that a paper needs.</param>
    public static int I(ReadOnlySpan<long> citations, long least = 10)
    {
        int papers = 0;
        foreach (long count in citations)
            if (count >= least) papers++;
        return papers;
    }

    /// <summary>The h-index of each set of papers, such as those of an author or a venue, by the citations in a graph.</summary>
    /// <remarks>A citation is a paper that cites: parallel edges are one, self-loops none. O(nodes + edges + members).</remarks>
    /// <param name="graph">Citations, from the citing to the cited paper.</param>
    /// <param name="sets">The papers of each set, as rows: a paper that stands in a set twice counts twice.</param>
    /// <returns>Indexed by set.</returns>
    /// <exception cref="PapergraphException">A set names a node that the graph does not have (PGA004).</exception>
    public static ReadOnlyMemory<int> OfSets(DirectedCsr graph, CsrRows sets)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(sets);
        CsrRows incoming = SimpleRows.Of(graph.NodeCount, graph.IncomingRows.Unweighted(), graph.OutgoingRows.Unweighted()).Rows;
        CsrView citing = new(incoming), members = new(sets);
        int[] indices = new int[sets.FirstNode + sets.NodeCount];
        List<long> citations = [];
        for (int set = sets.FirstNode; set < indices.Length; set++)
        {
            citations.Clear();
            foreach (int paper in members.Neighbours(set))
            {
                if ((uint)paper >= (uint)graph.NodeCount) throw AlgorithmErrors.NoSuchNode("a set", paper, graph.NodeCount);
                citations.Add(citing.Degree(paper));
            }

            indices[set] = Of(CollectionsMarshal.AsSpan(citations));
        }

        return indices;
    }
}
