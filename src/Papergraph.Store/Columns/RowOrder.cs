namespace Papergraph.Store;

/// <summary>The order in which the rows of a table go to disk: position → row as added.</summary>
/// <param name="Rows">The rows by position, or null when they stay as added.</param>
internal readonly record struct RowOrder(int[]? Rows)
{
    public static RowOrder AsAdded => default;

    public int this[int position] => Rows is null ? position : Rows[position];

    public ReadOnlySpan<T> Apply<T>(ReadOnlySpan<T> values)
    {
        if (Rows is null) return values;
        T[] ordered = new T[values.Length];
        for (int i = 0; i < ordered.Length; i++) ordered[i] = values[Rows[i]];
        return ordered;
    }
}
