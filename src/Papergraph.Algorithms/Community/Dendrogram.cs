using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>Two groups become one.</summary>
/// <param name="First">The lower of the two groups: a leaf, or the number of leaves plus the number of the merge that made it.</param>
/// <param name="Second">The higher of the two groups.</param>
/// <param name="Height">Distance at which they become one.</param>
/// <param name="Size">Leaves in the new group.</param>
public readonly record struct DendrogramMerge(int First, int Second, double Height, int Size);

/// <summary>A hierarchy of groups: leaves become one group in as many merges as there are leaves less one, at rising heights.</summary>
/// <remarks>Groups are numbered as in SciPy: leaves from 0 to n − 1, the group that merge i makes is n + i. Immutable.</remarks>
public sealed class Dendrogram
{
    private readonly DendrogramMerge[] _merges;

    private Dendrogram(int leafCount, DendrogramMerge[] merges) => (LeafCount, _merges) = (leafCount, merges);

    /// <summary>Number of leaves.</summary>
    public int LeafCount { get; }

    /// <summary>The merges, by rising height.</summary>
    public ReadOnlyMemory<DendrogramMerge> Merges => _merges;

    /// <summary>The leaves in so many groups, the last merges undone. O(leaves).</summary>
    /// <param name="count">Number of groups: 1 to <see cref="LeafCount"/>.</param>
    /// <exception cref="PapergraphException">There cannot be as many groups (PGA001).</exception>
    public Partition Cut(int count)
    {
        if (count < Math.Min(1, LeafCount) || count > LeafCount)
            throw AlgorithmErrors.OutOfRange("groups", count, $"from {Math.Min(1, LeafCount)} to {LeafCount}, the number of leaves");
        return After(LeafCount - count);
    }

    /// <summary>The leaves in the groups that are made at this height or below. O(leaves).</summary>
    /// <param name="height">The height; NaN is refused.</param>
    /// <exception cref="PapergraphException">The height is NaN (PGA001).</exception>
    public Partition CutAt(double height)
    {
        if (double.IsNaN(height)) throw AlgorithmErrors.OutOfRange("height", height, "a number");
        int merges = 0;
        while (merges < _merges.Length && _merges[merges].Height <= height) merges++;
        return After(merges);
    }

    /// <summary>The leaves so that every group stands together, that of the first of two groups before that of the second.
    /// O(leaves).</summary>
    public ReadOnlyMemory<int> LeafOrder()
    {
        List<int> order = new(LeafCount);
        Stack<int> open = new();
        if (LeafCount > 0) open.Push(LeafCount + _merges.Length - 1);
        while (open.TryPop(out int group))
        {
            if (group < LeafCount)
            {
                order.Add(group);
                continue;
            }

            open.Push(_merges[group - LeafCount].Second);
            open.Push(_merges[group - LeafCount].First);
        }

        return order.ToArray();
    }

    /// <summary>The height at which two leaves become one group; 0 for a leaf and itself. O(leaves).</summary>
    /// <exception cref="PapergraphException">There is no such leaf (PGA004).</exception>
    public double CopheneticDistance(int first, int second)
    {
        if ((uint)first >= (uint)LeafCount) throw AlgorithmErrors.NoSuchNode("leaf", first, LeafCount);
        if ((uint)second >= (uint)LeafCount) throw AlgorithmErrors.NoSuchNode("leaf", second, LeafCount);
        if (first == second) return 0;

        // Merges rise: whichever group holds either leaf is carried along until one merge joins both.
        for (int merge = 0; ; merge++)
        {
            (int a, int b, double height, _) = _merges[merge];
            bool hasFirst = a == first || b == first, hasSecond = a == second || b == second;
            if (hasFirst && hasSecond) return height;
            if (hasFirst) first = LeafCount + merge;
            if (hasSecond) second = LeafCount + merge;
        }
    }

    /// <summary>A dendrogram of merges in any order in which those within a group come before that of the group where heights are equal.
    /// Groups are named by any of their leaves.</summary>
    internal static Dendrogram Of(int leafCount, List<(int First, int Second, double Height)> merges)
    {
        int[] order = new int[merges.Count];
        for (int i = 0; i < order.Length; i++) order[i] = i;
        Array.Sort(order, (a, b) => merges[a].Height == merges[b].Height ? a.CompareTo(b) : merges[a].Height.CompareTo(merges[b].Height));
        int[] groupOf = new int[leafCount], sizes = new int[leafCount];
        DisjointSets sets = new(leafCount);
        for (int leaf = 0; leaf < leafCount; leaf++) (groupOf[leaf], sizes[leaf]) = (leaf, 1);
        DendrogramMerge[] sorted = new DendrogramMerge[order.Length];
        for (int i = 0; i < sorted.Length; i++)
        {
            (int a, int b, double height) = merges[order[i]];
            (a, b) = (sets.Root(a), sets.Root(b));
            int size = sizes[a] + sizes[b];
            sorted[i] = new(Math.Min(groupOf[a], groupOf[b]), Math.Max(groupOf[a], groupOf[b]), height, size);
            int root = sets.Unite(a, b).Root;
            (groupOf[root], sizes[root]) = (leafCount + i, size);
        }

        return new(leafCount, sorted);
    }

    private Partition After(int merges)
    {
        int[] labels = new int[LeafCount + merges];
        for (int group = 0; group < labels.Length; group++) labels[group] = group;
        for (int merge = merges - 1; merge >= 0; merge--)
        {
            labels[_merges[merge].First] = labels[LeafCount + merge];
            labels[_merges[merge].Second] = labels[LeafCount + merge];
        }

        return Partition.OfLabels(labels.AsSpan(0, LeafCount), labels.Length);
    }
}
