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

    /// <summary>A partition of labels that mean nothing but sameness. O(nodes + groups · log groups).</summary>
    /// <param name="labels">A label from 0 to below <paramref name="bound"/> for each node.</param>
    /// <param name="bound">Above all labels; the number of nodes when not given.</param>
    /// <exception cref="ArgumentOutOfRangeException">A label is negative or too great.</exception>
    public static Partition OfLabels(ReadOnlySpan<int> labels, int? bound = null)
    {
        int[] groupOf = new int[bound ?? labels.Length];
        List<(int Size, int FirstNode, int Label)> found = [];
        int[] places = new int[groupOf.Length];
        Array.Fill(places, -1);
        for (int node = 0; node < labels.Length; node++)
        {
            int label = labels[node];
            if ((uint)label >= (uint)places.Length) throw new ArgumentOutOfRangeException(nameof(labels), label, $"Labels are 0 to {places.Length - 1}.");
            if (places[label] < 0)
            {
                places[label] = found.Count;
                found.Add((0, node, label));
            }

            (int size, int first, _) = found[places[label]];
            found[places[label]] = (size + 1, first, label);
        }

        found.Sort((a, b) => a.Size != b.Size ? b.Size.CompareTo(a.Size) : a.FirstNode.CompareTo(b.FirstNode));
        for (int group = 0; group < found.Count; group++) groupOf[found[group].Label] = group;
        int[] groups = new int[labels.Length];
        for (int node = 0; node < groups.Length; node++) groups[node] = groupOf[labels[node]];
        return new(groups, [.. found.Select(group => group.Size)]);
    }
}
