using Papergraph.Core;

namespace Papergraph.Algorithms.Tests;

/// <summary>Graphs large enough to be shared among threads, and those of a million nodes that catch recursion and quadratic cost.</summary>
internal static class LargeGraphs
{
    internal const int Million = 1_000_000;

    internal static readonly Execution[] Executions = [.. ((int[])[1, 2, 3, 8]).Select(threads => new Execution { Threads = threads })];

    /// <summary>Edges drawn at random, some of them within groups of a hundred nodes: there are triangles, and communities.</summary>
    /// <param name="nodes">Number of nodes.</param>
    /// <param name="edges">Number of edges, self-loops and parallel ones among them.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="local">The part of the edges that lie within a group.</param>
    internal static (int, int)[] RandomEdges(int nodes, int edges, ulong seed, double local = 0.5)
    {
        Xoshiro256 random = new(seed);
        (int, int)[] all = new (int, int)[edges];
        for (int i = 0; i < edges; i++)
        {
            int source = random.Next(nodes);
            bool isLocal = random.NextDouble() < local;
            int target = isLocal ? Math.Min(nodes - 1, (source / 100 * 100) + random.Next(100)) : random.Next(nodes);
            all[i] = (source, target);
        }

        return all;
    }

    internal static DirectedCsr Path { get; } = DirectedCsr.FromEdges(
        Million, [.. Enumerable.Range(0, Million - 1).Select(i => (i, i + 1))]);

    internal static DirectedCsr Ring { get; } = DirectedCsr.FromEdges(
        Million, [.. Enumerable.Range(0, Million).Select(i => (i, (i + 1) % Million))]);

    internal static DirectedCsr Star { get; } = DirectedCsr.FromEdges(Million, [.. Enumerable.Range(1, Million - 1).Select(i => (0, i))]);

    internal static DirectedCsr Nothing { get; } = DirectedCsr.FromEdges(0, []);

    internal static DirectedCsr Alone { get; } = DirectedCsr.FromEdges(1, []);
}
