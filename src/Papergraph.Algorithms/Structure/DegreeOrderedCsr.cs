using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>A simple undirected graph whose nodes are numbered anew by rising degree, each edge kept only at its lower end: what
/// triangles are looked for in.</summary>
/// <remarks>No row is longer than √(2·edges), since each of its ends has no lower degree; so the pairs within rows are O(edges^1.5)
/// altogether (N. Chiba and T. Nishizeki, “Arboricity and Subgraph Listing Algorithms”, SIAM J. Comput. 14(1), 1985,
/// https://doi.org/10.1137/0214017; T. Schank and D. Wagner, “Finding, Counting and Listing All Triangles in Large Graphs”, WEA 2005,
/// https://doi.org/10.1007/11427186_54). Self-loops and parallel edges are left out.</remarks>
internal sealed class DegreeOrderedCsr
{
    private readonly UndirectedCsr _graph;
    private readonly NodeBlocks _blocks;
    private readonly int[] _numbers;
    private readonly long[] _offsets;
    private int[] _neighbours = [];

    private DegreeOrderedCsr(UndirectedCsr graph)
    {
        int n = graph.NodeCount;
        (_graph, _blocks) = (graph, NodeBlocks.ByEdges(n, graph.Rows));
        (Degrees, Nodes, _numbers, _offsets) = (new int[n], new int[n], new int[n], new long[n + 1L]);
        Rows = CsrRows.OfArrays([0], []);
    }

    /// <summary>The number of neighbours of each node of the graph, each counted once, itself not.</summary>
    public int[] Degrees { get; }

    /// <summary>The node of the graph that each number stands for.</summary>
    public int[] Nodes { get; }

    /// <summary>The number of each node of the graph.</summary>
    public ReadOnlySpan<int> Numbers => _numbers;

    /// <summary>From each number to the higher ones that are its neighbours.</summary>
    public CsrRows Rows { get; private set; }

    /// <summary>Orders the nodes of a graph. O(nodes + edges), and to sort the rows.</summary>
    /// <param name="graph">Any undirected graph.</param>
    /// <param name="areRowsSorted">Whether rows are to ascend.</param>
    /// <param name="team">Who does it.</param>
    /// <exception cref="OverflowException">There are more edges than an array can hold.</exception>
    public static DegreeOrderedCsr Of(UndirectedCsr graph, bool areRowsSorted, WorkerTeam team)
    {
        DegreeOrderedCsr ordered = new(graph);
        team.Run(new DegreeWork(ordered), ordered._blocks.Count);
        int longest = ordered.Number();
        team.Run(new CountWork(ordered), ordered._blocks.Count);
        long[] offsets = ordered._offsets;
        for (int number = 0; number < graph.NodeCount; number++) offsets[number + 1] += offsets[number];
        ordered._neighbours = new int[checked((int)offsets[graph.NodeCount])];
        int[][] kept = [.. Enumerable.Range(0, team.Size).Select(_ => new int[longest + 1])];
        team.Run(new FillWork(ordered, kept, areRowsSorted), ordered._blocks.Count);
        ordered.Rows = CsrRows.OfArrays(offsets, ordered._neighbours);
        return ordered;
    }

    // A counting sort by degree; nodes of one degree keep their order.
    private int Number()
    {
        int longest = 0;
        foreach (int degree in Degrees) longest = Math.Max(longest, degree);
        int[] next = new int[longest + 2];
        foreach (int degree in Degrees) next[degree + 1]++;
        for (int degree = 1; degree < next.Length; degree++) next[degree] += next[degree - 1];
        for (int node = 0; node < Degrees.Length; node++)
        {
            int number = next[Degrees[node]]++;
            (Nodes[number], _numbers[node]) = (node, number);
        }

        return longest;
    }

    private sealed class DegreeWork(DegreeOrderedCsr of) : IBlockWork
    {
        public void Do(int block, int worker)
        {
            (int first, int end) = of._blocks[block];
            CsrView rows = new(of._graph.Rows);
            for (int node = first; node < end; node++)
            {
                int degree = 0, last = -1;
                foreach (int neighbour in rows.Neighbours(node))
                {
                    degree += (neighbour != last) & (neighbour != node) ? 1 : 0;
                    last = neighbour;
                }

                of.Degrees[node] = degree;
            }
        }
    }

    private sealed class CountWork(DegreeOrderedCsr of) : IBlockWork
    {
        public void Do(int block, int worker)
        {
            (int first, int end) = of._blocks[block];
            CsrView rows = new(of._graph.Rows);
            int[] numbers = of._numbers;
            for (int node = first; node < end; node++)
            {
                int number = numbers[node], count = 0, last = -1;
                foreach (int neighbour in rows.Neighbours(node))
                {
                    count += (numbers[neighbour] > number) & (neighbour != last) ? 1 : 0;
                    last = neighbour;
                }

                of._offsets[number + 1] = count;
            }
        }
    }

    private sealed class FillWork(DegreeOrderedCsr of, int[][] kept, bool areRowsSorted) : IBlockWork
    {
        public void Do(int block, int worker)
        {
            (int first, int end) = of._blocks[block];
            CsrView rows = new(of._graph.Rows);
            int[] numbers = of._numbers, higher = kept[worker];
            for (int node = first; node < end; node++)
            {
                int number = numbers[node], count = 0, last = -1;
                foreach (int neighbour in rows.Neighbours(node))
                {
                    int other = numbers[neighbour];
                    higher[count] = other;
                    count += (other > number) & (neighbour != last) ? 1 : 0;
                    last = neighbour;
                }

                Span<int> row = of._neighbours.AsSpan((int)of._offsets[number], count);
                higher.AsSpan(0, count).CopyTo(row);
                if (areRowsSorted) row.Sort();
            }
        }
    }
}
