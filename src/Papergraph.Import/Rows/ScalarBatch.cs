using Papergraph.Import.Headers;
using Papergraph.Store;

namespace Papergraph.Import.Rows;

/// <summary>One value a row, or none.</summary>
internal sealed class ScalarBatch<T, TWriter>(
    HeaderField field, ValueReader<T> read, Func<TableWriter, string, TWriter> open, Action<TWriter, T> append) : ColumnBatch(field)
    where T : struct
    where TWriter : ColumnWriter
{
    private readonly List<T?> _values = [];
    private TableWriter? _table;
    private TWriter? _column;

    public override bool TryAdd(ReadOnlySpan<byte> text)
    {
        if (!read(text, out T value)) return false;
        _values.Add(value);
        return true;
    }

    public override void AddNull() => _values.Add(null);

    public override void Truncate(int rows)
    {
        if (_values.Count > rows) _values.RemoveRange(rows, _values.Count - rows);
    }

    public override void Bind(TableWriter table) => (_table, _column) = (table, null);

    public override void Write(int row)
    {
        if (_values[row] is { } value) append(_column ??= open(_table!, Name), value);
    }
}
