using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>The most cited of the references of each paper, where it is cited very often, and the papers in its order: those that have it
/// in common are neighbours.</summary>
internal sealed class MostCitedReferences
{
    // To go through fewer papers again costs no more than to tell them apart.
    private const int LeastCitations = 256;

    private readonly int[] _references;

    private MostCitedReferences(int[] references, int[] papers) => (_references, Papers) = (references, papers);

    public int NodeCount => _references.Length;

    /// <summary>All papers by rising reference, those without one first, and by rising number where it is the same.</summary>
    public int[] Papers { get; }

    /// <summary>The reference, of equally cited ones the lowest; −1 where none is cited very often.</summary>
    public int this[int paper] => _references[paper];

    /// <summary>No reference of any paper, and the papers in their order.</summary>
    public static MostCitedReferences None(int nodeCount)
    {
        int[] chosen = new int[nodeCount], papers = new int[nodeCount];
        Array.Fill(chosen, -1);
        for (int paper = 0; paper < nodeCount; paper++) papers[paper] = paper;
        return new(chosen, papers);
    }

    public static MostCitedReferences Of(int nodeCount, CsrRows cited, CsrRows citing)
    {
        CsrView references = new(cited), citations = new(citing);
        int[] chosen = new int[nodeCount], places = new int[nodeCount + 2], papers = new int[nodeCount];
        for (int paper = 0; paper < nodeCount; paper++)
        {
            int most = -1;
            long times = LeastCitations - 1;
            foreach (int reference in references.Neighbours(paper))
            {
                long count = citations.Degree(reference);
                if (count > times) (most, times) = (reference, count);
            }

            chosen[paper] = most;
            places[most + 2]++;
        }

        for (int reference = 0; reference <= nodeCount; reference++) places[reference + 1] += places[reference];
        for (int paper = 0; paper < nodeCount; paper++) papers[places[chosen[paper] + 1]++] = paper;
        return new(chosen, papers);
    }
}
