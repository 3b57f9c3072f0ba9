using System.Numerics;
using System.Runtime.CompilerServices;
using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>Adds up the weight of the edges from a node to each community, and chooses among the communities. One for each worker.</summary>
/// <remarks>A hash table as small as the row at hand, with open addressing: it stays in the first cache, where an array with a place for each
/// label would be a random access to memory for each edge.</remarks>
internal sealed class NeighbourWeights
{
    /// <summary>The target of a node that does best to leave its community for one of its own.</summary>
    public const int Alone = -2;

    /// <summary>The target of a node that does best to stay.</summary>
    public const int Stay = -1;

    // A move must gain more than rounding can feign, or nodes could move in circles: this times the numbers that the gain is the difference of.
    private const double LeastGain = 1e-12;

    private const int Free = -1;

    private int[] _labels = [], _used = [];
    private double[] _weights = [];
    private int _count, _shift;

    /// <summary>Number of labels found since <see cref="Open"/>.</summary>
    public int Count => _count;

    /// <summary>A label found and its weight, in the order of the labels' first edges.</summary>
    public (int Label, double Weight) this[int index] => (_labels[_used[index]], _weights[_used[index]]);

    /// <summary>Begins anew.</summary>
    /// <param name="most">Most labels that will be found.</param>
    /// <exception cref="OverflowException">They are more than 2²⁹.</exception>
    public void Open(long most)
    {
        int bits = BitOperations.Log2((ulong)Math.Max(most, 4)) + 2;
        if (1L << bits > _labels.Length)
        {
            int size = checked(1 << Math.Min(bits, 30));
            (_labels, _used, _weights) = (new int[size], new int[size], new double[size]);
            Array.Fill(_labels, Free);
        }

        _shift = 32 - bits;
    }

    /// <summary>Adds the edges of a node; self-loops and weights of 0 bind it to nobody.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(CsrView view, int node, int[] labels)
    {
        ReadOnlySpan<int> neighbours = view.Neighbours(node);
        ReadOnlySpan<double> edges = view.Weights(node);
        int[] found = _labels;
        double[] weights = _weights;
        int shift = _shift, mask = (int)(uint.MaxValue >> shift);
        for (int i = 0; i < neighbours.Length; i++)
        {
            int neighbour = neighbours[i];
            double weight = (uint)i < (uint)edges.Length ? edges[i] : 1;
            if (neighbour == node || weight == 0) continue;
            int label = labels[neighbour];
            int slot = (int)(unchecked((uint)label * 0x9E3779B9) >> shift);
            while (true)
            {
                int there = found[slot];
                if (there == label)
                {
                    weights[slot] += weight;
                    break;
                }

                if (there == Free)
                {
                    found[slot] = label;
                    weights[slot] = weight;
                    _used[_count++] = slot;
                    break;
                }

                slot = (slot + 1) & mask;
            }
        }
    }

    public void Clear()
    {
        for (int i = 0; i < _count; i++) _labels[_used[i]] = Free;
        _count = 0;
    }

    /// <summary>The best community for a node as things stand; of several as good, the one that its row names first.</summary>
    /// <returns>The target, or <see cref="Stay"/>, and the weight of the node's edges to the others of its community and to the target.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public (int Target, double StayWeight, double TargetWeight) Choose(CommunityGraph graph, CsrView view, int node, CommunityAssignment assignment)
    {
        Open(view.Degree(node));
        Add(view, node, assignment.Labels);
        double[] sizes = assignment.Sizes;
        int own = assignment.Labels[node];
        double size = graph.Sizes[node], pull = graph.Pull(size), stayWeight = 0;

        // The community of its own costs nothing and gives nothing.
        int best = Alone;
        double bestScore = 0, bestWeight = 0;
        foreach (int slot in _used.AsSpan(0, _count))
        {
            int label = _labels[slot];
            double weight = _weights[slot];
            _labels[slot] = Free;
            if (label == own)
            {
                stayWeight = weight;
            }
            else if (weight > bestScore)
            {
                // Only now the size is read, far away in memory: it can but lower the score.
                double score = weight - (pull * sizes[label]);
                if (score > bestScore) (best, bestScore, bestWeight) = (label, score, weight);
            }
        }

        _count = 0;
        if (best == Alone && assignment.Members[own] == 1) return (Stay, 0, 0);
        double stayPenalty = pull * (sizes[own] - size), targetPenalty = best == Alone ? 0 : pull * sizes[best];
        return (Gains(stayWeight, stayPenalty, bestWeight, targetPenalty) ? best : Stay, stayWeight, bestWeight);
    }

    /// <summary>Whether a move is worth it.</summary>
    public static bool Gains(double stayWeight, double stayPenalty, double targetWeight, double targetPenalty) =>
        targetWeight - targetPenalty - (stayWeight - stayPenalty)
        > LeastGain * (targetWeight + targetPenalty + stayWeight + Math.Abs(stayPenalty));
}
