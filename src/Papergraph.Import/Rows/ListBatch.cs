using Papergraph.Import.Headers;
using Papergraph.Store;

namespace Papergraph.Import.Rows;

/// <summary>One list a row, or none. A field in quotes without text is an empty list.</summary>
internal sealed class ListBatch<T, TWriter>(
    HeaderField field, byte delimiter, ValueReader<T> read, Func<TableWriter, string, TWriter> open, Action<TWriter, T[]> append)
    : ColumnBatch(field)
    where TWriter : ColumnWriter
{
    private readonly List<T[]?> _lists = [];
    private readonly List<T> _items = [];
    private TableWriter? _table;
    private TWriter? _column;

    public override bool TryAdd(ReadOnlySpan<byte> text)
    {
        _items.Clear();
        while (text.Length > 0)
        {
            int end = text.IndexOf(delimiter);
            if (!read(end < 0 ? text : text[..end], out T item)) return false;
            _items.Add(item);
            if (end < 0) break;
            text = text[(end + 1)..];
            // What follows the last delimiter is an item too, though an empty one.
            if (!text.IsEmpty) continue;
            if (!read(text, out item)) return false;
            _items.Add(item);
        }

        _lists.Add([.. _items]);
        return true;
    }

    public override void AddNull() => _lists.Add(null);

    public override void Truncate(int rows)
    {
        if (_lists.Count > rows) _lists.RemoveRange(rows, _lists.Count - rows);
    }

    public override void Bind(TableWriter table) => (_table, _column) = (table, null);

    public override void Write(int row)
    {
        if (_lists[row] is { } list) append(_column ??= open(_table!, Name), list);
    }
}
