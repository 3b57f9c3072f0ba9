using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>The rows that a search goes along in a direction.</summary>
internal static class TraversedRows
{
    /// <summary>The rows that are gone along, and the same edges from their other ends.</summary>
    /// <remarks>For both directions a graph without directions is made, O(nodes + edges): of the edges between two nodes the lightest is
    /// not told from the others, all stay.</remarks>
    public static (CsrRows Along, CsrRows Against) Of(DirectedCsr graph, TraversalDirection direction, Execution run)
    {
        if (direction == TraversalDirection.Outgoing) return (graph.OutgoingRows, graph.IncomingRows);
        if (direction == TraversalDirection.Incoming) return (graph.IncomingRows, graph.OutgoingRows);
        CsrRows both = UndirectedCsr.Of(graph, ParallelEdges.Keep, keepLoops: false, run.Threads, run.Cancellation).Rows;
        return (both, both);
    }
}
