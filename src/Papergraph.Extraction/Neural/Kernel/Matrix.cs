namespace Papergraph.Extraction;

/// <summary>Rows of numbers, one behind the other. Takes as many rows as each use needs and keeps its memory.</summary>
internal sealed class Matrix(int rows, int columns)
{
    private float[] _data = new float[rows * columns];

    public int Rows { get; private set; } = rows;

    public int Columns { get; } = columns;

    /// <summary>All numbers, row after row.</summary>
    public Span<float> Data => _data.AsSpan(0, Rows * Columns);

    public Span<float> this[int row] => _data.AsSpan(row * Columns, Columns);

    /// <summary>Sets the number of rows; what they hold is undefined.</summary>
    public void Resize(int rows)
    {
        int needed = checked(rows * Columns);
        if (_data.Length < needed) _data = new float[Math.Max(needed, Math.Min(2 * _data.Length, Array.MaxLength))];
        Rows = rows;
    }

    /// <summary>Sets the number of rows and fills them with 0.</summary>
    public void Clear(int rows)
    {
        Resize(rows);
        Data.Clear();
    }

    /// <summary>Copies rows of another: row i becomes its row <c>order[i]</c>.</summary>
    public void Gather(Matrix source, ReadOnlySpan<int> order)
    {
        Resize(order.Length);
        for (int i = 0; i < order.Length; i++) source[order[i]].CopyTo(this[i]);
    }
}
