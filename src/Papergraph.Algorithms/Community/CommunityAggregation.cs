using System.Runtime.CompilerServices;
using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>Makes each group of nodes one node of the next level.</summary>
internal static class CommunityAggregation
{
    private const int BlockSize = 1 << 15;

    /// <summary>The graph of the groups: an edge between two of them weighs what all edges between their nodes weigh together. One pass
    /// over the edges, in parallel over groups.</summary>
    /// <param name="graph">The level below.</param>
    /// <param name="labels">The group of each node, from 0 on without gaps.</param>
    /// <param name="count">Number of groups.</param>
    /// <param name="team">Does it.</param>
    /// <param name="scratch">One for each worker.</param>
    /// <exception cref="OverflowException">There are more edges between groups than an array can hold.</exception>
    public static CommunityGraph Run(CommunityGraph graph, int[] labels, int count, WorkerTeam team, NeighbourWeights[] scratch)
    {
        NodeGroups groups = new(labels, count);
        Gathering gathering = new(graph, labels, groups, scratch);
        team.Run(gathering, gathering.Blocks.Count);
        for (int group = 0; group < count; group++) gathering.Offsets[group + 1] += gathering.Offsets[group];
        int entries = checked((int)gathering.Offsets[count]);
        Joining joining = new(gathering, new int[entries], new double[entries]);
        team.Run(joining, gathering.Blocks.Count);
        return graph.With(CsrRows.OfArrays(gathering.Offsets, joining.Neighbours, weights: joining.Weights), gathering.Sizes);
    }

    /// <summary>Adds up the rows of each group, into arrays of each block.</summary>
    private sealed class Gathering : IBlockWork
    {
        private readonly CommunityGraph _graph;
        private readonly int[] _labels;
        private readonly NodeGroups _groups;
        private readonly NeighbourWeights[] _scratch;
        private readonly (int[] Neighbours, double[] Weights)[] _buffers;

        public Gathering(CommunityGraph graph, int[] labels, NodeGroups groups, NeighbourWeights[] scratch)
        {
            (_graph, _labels, _groups, _scratch) = (graph, labels, groups, scratch);
            Blocks = groups.Blocks(graph, BlockSize);
            _buffers = new (int[], double[])[scratch.Length];
            Array.Fill(_buffers, ([], []));
            Rows = new (int[], double[])[Blocks.Count];
            Sizes = new double[groups.Count];
            Offsets = new long[groups.Count + 1];
        }

        public List<(int First, int End)> Blocks { get; }

        public (int[] Neighbours, double[] Weights)[] Rows { get; }

        public double[] Sizes { get; }

        /// <summary>At first the length of each row, one place further on.</summary>
        public long[] Offsets { get; }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Do(int block, int worker)
        {
            (int first, int end) = Blocks[block];
            CsrView view = new(_graph.Rows);
            NeighbourWeights sum = _scratch[worker];
            (int[] neighbours, double[] weights) = _buffers[worker];
            int count = 0;
            for (int group = first; group < end; group++)
            {
                int before = count;
                long most = 0;
                foreach (int node in _groups[group]) most += view.Degree(node);
                most = Math.Min(most, _groups.Count);
                sum.Open(most);
                foreach (int node in _groups[group]) Sizes[group] += _graph.Sizes[node];
                sum.Add(view, _groups[group], _labels);

                if (neighbours.Length < count + most)
                {
                    int length = checked((int)Math.Max(count + most, Math.Min(2L * neighbours.Length, Array.MaxLength)));
                    Array.Resize(ref neighbours, length);
                    Array.Resize(ref weights, length);
                    _buffers[worker] = (neighbours, weights);
                }

                for (int i = 0; i < sum.Count; i++)
                {
                    (int label, double weight) = sum[i];
                    if (label == group) continue;
                    (neighbours[count], weights[count]) = (label, weight);
                    count++;
                }

                sum.Clear();
                Offsets[group + 1] = count - before;
            }

            Rows[block] = (neighbours[..count], weights[..count]);
        }
    }

    /// <summary>Puts the blocks' rows one after another.</summary>
    private sealed class Joining(Gathering gathering, int[] neighbours, double[] weights) : IBlockWork
    {
        public int[] Neighbours => neighbours;

        public double[] Weights => weights;

        public void Do(int block, int worker)
        {
            int start = (int)gathering.Offsets[gathering.Blocks[block].First];
            (int[] rows, double[] rowWeights) = gathering.Rows[block];
            rows.CopyTo(neighbours, start);
            rowWeights.CopyTo(weights, start);
        }
    }
}
