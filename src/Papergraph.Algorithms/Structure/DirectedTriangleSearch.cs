using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>Counts for each node the directed edges between its neighbours, whatever their direction to it.</summary>
/// <remarks>As <see cref="TriangleSearch"/>, with the number of directions, one or two, of each side of a triangle.</remarks>
internal sealed class DirectedTriangleSearch : IBlockWork
{
    private readonly DirectedCsr _directed;
    private readonly DegreeOrderedCsr _graph;
    private readonly NodeBlocks _blocks;
    private readonly byte[] _directions;
    private readonly long[] _counts;
    private readonly byte[][] _marks;
    private long _triangles;

    private DirectedTriangleSearch(DirectedCsr directed, DegreeOrderedCsr graph, NodeBlocks blocks, int workers)
    {
        (_directed, _graph, _blocks) = (directed, graph, blocks);
        (_directions, _counts) = (new byte[checked((int)graph.Rows.EdgeCount)], new long[directed.NodeCount]);
        _marks = [.. Enumerable.Range(0, workers).Select(_ => new byte[directed.NodeCount])];
    }

    /// <summary>Counts everything.</summary>
    /// <param name="directed">The graph.</param>
    /// <param name="graph">The same without directions.</param>
    /// <param name="team">Who does it.</param>
    /// <returns>Directed edges between the neighbours of each node, and the number of triangles, directions ignored.</returns>
    public static (long[] Counts, long Triangles) Count(DirectedCsr directed, DegreeOrderedCsr graph, WorkerTeam team)
    {
        NodeBlocks blocks = NodeBlocks.ByEdges(directed.NodeCount, graph.Rows, size: 1 << 12);
        DirectedTriangleSearch search = new(directed, graph, blocks, team.Size);
        team.Run(new DirectionWork(search), blocks.Count);
        team.Run(search, blocks.Count);
        long[] counts = new long[directed.NodeCount];
        for (int number = 0; number < counts.Length; number++) counts[graph.Nodes[number]] = search._counts[number];
        return (counts, search._triangles);
    }

    public void Do(int block, int worker)
    {
        (int first, int end) = _blocks[block];
        CsrView rows = new(_graph.Rows);
        ReadOnlySpan<long> starts = _graph.Rows.Offsets;
        byte[] marks = _marks[worker];
        long triangles = 0;
        for (int lowest = first; lowest < end; lowest++)
        {
            ReadOnlySpan<int> higher = rows.Neighbours(lowest);
            if (higher.Length < 2) continue;
            ReadOnlySpan<byte> sides = _directions.AsSpan((int)starts[lowest], higher.Length);
            for (int i = 0; i < higher.Length; i++) marks[higher[i]] = sides[i];
            for (int i = 0; i < higher.Length; i++)
            {
                ReadOnlySpan<int> corners = rows.Neighbours(higher[i]);
                ReadOnlySpan<byte> opposite = _directions.AsSpan((int)starts[higher[i]], corners.Length);
                for (int j = 0; j < corners.Length; j++)
                {
                    byte side = marks[corners[j]];
                    if (side == 0) continue;
                    triangles++;
                    Interlocked.Add(ref _counts[lowest], opposite[j]);
                    Interlocked.Add(ref _counts[higher[i]], side);
                    Interlocked.Add(ref _counts[corners[j]], sides[i]);
                }
            }

            foreach (int number in higher) marks[number] = 0;
        }

        Interlocked.Add(ref _triangles, triangles);
    }

    // Bit 0: the node points to a neighbour; bit 1: the neighbour points to it.
    private sealed class DirectionWork(DirectedTriangleSearch of) : IBlockWork
    {
        public void Do(int block, int worker)
        {
            (int first, int end) = of._blocks[block];
            CsrView rows = new(of._graph.Rows), outgoing = new(of._directed.OutgoingRows), incoming = new(of._directed.IncomingRows);
            ReadOnlySpan<long> starts = of._graph.Rows.Offsets;
            byte[] marks = of._marks[worker];
            for (int number = first; number < end; number++)
            {
                ReadOnlySpan<int> higher = rows.Neighbours(number);
                if (higher.Length == 0) continue;
                int node = of._graph.Nodes[number];
                foreach (int target in outgoing.Neighbours(node)) marks[target] |= 1;
                foreach (int source in incoming.Neighbours(node)) marks[source] |= 2;
                Span<byte> directions = of._directions.AsSpan((int)starts[number], higher.Length);
                for (int i = 0; i < higher.Length; i++) directions[i] = (byte)(marks[of._graph.Nodes[higher[i]]] == 3 ? 2 : 1);
                foreach (int target in outgoing.Neighbours(node)) marks[target] = 0;
                foreach (int source in incoming.Neighbours(node)) marks[source] = 0;
            }
        }
    }
}
