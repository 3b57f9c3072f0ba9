using System.Runtime.CompilerServices;
using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>The refinement of Leiden: splits each community into parts by merging its nodes anew, along edges only and at random, so that
/// every part is connected.</summary>
/// <remarks>Traag, Waltman &amp; van Eck 2019, algorithm A.2, MergeNodesSubset. Communities have nothing to do with each other here and are
/// refined in parallel, each with random numbers of its own.</remarks>
internal static class CommunityRefinement
{
    private const int BlockSize = 1 << 15;

    /// <summary>Refines the communities.</summary>
    /// <param name="graph">Any level.</param>
    /// <param name="assignment">The communities.</param>
    /// <param name="randomness">θ in units of the mean weight of an edge: a part is taken with a chance that grows as exp(gain /
    /// θ).</param>
    /// <param name="seed">Of the random numbers.</param>
    /// <param name="team">Does it.</param>
    /// <param name="scratch">One for each worker.</param>
    /// <param name="cancellation">Observed every few thousand nodes.</param>
    /// <returns>For each node a node of its part, the same for all of them.</returns>
    public static int[] Run(
        CommunityGraph graph,
        CommunityAssignment assignment,
        double randomness,
        ulong seed,
        WorkerTeam team,
        NeighbourWeights[] scratch,
        CancellationToken cancellation)
    {
        NodeBlocks nodes = NodeBlocks.ByEdges(graph.NodeCount, graph.Rows);
        double[] inner = new double[graph.NodeCount];
        team.Run(new WeightInside(graph.Rows, nodes, assignment.Labels, inner), nodes.Count);
        Merging merging = new(graph, assignment, inner, randomness * graph.MeanWeight, seed, scratch, cancellation);
        team.Run(merging, merging.Blocks.Count);
        return merging.Parts;
    }

    /// <summary>The weight of each node's edges to the rest of its community.</summary>
    private sealed class WeightInside(CsrRows rows, NodeBlocks blocks, int[] labels, double[] inner) : IBlockWork
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Do(int block, int worker)
        {
            (int first, int end) = blocks[block];
            CsrView view = new(rows);
            for (int node = first; node < end; node++)
            {
                int own = labels[node];
                ReadOnlySpan<int> neighbours = view.Neighbours(node);
                ReadOnlySpan<double> weights = view.Weights(node);
                double inside = 0;
                for (int i = 0; i < neighbours.Length; i++)
                {
                    double weight = (uint)i < (uint)weights.Length ? weights[i] : 1;
                    inside += labels[neighbours[i]] == own && neighbours[i] != node ? weight : 0;
                }

                inner[node] = inside;
            }
        }
    }

    private sealed class Merging : IBlockWork
    {
        private readonly CommunityGraph _graph;
        private readonly CommunityAssignment _assignment;
        private readonly NodeGroups _communities;
        private readonly double[] _sizes, _cuts;
        private readonly bool[] _isJoined;
        private readonly ulong _seed;
        private readonly NeighbourWeights[] _scratch;
        private readonly PartChoice[] _choices;
        private readonly CancellationToken _cancellation;

        /// <param name="graph">Any level.</param>
        /// <param name="assignment">The communities.</param>
        /// <param name="cuts">The weight between each part and the rest of its community; at first each node is a part.</param>
        /// <param name="temperature">θ.</param>
        /// <param name="seed">Of the random numbers.</param>
        /// <param name="scratch">One for each worker.</param>
        /// <param name="cancellation">Observed every few thousand nodes.</param>
        public Merging(
            CommunityGraph graph,
            CommunityAssignment assignment,
            double[] cuts,
            double temperature,
            ulong seed,
            NeighbourWeights[] scratch,
            CancellationToken cancellation)
        {
            (_graph, _assignment, _cuts, _seed, _scratch, _cancellation) = (graph, assignment, cuts, seed, scratch, cancellation);
            _communities = new(assignment.Labels, assignment.Labels.Length);
            Blocks = _communities.Blocks(graph, BlockSize);
            Parts = CommunityAssignment.OwnLabels(graph.NodeCount);
            _sizes = [.. graph.Sizes];
            _isJoined = new bool[graph.NodeCount];
            _choices = new PartChoice[scratch.Length];
            for (int worker = 0; worker < _choices.Length; worker++) _choices[worker] = new(temperature);
        }

        public List<(int First, int End)> Blocks { get; }

        /// <summary>The part of each node, named by one of the part's nodes.</summary>
        public int[] Parts { get; }

        public void Do(int block, int worker)
        {
            (int first, int end) = Blocks[block];
            for (int community = first; community < end; community++)
                if (_communities[community].Length > 1) Refine(community, worker);
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private void Refine(int community, int worker)
        {
            CsrView view = new(_graph.Rows);
            NeighbourWeights weights = _scratch[worker];
            PartChoice choice = _choices[worker];
            Xoshiro256 random = new(_seed, (ulong)community);
            Span<int> nodes = _communities[community];
            random.Shuffle(nodes);
            double whole = _assignment.Sizes[community];
            int[] labels = _assignment.Labels;
            for (int i = 0; i < nodes.Length; i++)
            {
                if ((i & 4095) == 4095) _cancellation.ThrowIfCancellationRequested();
                int node = nodes[i];
                if (Parts[node] != node || _isJoined[node] || !IsWellConnected(node, whole)) continue;

                // Other communities' parts change meanwhile, if other workers are at them; but they stay theirs, and are passed over below.
                weights.Open(Math.Min(view.Degree(node), _graph.NodeCount));
                weights.Add(view, [node], Parts);
                double pull = _graph.Pull(_graph.Sizes[node]);
                choice.Begin();
                for (int k = 0; k < weights.Count; k++)
                {
                    (int part, double weight) = weights[k];
                    if (labels[part] != community) continue;
                    double gain = weight - (pull * _sizes[part]);
                    if (gain >= 0 && IsWellConnected(part, whole)) choice.Offer(part, weight, gain);
                }

                weights.Clear();
                (int joined, double bond) = choice.Take(ref random);
                if (joined < 0) continue;
                Parts[node] = joined;
                _isJoined[joined] = true;
                _sizes[joined] += _graph.Sizes[node];
                _cuts[joined] += _cuts[node] - (2 * bond);
            }
        }

        // The part holds on to the rest of its community at least as the resolution asks for.
        private bool IsWellConnected(int part, double whole) => _cuts[part] >= _graph.Pull(_sizes[part]) * (whole - _sizes[part]);
    }
}
