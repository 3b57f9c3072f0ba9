using System.Runtime.CompilerServices;
using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>A copy of a level whose nodes stand in another order. With the nodes of each community side by side, what a node's neighbours
/// are asked for lies in a few cache lines: passes over a large graph take half the time.</summary>
internal static class RowReordering
{
    /// <summary>Copies the graph. Rows keep the order of their entries.</summary>
    /// <param name="graph">Any level.</param>
    /// <param name="order">The node that comes to each place.</param>
    /// <param name="team">Does it.</param>
    /// <exception cref="OverflowException">There are more entries than an array can hold.</exception>
    public static CommunityGraph Run(CommunityGraph graph, int[] order, WorkerTeam team)
    {
        Copying copying = new(graph, order);
        team.Run(copying, copying.Blocks.Count);
        return graph.With(copying.Rows, copying.Sizes);
    }

    private sealed class Copying : IBlockWork
    {
        private readonly CommunityGraph _graph;
        private readonly int[] _order, _places, _neighbours;
        private readonly double[]? _weights;

        public Copying(CommunityGraph graph, int[] order)
        {
            (_graph, _order, _places, Sizes) = (graph, order, new int[order.Length], new double[order.Length]);
            CsrView view = new(graph.Rows);
            long[] offsets = new long[order.Length + 1];
            for (int place = 0; place < order.Length; place++)
            {
                _places[order[place]] = place;
                offsets[place + 1] = offsets[place] + view.Degree(order[place]);
            }

            _neighbours = new int[checked((int)graph.Rows.EdgeCount)];
            _weights = view.IsWeighted ? new double[_neighbours.Length] : null;
            Rows = CsrRows.OfArrays(offsets, _neighbours, weights: _weights);
            Blocks = NodeBlocks.ByEdges(order.Length, Rows);
        }

        public CsrRows Rows { get; }

        public double[] Sizes { get; }

        public NodeBlocks Blocks { get; }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Do(int block, int worker)
        {
            (int first, int end) = Blocks[block];
            CsrView view = new(_graph.Rows);
            ReadOnlySpan<long> offsets = Rows.Offsets;
            int[] places = _places;
            for (int place = first; place < end; place++)
            {
                int node = _order[place], start = (int)offsets[place];
                ReadOnlySpan<int> row = view.Neighbours(node);
                Span<int> copy = _neighbours.AsSpan(start, row.Length);
                for (int i = 0; i < row.Length; i++) copy[i] = places[row[i]];
                if (_weights is not null) view.Weights(node).CopyTo(_weights.AsSpan(start));
                Sizes[place] = _graph.Sizes[node];
            }
        }
    }
}
