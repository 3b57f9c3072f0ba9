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

    // Rows read together.
    private const int MostRows = 64;

    // A label that is not found after so many places makes the table larger: labels that are chosen to collide in small tables do not in
    // one with a place for each, to which this leads at worst.
    private const int MostProbes = 64;

    // Tables have at most 2^30 places.
    private const long MostLabels = 1 << 28;
    private const int LeastShift = 2;

    private const uint GoldenRatio = 0x9E3779B9;

    // Weights of free places are 0.
    private int[] _labels = [], _used = [];
    private double[] _weights = [];

    // The labels of some rows' neighbours, and where those of each end.
    private int[] _near = new int[1 << 12];
    private readonly int[] _ends = new int[MostRows + 1];
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

    /// <summary>Adds the edges of nodes; self-loops and weights of 0 bind a node to nobody.</summary>
    /// <param name="view">The rows.</param>
    /// <param name="nodes">The nodes.</param>
    /// <param name="labels">The label of each node.</param>
    public void Add(CsrView view, ReadOnlySpan<int> nodes, int[] labels)
    {
        while (!nodes.IsEmpty)
        {
            int rows = Fetch(view, nodes, labels);
            for (int row = 0; row < rows; row++) Add(Fetched(row), view.Weights(nodes[row]), stride: 1);
            nodes = nodes[rows..];
        }
    }

    /// <summary>Reads the labels of the neighbours of nodes for <see cref="Choose"/>, before any is added up: so reads that wait for memory
    /// are under way together, and no branch that was guessed wrong comes between them.</summary>
    /// <param name="view">The rows.</param>
    /// <param name="nodes">The nodes.</param>
    /// <param name="labels">The label of each node.</param>
    /// <param name="sample">Most edges of a row to look at, spread over it.</param>
    /// <returns>For how many of the nodes, from the first on: at least one.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Fetch(CsrView view, ReadOnlySpan<int> nodes, int[] labels, int sample = int.MaxValue)
    {
        int rows = 0, end = 0;
        int[] near = _near;
        while (rows < nodes.Length && rows < MostRows)
        {
            int node = nodes[rows];
            if (nodes.Length > 1) view.WarmNext(nodes, rows);
            ReadOnlySpan<int> neighbours = view.Neighbours(node);
            int stride = Stride(neighbours.Length, sample);
            if (neighbours.Length / stride >= near.Length - end)
            {
                if (rows > 0) break;
                _near = near = new int[(neighbours.Length / stride) + 1];
            }

            for (int i = 0; i < neighbours.Length && (uint)end < (uint)near.Length; i += stride)
            {
                int neighbour = neighbours[i];
                near[end++] = neighbour == node ? Free : labels[neighbour];
            }

            _ends[++rows] = end;
        }

        return rows;
    }

    private static int Stride(int degree, int sample) => degree <= sample ? 1 : (int)(((long)degree + sample - 1) / sample);

    private ReadOnlySpan<int> Fetched(int row) => _near.AsSpan(_ends[row].._ends[row + 1]);

    private void Add(ReadOnlySpan<int> near, ReadOnlySpan<double> edges, int stride)
    {
        int[] found = _labels, used = _used;
        double[] weights = _weights;
        int shift = _shift, count = _count;
        for (int i = 0; i < near.Length; i++)
        {
            int label = near[i];
            double weight = edges.IsEmpty ? 1 : edges[i * stride];
            if (label == Free || weight == 0) continue;
            int slot = FirstPlace(label, shift), there = found[slot];

            // Whether a label is new is anybody's guess, and so no branch asks for it; whether it collides with another rarely is.
            if ((there != label) & (there != Free))
            {
                _count = count;
                slot = PlaceBehind(slot, label);
                (found, used, weights, shift, there) = (_labels, _used, _weights, _shift, _labels[slot]);
            }

            found[slot] = label;
            used[count] = slot;
            count += there == Free ? 1 : 0;
            weights[slot] += weight;
        }

        _count = count;
    }

    // The place of a label, or a free one for it, where another one has its first place.
    private int PlaceBehind(int slot, int label)
    {
        int mask = (int)(uint.MaxValue >> _shift);
        for (int probes = 1; _labels[slot] != label && _labels[slot] != Free; probes++)
        {
            if (probes > MostProbes && _shift > LeastShift)
            {
                Enlarge();
                (mask, slot, probes) = ((int)(uint.MaxValue >> _shift), FirstPlace(label, _shift), 0);
            }
            else
            {
                slot = (slot + 1) & mask;
            }
        }

        return slot;
    }

    public void Clear()
    {
        foreach (int slot in _used.AsSpan(0, _count)) (_labels[slot], _weights[slot]) = (Free, 0);
        _count = 0;
    }

    /// <summary>The best community for a node as things stand; of several as good, the one that it is bound to most, or else that its row
    /// names first.</summary>
    /// <param name="graph">Any level.</param>
    /// <param name="view">Its rows.</param>
    /// <param name="node">The node.</param>
    /// <param name="assignment">The communities.</param>
    /// <param name="row">Which of the rows is the node's that <see cref="Fetch"/> has read.</param>
    /// <param name="sample">As given there; where edges are left out, those looked at count for them.</param>
    /// <returns>The target, or <see cref="Stay"/>, and the weight of the node's edges to the others of its community and to the
    /// target.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public (int Target, double StayWeight, double TargetWeight) Choose(
        CommunityGraph graph, CsrView view, int node, CommunityAssignment assignment, int row, int sample = int.MaxValue)
    {
        ReadOnlySpan<int> near = Fetched(row);
        int degree = (int)view.Degree(node), stride = Stride(degree, sample);
        double scale = stride == 1 ? 1 : (double)degree / near.Length;
        Open(Math.Min(near.Length, assignment.Count));
        Add(near, view.Weights(node), stride);
        double[] sizes = assignment.Sizes;
        int own = assignment.Labels[node];
        double size = graph.Sizes[node], pull = graph.Pull(size) / scale, stayWeight = 0;

        // The community of its own costs nothing and gives nothing.
        int best = Alone;
        double bestScore = 0, bestWeight = 0;
        ReadOnlySpan<int> used = _used.AsSpan(0, _count);
        int heaviest = Heaviest(used, own);
        for (int i = heaviest < 0 ? 0 : -1; i < used.Length; i++)
        {
            // The heaviest is tried first: then few of the others can still win, and only of those is the size read, far away in memory.
            int slot = i < 0 ? heaviest : used[i], label = _labels[slot];
            double weight = _weights[slot];
            if (label == own)
            {
                stayWeight = weight;
            }
            else if (weight > bestScore)
            {
                double score = weight - (pull * sizes[label]);
                if (score > bestScore) (best, bestScore, bestWeight) = (label, score, weight);
            }
        }

        foreach (int slot in used) (_labels[slot], _weights[slot]) = (Free, 0);
        _count = 0;
        if (best == Alone && assignment.Members[own] == 1) return (Stay, 0, 0);
        double stayPenalty = pull * (sizes[own] - size), targetPenalty = best == Alone ? 0 : pull * sizes[best];
        return (Gains(stayWeight, stayPenalty, bestWeight, targetPenalty) ? best : Stay, stayWeight * scale, bestWeight * scale);
    }

    // The place of the greatest weight, the first of equals.
    private int Heaviest(ReadOnlySpan<int> used, int own)
    {
        int heaviest = -1;
        double greatest = 0;
        foreach (int slot in used)
            if (_weights[slot] > greatest && _labels[slot] != own) (heaviest, greatest) = (slot, _weights[slot]);
        return heaviest;
    }

    /// <summary>Whether a move is worth it.</summary>
    public static bool Gains(double stayWeight, double stayPenalty, double targetWeight, double targetPenalty) =>
        targetWeight - targetPenalty - (stayWeight - stayPenalty)
        > LeastGain * (targetWeight + targetPenalty + stayWeight + Math.Abs(stayPenalty));
}
