using Papergraph.Import.Headers;
using Papergraph.Store;

namespace Papergraph.Import.Rows;

/// <summary>Texts, one after another in one array of UTF-8.</summary>
internal sealed class TextBatch(HeaderField field) : ColumnBatch(field)
{
    private const int None = -1;

    private readonly List<(int Start, int Length)> _texts = [];
    private byte[] _bytes = [];
    private int _filled;
    private TableWriter? _table;
    private StringColumnWriter? _column;

    public override bool TryAdd(ReadOnlySpan<byte> text)
    {
        if (_bytes.Length - _filled < text.Length) Array.Resize(ref _bytes, Math.Max(1 << 12, (_filled + text.Length) * 2));
        text.CopyTo(_bytes.AsSpan(_filled));
        _texts.Add((_filled, text.Length));
        _filled += text.Length;
        return true;
    }

    public override void AddNull() => _texts.Add((_filled, None));

    public override void Truncate(int rows)
    {
        if (_texts.Count <= rows) return;
        _filled = _texts[rows].Start;
        _texts.RemoveRange(rows, _texts.Count - rows);
    }

    public override void Bind(TableWriter table) => (_table, _column) = (table, null);

    public override void Write(int row)
    {
        (int start, int length) = _texts[row];
        if (length != None) (_column ??= _table!.String(Name)).Append(_bytes.AsSpan(start, length));
    }
}
