namespace Papergraph.Store;

/// <summary>Sorts edges by source, then target, then order of adding, by counting: O(edges + range of ids).</summary>
internal static class EdgeSort
{
    public static RowOrder BySourceThenTarget(ReadOnlySpan<int> sources, ReadOnlySpan<int> targets)
    {
        if (IsSorted(sources, targets)) return RowOrder.AsAdded;
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
