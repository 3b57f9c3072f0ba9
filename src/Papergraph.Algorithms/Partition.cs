namespace Papergraph.Algorithms;

/// <summary>Each node in one group: communities, components, blocks.</summary>
/// <remarks>Groups are numbered from 0 by falling size, those of one size by their least node, so that equal partitions are equal arrays.
/// Immutable.</remarks>
public sealed class Partition
{
    private readonly int[] _groups, _sizes;

    private Partition(int[] groups, int[] sizes) => (_groups, _sizes) = (groups, sizes);

    /// <summary>The group of each node, indexed by node.</summary>
    public ReadOnlyMemory<int> Groups => _groups;

    /// <summary>The number of nodes of each group, falling.</summary>
    public ReadOnlyMemory<int> Sizes => _sizes;

    /// <summary>Number of nodes.</summary>
    public int NodeCount => _groups.Length;

    /// <summary>Number of groups.</summary>
    public int Count => _sizes.Length;

    /// <summary>The group of a node.</summary>
    public int this[int node] => _groups[node];

    /// <summary>A partition of labels that mean nothing but sameness. O(nodes + labels).</summary>
    /// <param name="labels">A label from 0 to below <paramref name="bound"/> for each node.</param>
    /// <param name="bound">Above all labels; the number of nodes when not given.</param>
    /// <exception cref="ArgumentOutOfRangeException">A label is negative or too great.</exception>
    public static Partition OfLabels(ReadOnlySpan<int> labels, int? bound = null)
    {
        // The place of each label among those met, in the order in which they are met first.
        int[] places = new int[bound ?? labels.Length], sizes = new int[labels.Length];
        Array.Fill(places, -1);
        int met = 0;
        foreach (int label in labels)
        {
            if ((uint)label >= (uint)places.Length)
                throw new ArgumentOutOfRangeException(nameof(labels), label, $"Labels are 0 to {places.Length - 1}.");
            if (places[label] < 0) places[label] = met++;
            sizes[places[label]]++;
        }

        int[] groupOf = BySize(sizes.AsSpan(0, met));
        int[] groups = new int[labels.Length], groupSizes = new int[met];
        for (int node = 0; node < groups.Length; node++) groups[node] = groupOf[places[labels[node]]];
        for (int place = 0; place < met; place++) groupSizes[groupOf[place]] = sizes[place];
        return new(groups, groupSizes);
    }

    // The rank of each place by falling size, equal ones in their order: a counting sort.
    private static int[] BySize(ReadOnlySpan<int> sizes)
    {
        int largest = 0;
        foreach (int size in sizes) largest = Math.Max(largest, size);
        int[] next = new int[largest + 2];
        foreach (int size in sizes) next[largest - size + 1]++;
        for (int i = 1; i < next.Length; i++) next[i] += next[i - 1];
        int[] ranks = new int[sizes.Length];
        for (int place = 0; place < sizes.Length; place++) ranks[place] = next[largest - sizes[place]]++;
        return ranks;
    }
}
