using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>Distances from one node to all others.</summary>
public static partial class ShortestPaths
{
    /// <summary>The number of edges on a shortest path from <paramref name="source"/> to each node.</summary>
    /// <remarks>
    /// <para>Breadth-first search by levels that goes along the edges while few nodes are at the rim, and asks the nodes not yet found for
    /// a neighbour at the rim while many are: S. Beamer, K. Asanović, D. Patterson, “Direction-Optimizing Breadth-First Search”, SC 2012,
    /// https://doi.org/10.1109/SC.2012.50.</para>
    /// <para>Weights are not looked at; self-loops and parallel edges change nothing. To go against the edges, search
    /// <see cref="DirectedCsr.Reversed"/>; to ignore directions, search <see cref="UndirectedCsr.AsDirected"/>.</para>
    /// <para>Cost: O(nodes + edges) at worst, often far fewer edges; 12 bytes and a quarter for each node. Distances are whole numbers, the
    /// same for any number of threads.</para>
    /// </remarks>
    /// <param name="graph">Any directed graph.</param>
    /// <param name="source">The node that is searched from.</param>
    /// <param name="execution">Threads and cancellation, observed once a level; null for the defaults.</param>
    /// <returns>Distances by node; −1 for those that are not reached.</returns>
    /// <exception cref="PapergraphException">There is no such node (PGA004).</exception>
    public static ReadOnlyMemory<int> BreadthFirst(DirectedCsr graph, int source, Execution? execution = null)
    {
        ArgumentNullException.ThrowIfNull(graph);
        Execution run = Execution.Of(execution);
        NodeCheck.Require("source", source, graph.NodeCount);
        using WorkerTeam team = new(run);
        BreadthFirstSearch search = new(graph.NodeCount, graph.OutgoingRows, graph.IncomingRows, team);
        search.From(source);
        return search.Distances;
    }
}
