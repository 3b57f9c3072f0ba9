using System.Runtime.CompilerServices;

namespace Papergraph.Algorithms;

/// <summary>Finds the heaviest label around a node, and of several that weigh the same one at random. Each worker has its own.</summary>
/// <remarks>What a label weighs is kept in an array over all labels, or, where that is likely to do, in a small one that several labels
/// share. Both are all zero between two nodes; unlike a hash table they need no branch that depends on the labels, and such branches are
/// guessed wrong most of the time.</remarks>
/// <param name="labelCount">Labels are below it.</param>
internal sealed class LabelTally(int labelCount)
{
    private const int Slots = 1 << 12, SlotMask = Slots - 1, MostInSlots = 1 << 8;

    private readonly ushort[] _slots = new ushort[Slots];
    private int[] _counts = [];
    private double[] _weights = [];
    private int[] _seen = [];

    /// <summary>The label that occurs most often around a node, or its own where that is among those.</summary>
    /// <param name="around">The labels of its neighbours.</param>
    /// <param name="own">Its own label.</param>
    /// <param name="key">What decides between equals.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int MostFrequent(ReadOnlySpan<int> around, int own, ulong key)
    {
        int ownCount = around.Count(own);
        if (ownCount >= around.Length - ownCount) return own;
        if (around.Length > MostInSlots) return MostFrequentExactly(around, own, ownCount, key);

        // Labels that share a slot are counted together: no label occurs more often than its slot says. So the label of the fullest slot
        // is the right one if it alone has filled it, as it has nearly always.
        LabelScramble scramble = new(key);
        ushort[] slots = _slots;
        foreach (int label in around) slots[label & SlotMask]++;

        // Count and scrambled label in one number, so that the greatest says both. Scrambling can be undone.
        long most = 0;
        foreach (int label in around)
        {
            long less = most - (((long)slots[label & SlotMask] << 32) | scramble.Of(label));
            most -= less & (less >> 63);
        }

        foreach (int label in around) slots[label & SlotMask] = 0;
        int count = (int)(most >> 32);
        if (count <= ownCount) return own;
        int best = scramble.Undo((uint)most);
        return around.Count(best) == count ? best : MostFrequentExactly(around, own, ownCount, key);
    }

    /// <summary>The label whose edges from the node weigh most, or that of the node where it is among those.</summary>
    /// <param name="node">The node; as its own neighbour it does not count.</param>
    /// <param name="neighbours">Its row.</param>
    /// <param name="weights">The weights of its row.</param>
    /// <param name="around">The labels of its neighbours.</param>
    /// <param name="own">Its own label.</param>
    /// <param name="key">What decides between equals.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Heaviest(
        int node, ReadOnlySpan<int> neighbours, ReadOnlySpan<double> weights, ReadOnlySpan<int> around, int own, ulong key)
    {
        if (_weights.Length == 0) _weights = new double[labelCount];
        double[] sums = _weights;
        for (int i = 0; i < neighbours.Length; i++)
        {
            if (neighbours[i] != node) sums[around[i]] += weights[i];
        }

        LabelScramble scramble = new(key);
        int best = own;
        double ownSum = sums[own], most = ownSum;
        foreach (int label in around)
        {
            double sum = sums[label];
            if (sum > most || (sum == most && most > ownSum && scramble.Of(label) > scramble.Of(best))) (best, most) = (label, sum);
        }

        foreach (int label in around) sums[label] = 0;
        return best;
    }

    /// <summary>The label that occurs most often among the targets and the sources of a node together; of several the least.</summary>
    /// <param name="targets">Its row in one direction.</param>
    /// <param name="sources">Its row in the other.</param>
    /// <param name="labels">The label of each node.</param>
    /// <returns>The label, or −1 where there are no neighbours.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int MostFrequentLeast(ReadOnlySpan<int> targets, ReadOnlySpan<int> sources, int[] labels)
    {
        if (_counts.Length == 0) _counts = new int[labelCount];
        Span<int> seen = Seen(checked(targets.Length + sources.Length));
        int[] counts = _counts;
        for (int i = 0; i < targets.Length; i++) counts[seen[i] = labels[targets[i]]]++;
        for (int i = 0; i < sources.Length; i++) counts[seen[targets.Length + i] = labels[sources[i]]]++;

        // Count and complement of the label in one number, so that the greatest says both.
        long most = 0;
        foreach (int label in seen)
        {
            long less = most - (((long)counts[label] << 32) | (uint)~label);
            most -= less & (less >> 63);
        }

        foreach (int label in seen) counts[label] = 0;
        return most == 0 ? -1 : ~(int)most;
    }

    private int MostFrequentExactly(ReadOnlySpan<int> around, int own, int ownCount, ulong key)
    {
        if (_counts.Length == 0) _counts = new int[labelCount];
        int[] counts = _counts;
        LabelScramble scramble = new(key);
        foreach (int label in around) counts[label]++;
        long most = 0;
        foreach (int label in around)
        {
            long less = most - (((long)counts[label] << 32) | scramble.Of(label));
            most -= less & (less >> 63);
        }

        foreach (int label in around) counts[label] = 0;
        return (int)(most >> 32) > ownCount ? scramble.Undo((uint)most) : own;
    }

    private Span<int> Seen(int count)
    {
        if (_seen.Length < count) _seen = new int[Math.Max(count, 2 * _seen.Length)];
        return _seen.AsSpan(0, count);
    }

    // A permutation of all numbers of 32 bits that is another one for each node: it decides which of several labels comes first.
    private readonly struct LabelScramble(ulong key)
    {
        private const uint Factor = 0x85EBCA6B, InverseFactor = 0xA5CB9243;

        private readonly uint _mask = (uint)(key >> 32), _factor = (uint)key | 1;

        public uint Of(int label)
        {
            unchecked
            {
                uint value = ((uint)label ^ _mask) * _factor;
                return (value ^ (value >> 16)) * Factor;
            }
        }

        public int Undo(uint scrambled)
        {
            unchecked
            {
                uint value = scrambled * InverseFactor;
                value ^= value >> 16;

                // The inverse of an odd number modulo 2³² by Newton's iteration: each step doubles the bits that are right, three at first.
                uint inverse = _factor;
                for (int right = 3; right < 32; right *= 2) inverse *= 2 - (_factor * inverse);
                return (int)((value * inverse) ^ _mask);
            }
        }
    }
}
