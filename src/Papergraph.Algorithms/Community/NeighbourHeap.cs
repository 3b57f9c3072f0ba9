namespace Papergraph.Algorithms;

/// <summary>A heap of neighbours: the one with the highest bound on top, of equal ones the lowest.</summary>
internal sealed class NeighbourHeap
{
    private (double Bound, int Node)[] _entries = [];

    public int Count { get; private set; }

    public (double Bound, int Node) Top => _entries[0];

    /// <summary>All entries, in the order of the heap.</summary>
    public ReadOnlySpan<(double Bound, int Node)> Entries => _entries.AsSpan(0, Count);

    /// <summary>Adds an entry without putting the heap in order; see <see cref="Order"/>.</summary>
    public void Append(double bound, int node)
    {
        if (Count == _entries.Length) Array.Resize(ref _entries, Math.Max(4, 2 * Count));
        _entries[Count++] = (bound, node);
    }

    public void Order()
    {
        for (int at = (Count / 2) - 1; at >= 0; at--) Sink(at, _entries[at]);
    }

    public void Push(double bound, int node)
    {
        Append(bound, node);
        int at = Count - 1;
        for (int parent; at > 0 && Precedes((bound, node), _entries[parent = (at - 1) / 2]); at = parent) _entries[at] = _entries[parent];
        _entries[at] = (bound, node);
    }

    public void RemoveTop()
    {
        Count--;
        if (Count > 0) Sink(0, _entries[Count]);
    }

    public void ReplaceTop(double bound, int node) => Sink(0, (bound, node));

    private static bool Precedes((double Bound, int Node) a, (double Bound, int Node) b) =>
        a.Bound > b.Bound || (a.Bound == b.Bound && a.Node < b.Node);

    private void Sink(int at, (double Bound, int Node) entry)
    {
        for (int child; (child = (2 * at) + 1) < Count; at = child)
        {
            if (child + 1 < Count && Precedes(_entries[child + 1], _entries[child])) child++;
            if (!Precedes(_entries[child], entry)) break;
            _entries[at] = _entries[child];
        }

        _entries[at] = entry;
    }
}
