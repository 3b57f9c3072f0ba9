using System.Numerics;
using System.Runtime.CompilerServices;
using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>Adds up the weight of the edges from a node to each community, and chooses among the communities. One for each
/// worker.</summary>
/// <remarks>A hash table as small as the row at hand, with open addressing: it stays in the first cache, where an array with a place for
/// each label would be a random access to memory for each edge.</remarks>
internal sealed class NeighbourWeights
{
    /// <summary>The target of a node that does best to leave its community for one of its own.</summary>
    public const int Alone = -2;

    /// <summary>The target of a node that does best to stay.</summary>
    public const int Stay = -1;

    // A move must gain more than rounding can feign, or nodes could move in circles: this times the numbers that the gain is the difference
    // of.
    private const double LeastGain = 1e-12;

    private const int Free = -1;

    // A label that is not found after so many places makes the table larger: labels that are chosen to collide in small tables do not in
    // one with a place for each, to which this leads at worst.
    private const int MostProbes = 64;

    // Tables have at most 2^30 places.
    private const long MostLabels = 1 << 28;
    private const int LeastShift = 2;

    private const uint GoldenRatio = 0x9E3779B9;

    private int[] _labels = [], _used = [];
    private double[] _weights = [];
    private int _count, _shift;

    /// <summary>Number of labels found since <see cref="Open"/>.</summary>
    public int Count => _count;

    /// <summary>A label found and its weight, in the order of the labels' first edges.</summary>
    public (int Label, double Weight) this[int index] => (_labels[_used[index]], _weights[_used[index]]);

    /// <summary>Begins anew.</summary>
    /// <param name="most">Most labels that will be found.</param>
    /// <exception cref="OverflowException">They are more than 2²⁸.</exception>
    public void Open(long most)
    {
        if (most > MostLabels) throw new OverflowException("A node or community has more neighbours than can be counted.");
        Reserve(BitOperations.Log2((ulong)Math.Max(most, 4)) + 2);
    }

    private void Reserve(int bits)
    {
        if (1 << bits > _labels.Length)
        {
            int size = 1 << bits;
            (_labels, _used, _weights) = (new int[size], new int[size], new double[size]);
            Array.Fill(_labels, Free);
        }

        _shift = 32 - bits;
    }

    // All that was found goes to a table twice as large, in the same order.
    private void Enlarge()
    {
        (int Label, double Weight)[] found = new (int, double)[_count];
        for (int i = 0; i < found.Length; i++) found[i] = this[i];
        Clear();
        Reserve(33 - _shift);
        int mask = (int)(uint.MaxValue >> _shift);
        foreach ((int label, double weight) in found)
        {
            int slot = FirstPlace(label, _shift);
            while (_labels[slot] != Free) slot = (slot + 1) & mask;
            (_labels[slot], _weights[slot]) = (label, weight);
            _used[_count++] = slot;
        }
    }

    private static int FirstPlace(int label, int shift) => (int)(unchecked((uint)label * GoldenRatio) >> shift);

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
            int slot = FirstPlace(label, shift);
            for (int probes = 0; found[slot] != label; probes++)
            {
                if (found[slot] == Free)
                {
                    (found[slot], weights[slot]) = (label, 0);
                    _used[_count++] = slot;
                }
                else if (probes == MostProbes && shift > LeastShift)
                {
                    Enlarge();
                    (found, weights, shift) = (_labels, _weights, _shift);
                    (mask, slot, probes) = ((int)(uint.MaxValue >> shift), FirstPlace(label, shift), 0);
                }
                else
                {
                    slot = (slot + 1) & mask;
                }
            }

            weights[slot] += weight;
        }
    }

    public void Clear()
    {
        for (int i = 0; i < _count; i++) _labels[_used[i]] = Free;
        _count = 0;
    }

    /// <summary>The best community for a node as things stand; of several as good, the one that its row names first.</summary>
    /// <returns>The target, or <see cref="Stay"/>, and the weight of the node's edges to the others of its community and to the
    /// target.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public (int Target, double StayWeight, double TargetWeight) Choose(
        CommunityGraph graph, CsrView view, int node, CommunityAssignment assignment)
    {
        Open(Math.Min(view.Degree(node), assignment.Count));
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
