namespace Papergraph.Store;

/// <summary>Collects strings and writes them plainly or as a dictionary with codes, whichever is smaller.</summary>
internal sealed class StringVectorWriter : VectorWriter
{
    private readonly StringPool _pool = new();

    public override int Count => _pool.Count;

    public void Add(string value) => _pool.Add(value);

    public override void AddDefault() => _pool.Add("");

    public override VectorLayout Write(SegmentFileWriter file, RowOrder order, BitBuffer? nulls)
    {
        if (StringDictionary.TryBuild(_pool, order, nulls) is not { } dictionary)
            return new StringLayout(TextListWriter.WritePlain(file, _pool.Count, position => _pool[order[position]]), null);
        PackedLayout codes = PackedIntegerWriter.Write(file, dictionary.Codes, nulls);
        return new StringLayout(TextListWriter.WriteSorted(file, dictionary.Sorted.Length, code => _pool[dictionary.Sorted[code]]), codes);
    }
}
