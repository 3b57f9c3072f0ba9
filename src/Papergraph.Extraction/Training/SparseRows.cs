namespace Papergraph.Extraction;

/// <summary>Rows of numbers of items, one behind the other.</summary>
/// <param name="Starts">Where each row begins, and where the last one ends.</param>
/// <param name="Items">The rows.</param>
internal sealed record SparseRows(int[] Starts, int[] Items)
{
    public int Count => Starts.Length - 1;

    public ReadOnlySpan<int> this[int row] => Items.AsSpan(Starts[row], Starts[row + 1] - Starts[row]);

    public static SparseRows Of(IReadOnlyList<List<int>> rows)
    {
        int[] starts = new int[rows.Count + 1];
        for (int i = 0; i < rows.Count; i++) starts[i + 1] = starts[i] + rows[i].Count;
        int[] items = new int[starts[^1]];
        for (int i = 0; i < rows.Count; i++) rows[i].CopyTo(items, starts[i]);
        return new SparseRows(starts, items);
    }

    /// <summary>For each item the rows that hold it, in order.</summary>
    public SparseRows Transposed(int items)
    {
        int[] starts = new int[items + 1];
        foreach (int item in Items) starts[item + 1]++;
        for (int i = 0; i < items; i++) starts[i + 1] += starts[i];
        int[] rows = new int[Items.Length], next = starts[..items];
        for (int row = 0; row < Count; row++)
        {
            foreach (int item in this[row]) rows[next[item]++] = row;
        }

        return new SparseRows(starts, rows);
    }
}
