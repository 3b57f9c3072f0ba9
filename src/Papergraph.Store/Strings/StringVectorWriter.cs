namespace Papergraph.Store;

/// <summary>Collects strings and writes them plainly or as a dictionary with codes, whichever is smaller.</summary>
internal sealed class StringVectorWriter : VectorWriter
{
    private readonly StringPool _pool = new();

    public override int Count => _pool.Count;

    public void Add(string value) => _pool.Add(value);

    public void Add(ReadOnlySpan<byte> utf8) => _pool.Add(utf8);

    public override void AddDefault() => _pool.Add("");

    public override VectorLayout Write(SegmentFileWriter file, RowOrder order, BitBuffer? nulls)
    {
        if (StringDictionary.TryBuild(_pool, order, nulls) is not { } dictionary)
            return WriteTexts(file, _pool.Count, position => order[position], codes: null);
        PackedLayout codes = PackedIntegerWriter.Write(file, dictionary.Codes, nulls);
        return WriteTexts(file, dictionary.Sorted.Length, code => dictionary.Sorted[code], codes);
    }

    private StringLayout WriteTexts(SegmentFileWriter file, int count, Func<int, int> poolIndex, PackedLayout? codes)
    {
        long[] offsets = new long[count + 1];
        file.BeginSection();
        for (int i = 0; i < count; i++)
        {
            ReadOnlySpan<byte> text = _pool[poolIndex(i)];
            file.Write(text);
            offsets[i + 1] = offsets[i] + text.Length;
        }

        int bytes = file.EndSection();
        return new(count, PackedIntegerWriter.Write(file, offsets), bytes, codes);
    }
}
