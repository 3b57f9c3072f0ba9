using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>Eccentricity: the distance of the farthest of the nodes that a node reaches.</summary>
/// <remarks>
/// <para>Nodes that are not reached do not count; a node that reaches none has eccentricity 0. Weights are not looked at; self-loops and
/// parallel edges change nothing.</para>
/// <para>Breadth-first searches, 512 at once (Then et al., PVLDB 2014, https://doi.org/10.14778/2735496.2735507): O(nodes · edges · levels
/// / 512) at worst for all nodes, 204 bytes a node for each thread. Whole numbers, the same for any number of threads.</para>
/// </remarks>
public static class Eccentricity
{
    /// <summary>The eccentricities of some nodes of a directed graph, along its edges.</summary>
    /// <param name="graph">Any directed graph.</param>
    /// <param name="nodes">Nodes, none twice.</param>
    /// <param name="execution">Threads and cancellation, observed once a level; null for the defaults.</param>
    /// <returns>One for each of the nodes given, in their order.</returns>
    /// <exception cref="PapergraphException">There is no such node (PGA004), or a node is given twice (PGA031).</exception>
    public static ReadOnlyMemory<int> Of(DirectedCsr graph, ReadOnlyMemory<int> nodes, Execution? execution = null)
    {
        ArgumentNullException.ThrowIfNull(graph);
        return Of(graph.NodeCount, graph.OutgoingRows, graph.IncomingRows, nodes, execution);
    }

    /// <summary>The eccentricities of some nodes of an undirected graph.</summary>
    /// <inheritdoc cref="Of(DirectedCsr, ReadOnlyMemory{int}, Execution?)"/>
    public static ReadOnlyMemory<int> Of(UndirectedCsr graph, ReadOnlyMemory<int> nodes, Execution? execution = null)
    {
        ArgumentNullException.ThrowIfNull(graph);
        return Of(graph.NodeCount, graph.Rows, graph.Rows, nodes, execution);
    }

    private static int[] Of(int nodeCount, CsrRows along, CsrRows against, ReadOnlyMemory<int> nodes, Execution? execution)
    {
        Execution run = Execution.Of(execution);
        foreach (int node in nodes.Span) NodeCheck.Require("nodes", node, nodeCount);
        HashSet<int> given = [];
        foreach (int node in nodes.Span)
            if (!given.Add(node)) throw AlgorithmErrors.NodeGivenTwice("nodes", node);
        using WorkerTeam team = new(run);
        return new SearchedLevels(nodeCount, along, against, run).Depths(nodes, team);
    }
}
