namespace Papergraph.Store;

/// <summary>For each of a number of groups, the nodes in it.</summary>
/// <param name="Offsets">Where each group begins, and the end.</param>
/// <param name="Nodes">The nodes of all groups, ascending within each, each once.</param>
internal sealed record Postings(long[] Offsets, ReadOnlyMemory<int> Nodes)
{
    /// <summary>Groups entries whose nodes come in ascending order, by counting.</summary>
    public static Postings Group<T>(int groups, List<T> entries, Func<T, (int Group, int Node)> read)
    {
        long[] starts = new long[groups + 1L];
        foreach (T entry in entries) starts[read(entry).Group + 1L]++;
        for (int i = 1; i < starts.Length; i++) starts[i] += starts[i - 1];
        int[] nodes = new int[entries.Count];
        long[] next = starts[..groups];
        foreach (T entry in entries)
        {
            (int group, int node) = read(entry);
            nodes[next[group]++] = node;
        }

        return RemoveRepeats(starts, nodes);
    }

    private static Postings RemoveRepeats(long[] starts, int[] nodes)
    {
        int kept = 0;
        for (int group = 0; group + 1 < starts.Length; group++)
        {
            (long start, long end) = (starts[group], starts[group + 1]);
            int first = kept;
            for (long i = start; i < end; i++)
            {
                if (kept == first || nodes[kept - 1] != nodes[i]) nodes[kept++] = nodes[i];
            }

            starts[group] = first;
        }

        starts[^1] = kept;
        return new(starts, nodes.AsMemory(0, kept));
    }
}
