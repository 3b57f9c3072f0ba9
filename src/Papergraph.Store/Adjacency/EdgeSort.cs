namespace Papergraph.Store;

/// <summary>Sorts edges by source, then target, then order of adding, by counting: O(edges + range of ids).</summary>
internal static class EdgeSort
{
    /// <summary>Sorts the first <paramref name="count"/> edges. The arrays given may be used up; those given back hold the sorted edges.
    /// </summary>
    /// <param name="sources">The source of each edge.</param>
    /// <param name="targets">The target of each edge.</param>
    /// <param name="count">Number of edges.</param>
    /// <param name="withRows">Whether the order of the rows is asked for; edges without properties do without it, which is faster.</param>
    /// <param name="threads">How many threads may work at once.</param>
    /// <returns>The rows by position, if they were asked for.</returns>
    public static RowOrder Sort(ref int[] sources, ref int[] targets, int count, bool withRows, int threads)
    {
        if (IsSorted(sources.AsSpan(0, count), targets.AsSpan(0, count))) return RowOrder.AsAdded;
        if (withRows)
        {
            RowOrder order = OrderOf(sources.AsSpan(0, count), targets.AsSpan(0, count));
            sources = order.Apply<int>(sources.AsSpan(0, count)).ToArray();
            targets = order.Apply<int>(targets.AsSpan(0, count)).ToArray();
            return order;
        }

        // By target first, then by source: as each pass keeps the order of equals, targets ascend within each source.
        int[] sourcesByTarget = new int[count], targetsByTarget = new int[count];
        EdgeScatter.ByKey(targets, sources, sourcesByTarget, targetsByTarget, count, threads);
        EdgeScatter.ByKey(sourcesByTarget, targetsByTarget, targets, sources, count, threads);
        return RowOrder.AsAdded;
    }

    private static RowOrder OrderOf(ReadOnlySpan<int> sources, ReadOnlySpan<int> targets)
    {
        int[] asAdded = new int[sources.Length];
        for (int i = 0; i < asAdded.Length; i++) asAdded[i] = i;
        int[] byTarget = new int[sources.Length];
        Scatter(targets, asAdded, byTarget);
        Scatter(sources, byTarget, asAdded);   // stable, so equal sources stay in the order of their targets
        return new(asAdded);
    }

    /// <summary>Puts the rows, taken in the order given, in order of their ids.</summary>
    private static void Scatter(ReadOnlySpan<int> ids, int[] rows, int[] ordered)
    {
        (int least, int[] next) = CountStarts(ids);
        foreach (int row in rows) ordered[next[ids[row] - least]++] = row;
    }

    /// <summary>The least id, and for each id from it to the greatest, and one more, how many entries have a smaller one.</summary>
    public static (int Least, int[] Starts) CountStarts(ReadOnlySpan<int> ids)
    {
        if (ids.IsEmpty) return (0, [0]);
        int least = int.MaxValue, greatest = 0;
        foreach (int id in ids)
        {
            least = Math.Min(least, id);
            greatest = Math.Max(greatest, id);
        }

        int[] starts = new int[greatest - least + 2];
        foreach (int id in ids) starts[id - least + 1]++;
        for (int i = 1; i < starts.Length; i++) starts[i] += starts[i - 1];
        return (least, starts);
    }

    private static bool IsSorted(ReadOnlySpan<int> sources, ReadOnlySpan<int> targets)
    {
        for (int i = 1; i < sources.Length; i++)
        {
            if (sources[i] < sources[i - 1] || (sources[i] == sources[i - 1] && targets[i] < targets[i - 1])) return false;
        }

        return true;
    }
}
