using Papergraph.Core;

namespace Papergraph.Algorithms.Tests;

/// <summary>Citations without cycles: each paper cites earlier ones, some of them much more often than others.</summary>
internal static class RandomCitations
{
    internal static DirectedCsr Graph(int nodes, int references, int seed)
    {
        Random random = new(seed);
        List<(int, int)> edges = [];
        for (int paper = 1; paper < nodes; paper++)
        {
            HashSet<int> cited = [];
            for (int i = random.Next(2 * references); i >= 0; i--)
            {
                double place = random.NextDouble();
                if (cited.Add((int)(paper * place * place))) edges.Add((paper, (int)(paper * place * place)));
            }
        }

        return DirectedCsr.FromEdges(nodes, [.. edges]);
    }
}
