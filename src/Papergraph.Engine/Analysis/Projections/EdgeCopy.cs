using Papergraph.Algorithms;
using Papergraph.Core;
using Papergraph.Store;

namespace Papergraph.Engine.Analysis.Projections;

/// <summary>Copies edges of the store into rows of their own, with the nodes numbered anew.</summary>
internal sealed class EdgeCopy(NodeSelection nodes, IReadOnlyList<EdgeLayer> layers, string? weight, Execution execution)
{
    private readonly EdgeWeights[]? _weights = weight is null ? null : [.. layers.Select(layer => new EdgeWeights(weight, layer.Table))];

    /// <summary>The edges as a graph.</summary>
    /// <exception cref="OverflowException">There are more edges than an array can hold.</exception>
    internal DirectedCsr Graph() => new(nodes.Count, Rows(outgoing: true), Rows(outgoing: false));

    private CsrRows Rows(bool outgoing)
    {
        long[] offsets = new long[nodes.Count + 1L];
        EdgeSweep.Blocks(nodes.Count, execution, (first, end) =>
        {
            for (int node = first; node < end; node++) offsets[node + 1] = Count(node, outgoing);
        });
        for (int node = 0; node < nodes.Count; node++) offsets[node + 1] += offsets[node];
        int[] neighbours = new int[checked((int)offsets[^1])];
        double[]? weights = _weights is null ? null : new double[neighbours.Length];
        EdgeSweep.Blocks(nodes.Count, execution, (first, end) =>
        {
            for (int node = first; node < end; node++)
            {
                (int start, int length) = ((int)offsets[node], (int)(offsets[node + 1] - offsets[node]));
                Fill(node, outgoing, neighbours.AsSpan(start, length), weights is null ? default : weights.AsSpan(start, length));
            }
        });
        return CsrRows.OfArrays(offsets, neighbours, weights: weights);
    }

    private long Count(int node, bool outgoing)
    {
        int id = nodes.IdOf(node);
        long count = 0;
        foreach (EdgeLayer layer in layers)
            foreach (int other in (outgoing ? layer.Table.Outgoing : layer.Table.Incoming).Neighbours(id))
                if (IsIn(layer, id, other, outgoing)) count++;
        return count;
    }

    private void Fill(int node, bool outgoing, Span<int> neighbours, Span<double> weights)
    {
        int id = nodes.IdOf(node), at = 0;
        for (int i = 0; i < layers.Count; i++)
        {
            Adjacency edges = outgoing ? layers[i].Table.Outgoing : layers[i].Table.Incoming;
            ReadOnlySpan<int> stored = edges.Neighbours(id);
            EdgePositions positions = weights.IsEmpty ? default : edges.Positions(id);
            for (int k = 0; k < stored.Length; k++)
            {
                if (!IsIn(layers[i], id, stored[k], outgoing)) continue;
                if (!weights.IsEmpty) weights[at] = _weights![i][positions[k]];
                neighbours[at++] = nodes.NumberOf(stored[k]);
            }
        }

        if (layers.Count < 2) return;   // one layer ascends as the store does
        if (weights.IsEmpty) neighbours.Sort();
        else neighbours.Sort(weights);
    }

    private bool IsIn(EdgeLayer layer, int id, int other, bool outgoing) =>
        nodes.NumberOf(other) >= 0 && (outgoing ? layer.Has(id, other) : layer.Has(other, id));
}
