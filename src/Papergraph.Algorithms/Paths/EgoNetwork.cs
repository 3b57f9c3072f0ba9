using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>The neighbourhood of a node as a graph of its own.</summary>
/// <param name="Nodes">The nodes of the neighbourhood, by rising distance, those of one distance by their number; the centre first.</param>
/// <param name="Distances">How far each of them is from the centre, in that order.</param>
/// <param name="Graph">The edges between them, from and to places in <paramref name="Nodes"/>, with their weights.</param>
public sealed record EgoNetworkResult(ReadOnlyMemory<int> Nodes, ReadOnlyMemory<int> Distances, DirectedCsr Graph);

/// <summary>Ego networks: a node, those within some steps of it, and the edges between these.</summary>
/// <remarks>All edges of the graph between two of the nodes are there, whatever their direction, with parallel edges and self-loops: the
/// induced subgraph, as igraph's neighborhood followed by induced_subgraph. Steps are edges; weights do not lengthen them. Cost: O(edges of
/// the nodes), and 12 bytes for each node of the whole graph.</remarks>
public static class EgoNetwork
{
    /// <summary>The ego network of a node.</summary>
    /// <param name="graph">Any directed graph.</param>
    /// <param name="center">The node in its middle.</param>
    /// <param name="radius">Most steps from the centre, at least 0.</param>
    /// <param name="direction">Which way the edges are gone from the centre.</param>
    /// <param name="execution">Cancellation, observed every few thousand nodes; null for the defaults.</param>
    /// <exception cref="PapergraphException">The radius is negative or the direction unknown (PGA001), or there is no such node
    /// (PGA004).</exception>
    public static EgoNetworkResult Of(
        DirectedCsr graph, int center, int radius = 1, TraversalDirection direction = TraversalDirection.Both, Execution? execution = null)
    {
        ArgumentNullException.ThrowIfNull(graph);
        Execution run = Execution.Of(execution);
        NodeCheck.Require("center", center, graph.NodeCount);
        if (radius < 0) throw AlgorithmErrors.OutOfRange("radius", radius, "at least 0");
        CsrRows[] rows = direction switch
        {
            TraversalDirection.Outgoing => [graph.OutgoingRows],
            TraversalDirection.Incoming => [graph.IncomingRows],
            TraversalDirection.Both => [graph.OutgoingRows, graph.IncomingRows],
            _ => throw AlgorithmErrors.OutOfRange("direction", (int)direction, "outgoing, incoming or both"),
        };
        LevelSearch search = new(graph.NodeCount, run.Cancellation, rows);
        search.From(center, radius);
        int[] nodes = search.Nodes.ToArray(), distances = Array.ConvertAll(nodes, search.Distance);
        for (int first = 0, end; first < nodes.Length; first = end)
        {
            for (end = first + 1; end < nodes.Length && distances[end] == distances[first];) end++;
            nodes.AsSpan(first..end).Sort();
        }

        return new(nodes, distances, Induced(graph, nodes));
    }

    private static DirectedCsr Induced(DirectedCsr graph, int[] nodes)
    {
        int[] places = new int[graph.NodeCount];
        Array.Fill(places, -1);
        for (int place = 0; place < nodes.Length; place++) places[nodes[place]] = place;
        List<(int, int)> edges = [];
        List<double> weights = [];
        for (int place = 0; place < nodes.Length; place++)
        {
            ReadOnlySpan<int> neighbours = graph.Outgoing(nodes[place]);
            ReadOnlySpan<double> row = graph.OutgoingRows.WeightsOf(nodes[place]);
            for (int k = 0; k < neighbours.Length; k++)
            {
                if (places[neighbours[k]] < 0) continue;
                edges.Add((place, places[neighbours[k]]));
                if (graph.IsWeighted) weights.Add(row[k]);
            }
        }

        return DirectedCsr.FromEdges(nodes.Length, edges.ToArray(), graph.IsWeighted ? [.. weights] : null);
    }
}
