namespace Papergraph.Store;

/// <summary>One pass of a counting sort, on several threads: each takes a range of keys that has about as many edges as the others.
/// </summary>
internal static class EdgeScatter
{
    // Fewer edges are not worth a second thread.
    private const int FewEdges = 1 << 16;

    /// <summary>Puts edges in order of their keys, equal ones in the order that they have.</summary>
    /// <param name="keys">The key of each edge.</param>
    /// <param name="others">The other end of each edge.</param>
    /// <param name="orderedOthers">Takes the other ends in the new order.</param>
    /// <param name="orderedKeys">Takes the keys in the new order.</param>
    /// <param name="count">Number of edges: the first ones of each array.</param>
    /// <param name="threads">How many threads may work at once.</param>
    public static void ByKey(int[] keys, int[] others, int[] orderedOthers, int[] orderedKeys, int count, int threads)
    {
        (int least, int[] starts) = EdgeSort.CountStarts(keys.AsSpan(0, count));
        int[] next = starts[..^1];
        InRanges(starts, count, threads, (first, end) =>
        {
            int firstKey = least + first, keyCount = end - first;
            for (int i = 0; i < count; i++)
            {
                int key = keys[i];
                if ((uint)(key - firstKey) >= (uint)keyCount) continue;
                orderedOthers[next[key - least]++] = others[i];
            }

            for (int key = first; key < end; key++) orderedKeys.AsSpan(starts[key], starts[key + 1] - starts[key]).Fill(least + key);
        });
    }

    /// <summary>Cuts the keys into ranges with about as many edges each and does work on all at once.</summary>
    /// <param name="starts">How many edges have smaller keys, by key.</param>
    /// <param name="count">Number of edges.</param>
    /// <param name="threads">How many threads may work at once.</param>
    /// <param name="work">Takes the first key of a range and the one behind its last.</param>
    public static void InRanges(int[] starts, int count, int threads, Action<int, int> work)
    {
        int parts = count < FewEdges ? 1 : threads;
        int[] bounds = new int[parts + 1];
        bounds[parts] = starts.Length - 1;
        for (int part = 1; part < parts; part++)
        {
            int bound = Array.BinarySearch(starts, (int)((long)count * part / parts));
            bounds[part] = Math.Clamp(bound < 0 ? ~bound : bound, bounds[part - 1], bounds[parts]);
        }

        Parallel.For(0, parts, new ParallelOptions { MaxDegreeOfParallelism = threads }, part => work(bounds[part], bounds[part + 1]));
    }
}
