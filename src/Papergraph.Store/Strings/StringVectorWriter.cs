namespace Papergraph.Store;

/// <summary>Collects strings and writes them plainly or as a dictionary with codes, whichever is smaller.</summary>
internal sealed class StringVectorWriter : VectorWriter
{
    private readonly StringPool _pool = new();

    // Many columns say the same in row after row.
    private string? _last;

    public override int Count => _pool.Count;

    public void Add(string value)
    {
        if (ReferenceEquals(value, _last)) _pool.Repeat();
        else _pool.Add(value);
        _last = value;
    }

    public void Add(ReadOnlySpan<byte> utf8)
    {
        _pool.Add(utf8);
        _last = null;
    }

    public override void AddDefault() => Add("");

    public override VectorLayout Write(SegmentFileWriter file, RowOrder order, BitBuffer? nulls)
    {
        if (StringDictionary.TryBuild(_pool, order, nulls) is not { } dictionary)
            return new StringLayout(TextListWriter.WritePlain(file, _pool.Count, position => _pool[order[position]]), null);
        PackedLayout codes = PackedIntegerWriter.Write(file, dictionary.Codes, nulls);
        return new StringLayout(TextListWriter.WriteSorted(file, dictionary.Sorted.Length, code => _pool[dictionary.Sorted[code]]), codes);
    }
}
