using Papergraph.Algorithms;
using Papergraph.Core;
using Papergraph.Store;

namespace Papergraph.Engine.Analysis.Projections;

/// <summary>Puts weights beside rows that are used as they lie in the store.</summary>
internal static class StoredWeights
{
    internal static DirectedCsr Of(DirectedCsr graph, EdgeTable table, string property, Execution execution)
    {
        EdgeWeights weights = new(property, table);
        return new(
            graph.NodeCount, Weighted(graph.OutgoingRows, table.Outgoing, weights, execution),
            Weighted(graph.IncomingRows, table.Incoming, weights, execution));
    }

    private static CsrRows Weighted(CsrRows rows, Adjacency edges, EdgeWeights weights, Execution execution)
    {
        double[] values = new double[rows.EdgeCount];
        EdgeSweep.Blocks(rows.NodeCount, execution, (first, end) =>
        {
            ReadOnlySpan<long> offsets = rows.Offsets;
            for (int row = first; row < end; row++)
            {
                EdgePositions positions = edges.Positions(rows.FirstNode + row);
                for (long at = offsets[row]; at < offsets[row + 1]; at++) values[at] = weights[positions[(int)(at - offsets[row])]];
            }
        });
        return rows.WithWeights(values);
    }
}
