namespace Papergraph.Extraction;

/// <summary>A set of row numbers in the order in which they came.</summary>
internal sealed class TouchedRows(int rows)
{
    private readonly bool[] _isTouched = new bool[rows];
    private readonly List<int> _rows = [];

    public ReadOnlySpan<int> Rows => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_rows);

    public void Add(int row)
    {
        if (_isTouched[row]) return;
        _isTouched[row] = true;
        _rows.Add(row);
    }

    public void Clear()
    {
        foreach (int row in _rows) _isTouched[row] = false;
        _rows.Clear();
    }
}
