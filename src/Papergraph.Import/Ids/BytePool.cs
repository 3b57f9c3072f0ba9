namespace Papergraph.Import.Ids;

/// <summary>A growing list of byte strings in large chunks.</summary>
internal sealed class BytePool
{
    private const int ChunkSize = 1 << 20;

    private readonly List<byte[]> _chunks = [];
    private readonly List<(int Chunk, int Start, int Length)> _strings = [];
    private int _filled;

    public ReadOnlySpan<byte> this[int index]
    {
        get
        {
            (int chunk, int start, int length) = _strings[index];
            return _chunks[chunk].AsSpan(start, length);
        }
    }

    public void Add(ReadOnlySpan<byte> bytes)
    {
        if (_chunks.Count == 0 || _chunks[^1].Length - _filled < bytes.Length)
        {
            _chunks.Add(new byte[Math.Max(ChunkSize, bytes.Length)]);
            _filled = 0;
        }

        bytes.CopyTo(_chunks[^1].AsSpan(_filled));
        _strings.Add((_chunks.Count - 1, _filled, bytes.Length));
        _filled += bytes.Length;
    }
}
