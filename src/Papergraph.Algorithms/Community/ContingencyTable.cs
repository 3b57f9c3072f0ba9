namespace Papergraph.Algorithms;

/// <summary>How many nodes each two groups of two partitions share, without the zeros.</summary>
internal sealed class ContingencyTable
{
    private ContingencyTable(Partition first, Partition second, int[] counts, int[] groups, int[] starts) =>
        (First, Second, Counts, Groups, Starts) = (first, second, counts, groups, starts);

    public Partition First { get; }

    public Partition Second { get; }

    /// <summary>Nodes shared, above 0: those of the first group of the first partition, then of the second, and so on.</summary>
    public int[] Counts { get; }

    /// <summary>The group of the second partition that each count is shared with, in the order in which nodes name them.</summary>
    public int[] Groups { get; }

    /// <summary>Where the counts of each group of the first partition begin, and their number.</summary>
    public int[] Starts { get; }

    /// <summary>O(nodes), whatever the numbers of groups.</summary>
    public static ContingencyTable Of(Partition first, Partition second)
    {
        if (first.NodeCount != second.NodeCount) throw AlgorithmErrors.OtherNodes(first.NodeCount, second.NodeCount);
        int[] members = NodesByGroup(first);
        ReadOnlySpan<int> sizes = first.Sizes.Span, others = second.Groups.Span;
        List<int> counts = [], groups = [];
        int[] starts = new int[first.Count + 1], places = new int[second.Count];
        int start = 0;
        for (int group = 0; group < first.Count; group++)
        {
            ReadOnlySpan<int> nodes = members.AsSpan(start, sizes[group]);
            start += nodes.Length;
            foreach (int node in nodes)
            {
                int other = others[node];
                if (places[other] <= starts[group])
                {
                    counts.Add(0);
                    groups.Add(other);
                    places[other] = counts.Count;
                }

                counts[places[other] - 1]++;
            }

            starts[group + 1] = counts.Count;
        }

        return new(first, second, [.. counts], [.. groups], starts);
    }

    private static int[] NodesByGroup(Partition partition)
    {
        int[] next = new int[partition.Count], nodes = new int[partition.NodeCount];
        for (int group = 1; group < next.Length; group++) next[group] = next[group - 1] + partition.Sizes.Span[group - 1];
        for (int node = 0; node < nodes.Length; node++) nodes[next[partition[node]]++] = node;
        return nodes;
    }
}
