using System.Collections.Immutable;

namespace Papergraph.Store;

/// <summary>The neighbours of one node whose edges have changed since the segment was written. Immutable.</summary>
/// <param name="added">Edges that the segment does not have.</param>
/// <param name="removed">Edges of the segment that were deleted.</param>
internal sealed class AdjacencyRow(ImmutableSortedSet<EdgeEnd> added, ImmutableSortedSet<EdgeEnd> removed)
{
    public static readonly AdjacencyRow Unchanged = new(ImmutableSortedSet<EdgeEnd>.Empty, ImmutableSortedSet<EdgeEnd>.Empty);

    // Made when first asked for: whoever only writes never pays for it. Threads may race to set it and set equal ones.
    private volatile MergedRow? _merged;

    /// <summary>By how many neighbours the node has more than in the segment.</summary>
    public int Gained => added.Count - removed.Count;

    public AdjacencyRow With(EdgeEnd end) => new(added.Add(end), removed);

    /// <param name="end">An edge of the row.</param>
    /// <param name="isStored">Whether the segment has it.</param>
    public AdjacencyRow Without(EdgeEnd end, bool isStored) =>
        isStored ? new(added, removed.Add(end)) : new(added.Remove(end), removed);

    /// <summary>The row as it is now, both parts in order.</summary>
    public MergedRow Merge(ReadOnlySpan<int> storedNeighbours, EdgePositions storedPositions) =>
        _merged ?? (_merged = Build(storedNeighbours, storedPositions));

    private MergedRow Build(ReadOnlySpan<int> storedNeighbours, EdgePositions storedPositions)
    {
        int count = storedNeighbours.Length + Gained, filled = 0;
        MergedRow merged = new(new int[count], new long[count]);
        using ImmutableSortedSet<EdgeEnd>.Enumerator next = added.GetEnumerator();
        bool anyAdded = next.MoveNext();
        for (int i = 0; i < storedNeighbours.Length; i++)
        {
            EdgeEnd stored = new(storedNeighbours[i], storedPositions[i]);
            for (; anyAdded && next.Current.CompareTo(stored) < 0; anyAdded = next.MoveNext()) Add(next.Current);
            if (!removed.Contains(stored)) Add(stored);
        }

        for (; anyAdded; anyAdded = next.MoveNext()) Add(next.Current);
        return merged;

        void Add(EdgeEnd end)
        {
            (merged.Neighbours[filled], merged.Positions[filled]) = (end.Neighbour, end.Position);
            filled++;
        }
    }

    internal sealed record MergedRow(int[] Neighbours, long[] Positions);
}
