namespace Papergraph.Algorithms;

/// <summary>The best few of many scored values, whatever the order they come in: by falling score, equal ones by rising value.</summary>
/// <remarks>A heap with the worst on top. NaN is never kept.</remarks>
internal sealed class Best<T>(int most) where T : IComparable<T>
{
    private (double Score, T Value)[] _heap = new (double, T)[Math.Min(most, 16)];
    private int _count;

    public void Clear() => _count = 0;

    /// <summary>Whether a value of this score would be kept if it is least among its equals: a quick look before it is made.</summary>
    public bool MayTake(double score) => _count < most ? !double.IsNaN(score) : most > 0 && score >= _heap[0].Score;

    /// <summary>Takes the value if it is among the best so far.</summary>
    /// <returns>Whether it was taken.</returns>
    public bool Add(double score, T value)
    {
        if (!MayTake(score)) return false;
        if (_count == most)
        {
            if (IsWorse((score, value), _heap[0])) return false;
            Sink(0, (score, value));
            return true;
        }

        if (_count == _heap.Length) Array.Resize(ref _heap, (int)Math.Min(most, 2L * _count));
        int at = _count++;
        for (int parent; at > 0 && IsWorse((score, value), _heap[parent = (at - 1) / 2]); at = parent) _heap[at] = _heap[parent];
        _heap[at] = (score, value);
        return true;
    }

    /// <summary>What was kept, in no particular order.</summary>
    public ReadOnlySpan<(double Score, T Value)> Kept => _heap.AsSpan(0, _count);

    /// <summary>What was kept, the best first.</summary>
    public (double Score, T Value)[] Sorted()
    {
        (double Score, T Value)[] sorted = Kept.ToArray();
        Array.Sort(sorted, static (a, b) => IsWorse(a, b) ? 1 : IsWorse(b, a) ? -1 : 0);
        return sorted;
    }

    private static bool IsWorse((double Score, T Value) a, (double Score, T Value) b) =>
        a.Score < b.Score || (a.Score == b.Score && a.Value.CompareTo(b.Value) > 0);

    private void Sink(int at, (double Score, T Value) value)
    {
        for (int child; (child = (2 * at) + 1) < _count; at = child)
        {
            if (child + 1 < _count && IsWorse(_heap[child + 1], _heap[child])) child++;
            if (!IsWorse(_heap[child], value)) break;
            _heap[at] = _heap[child];
        }

        _heap[at] = value;
    }
}
