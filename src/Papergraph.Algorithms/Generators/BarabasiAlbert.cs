using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>What <see cref="BarabasiAlbert"/> generates.</summary>
public sealed record BarabasiAlbertOptions
{
    /// <summary>Number of nodes, more than <see cref="EdgesPerNode"/>.</summary>
    public int Nodes { get; init; } = 1000;

    /// <summary>Number m of edges that each new node brings, at least 1.</summary>
    public int EdgesPerNode { get; init; } = 3;

    /// <summary>The graph is a function of the options, this one among them.</summary>
    public ulong Seed { get; init; } = 1;

    internal void Validate()
    {
        if (EdgesPerNode < 1) throw AlgorithmErrors.OutOfRange("edges-per-node", EdgesPerNode, "at least 1");
        if (Nodes <= EdgesPerNode) throw AlgorithmErrors.OutOfRange("nodes", Nodes, $"more than edges-per-node, {EdgesPerNode}");
    }
}

/// <summary>Graphs that grow by preferential attachment: each new node is joined to m different ones, each with a probability proportional to
/// the degree that it has.</summary>
/// <remarks>
/// <para>A.-L. Barabási, R. Albert, “Emergence of Scaling in Random Networks”, Science 286, 1999,
/// https://doi.org/10.1126/science.286.5439.509. Degrees follow a power law of exponent 3. The first m + 1 nodes, about which the paper says
/// nothing, are all joined to each other; nodes are numbered in the order in which they come. There are no self-loops and no parallel
/// edges.</para>
/// <para>An end of an edge, each equally likely, is a node by its degree (V. Batagelj, U. Brandes, 2005,
/// https://doi.org/10.1103/PhysRevE.71.036113, algorithm 5); a node that was drawn before is drawn again. O(edges) expected, 8 bytes an edge
/// besides the graph. Each node depends on all before: drawing runs on one thread.</para>
/// </remarks>
public static class BarabasiAlbert
{
    /// <summary>Generates a graph.</summary>
    /// <param name="options">Size, edges per node, seed.</param>
    /// <param name="execution">How it runs.</param>
    /// <exception cref="PapergraphException">An option is outside its range.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static UndirectedCsr Generate(BarabasiAlbertOptions options, Execution? execution = null)
    {
        Execution run = Execution.Of(execution);
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        (int n, int m) = (options.Nodes, options.EdgesPerNode);
        Xoshiro256 random = new(options.Seed);
        long count = ((long)m * (m + 1) / 2) + ((long)m * (n - m - 1));
        // Edge k is ends[k]: both are drawn from at once.
        (int Source, int Target)[] ends = new (int, int)[checked((int)count)];
        int edge = 0;
        for (int node = 1; node <= m; node++)
            for (int other = 0; other < node; other++) ends[edge++] = (node, other);
        int[] drawnFor = new int[n];
        for (int node = m + 1; node < n; node++)
        {
            if ((node & 0xFFF) == 0) run.Cancellation.ThrowIfCancellationRequested();
            int edgesBefore = edge;
            while (edge < edgesBefore + m)
            {
                (int source, int target) = ends[random.Next(edgesBefore)];
                int other = (random.Next() >> 63) == 0 ? source : target;
                if (drawnFor[other] == node) continue;
                drawnFor[other] = node;
                ends[edge++] = (node, other);
            }
        }

        DirectedCsr graph = DirectedCsr.FromEdgeParts(n, [ends], threads: run.Threads, cancellation: run.Cancellation);
        return UndirectedCsr.Of(graph, threads: run.Threads, cancellation: run.Cancellation);
    }
}
