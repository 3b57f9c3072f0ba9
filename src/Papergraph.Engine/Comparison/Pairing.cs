namespace Papergraph.Engine.Comparison;

/// <summary>Pairs what was there before with what is there after, of things that have one identity: equal ones first, the rest in order.
/// </summary>
/// <typeparam name="T">A node, or an edge.</typeparam>
/// <param name="Changed">Pairs that are not equal.</param>
/// <param name="Came">What is left of those after.</param>
/// <param name="Went">What is left of those before.</param>
internal sealed record Pairing<T>(IReadOnlyList<(T Before, T After)> Changed, IReadOnlyList<T> Came, IReadOnlyList<T> Went)
{
    public bool IsEmpty => Changed.Count + Came.Count + Went.Count == 0;

    /// <summary>Pairs two lists.</summary>
    /// <param name="before">What was there.</param>
    /// <param name="after">What is there.</param>
    /// <param name="areEqual">Whether one before equals one after.</param>
    /// <param name="hashBefore">Equal for equal ones; so that thousands of parallel edges are not compared each with each.</param>
    /// <param name="hashAfter">The same for one after.</param>
    public static Pairing<T> Of(
        IReadOnlyList<T> before, IReadOnlyList<T> after, Func<T, T, bool> areEqual, Func<T, ulong> hashBefore, Func<T, ulong> hashAfter)
    {
        if (before.Count == 0 || after.Count == 0) return new([], after, before);
        if (before.Count == 1 && after.Count == 1)
            return areEqual(before[0], after[0]) ? new([], [], []) : new([(before[0], after[0])], [], []);

        Dictionary<ulong, List<int>> open = [];
        for (int j = after.Count - 1; j >= 0; j--)      // backwards, so that the first is last and leaves its list at no cost
        {
            ulong hash = hashAfter(after[j]);
            if (!open.TryGetValue(hash, out List<int>? places)) open.Add(hash, places = []);
            places.Add(j);
        }

        bool[] taken = new bool[after.Count];
        List<T> restBefore = [];
        foreach (T one in before)
        {
            List<int>? places = open.GetValueOrDefault(hashBefore(one));
            int found = places?.FindLastIndex(j => areEqual(one, after[j])) ?? -1;
            if (found < 0)
            {
                restBefore.Add(one);
                continue;
            }

            taken[places![found]] = true;
            places.RemoveAt(found);
        }

        List<T> restAfter = [.. after.Where((_, j) => !taken[j])];
        int pairs = Math.Min(restBefore.Count, restAfter.Count);
        return new([.. restBefore.Zip(restAfter)], restAfter[pairs..], restBefore[pairs..]);
    }
}
