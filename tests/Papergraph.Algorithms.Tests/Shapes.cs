using Papergraph.Core;

namespace Papergraph.Algorithms.Tests;

/// <summary>Graphs of a known shape, and random ones of any size.</summary>
internal static class Shapes
{
    internal static readonly int[] ThreadCounts = [1, 2, 3, 8];

    internal static DirectedCsr Path(int n) =>
        DirectedCsr.FromEdges(n, [.. Enumerable.Range(0, Math.Max(0, n - 1)).Select(v => (v, v + 1))]);

    internal static DirectedCsr Cycle(int n) => DirectedCsr.FromEdges(n, [.. Enumerable.Range(0, n).Select(v => (v, (v + 1) % n))]);

    /// <summary>Node 0 and edges from it to all others.</summary>
    internal static DirectedCsr Star(int n) => DirectedCsr.FromEdges(n, [.. Enumerable.Range(1, n - 1).Select(v => (0, v))]);

    /// <summary>Node k splits into two that join again, over and over: 2^k shortest paths after k times.</summary>
    internal static DirectedCsr Diamonds(int count) => DirectedCsr.FromEdges(
        (3 * count) + 1,
        [.. Enumerable.Range(0, count).Select(k => 3 * k)
            .SelectMany(v => ((int, int)[])[(v, v + 1), (v, v + 2), (v + 1, v + 3), (v + 2, v + 3)])]);

    /// <summary>Edges between nodes drawn evenly.</summary>
    internal static DirectedCsr Random(int n, int edges, ulong seed)
    {
        Xoshiro256 random = new(seed);
        (int, int)[] list = new (int, int)[edges];
        for (int e = 0; e < edges; e++) list[e] = (random.Next(n), random.Next(n));
        return DirectedCsr.FromEdges(n, list);
    }

    /// <summary>The same edges between nodes that are numbered from <paramref name="first"/> on, in rows that begin there, with as many
    /// nodes before and after that have none.</summary>
    internal static DirectedCsr Shifted(RandomGraphs.EdgeList graph, int first)
    {
        DirectedCsr whole = DirectedCsr.FromEdges(
            first + graph.NodeCount, [.. graph.Edges.Select(e => (e.Source + first, e.Target + first))]);
        return new(first + graph.NodeCount + first, Rows(whole.OutgoingRows), Rows(whole.IncomingRows));

        CsrRows Rows(CsrRows rows) => CsrRows.OfArrays(rows.Offsets[first..].ToArray(), rows.Entries(0, rows.EdgeCount).ToArray(), first);
    }

    internal static void AssertSameBits(ReadOnlyMemory<double> expected, ReadOnlyMemory<double> actual) =>
        Assert.Equal(expected.ToArray().Select(BitConverter.DoubleToInt64Bits), actual.ToArray().Select(BitConverter.DoubleToInt64Bits));
}
