using System.Text;

namespace Papergraph.Store;

/// <summary>A growing list of UTF-8 strings in large chunks: no object a string, and more than 2 GB in all.</summary>
internal sealed class StringPool
{
    private const int FirstChunk = 1 << 12, LargestChunk = 1 << 20;

    private readonly List<byte[]> _chunks = [];
    private readonly List<(int Chunk, int Start, int Length)> _strings = [];
    private int _filled;

    public int Count => _strings.Count;

    /// <summary>Bytes of all strings together.</summary>
    public long TotalBytes { get; private set; }

    public ReadOnlySpan<byte> this[int index]
    {
        get
        {
            (int chunk, int start, int length) = _strings[index];
            return length == 0 ? default : _chunks[chunk].AsSpan(start, length);
        }
    }

    /// <summary>Adds a text; a lone surrogate becomes U+FFFD.</summary>
    public void Add(ReadOnlySpan<char> text)
    {
        Encoding.UTF8.GetBytes(text, Reserve(Encoding.UTF8.GetByteCount(text)));
    }

    /// <summary>Adds a text that is valid UTF-8 already.</summary>
    public void Add(ReadOnlySpan<byte> utf8) => utf8.CopyTo(Reserve(utf8.Length));

    private Span<byte> Reserve(int length)
    {
        if (_chunks.Count == 0 || _chunks[^1].Length - _filled < length)
        {
            int size = _chunks.Count == 0 ? FirstChunk : Math.Min(LargestChunk, _chunks[^1].Length * 2);
            _chunks.Add(new byte[Math.Max(size, length)]);
            _filled = 0;
        }

        Span<byte> reserved = _chunks[^1].AsSpan(_filled, length);
        _strings.Add((_chunks.Count - 1, _filled, length));
        _filled += length;
        TotalBytes += length;
        return reserved;
    }
}
