using System.Buffers.Binary;
using System.Text;

namespace Papergraph.Store;

/// <summary>A growing list of UTF-8 strings in large chunks: no object a string, and more than 2 GB in all.</summary>
internal sealed class StringPool
{
    private const int FirstChunk = 1 << 12, LargestChunk = 1 << 20;

    // So few texts, or texts that agree in so many bytes, are sorted by comparing them.
    private const int FewTexts = 32, DeepestKey = 256;

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

    /// <summary>Adds the text that was added last once more, without a copy of its bytes.</summary>
    public void Repeat()
    {
        _strings.Add(_strings[^1]);
        TotalBytes += _strings[^1].Length;
    }

    /// <summary>Whether two strings are one that was repeated, and so equal; equal ones that were added apart are not.</summary>
    public bool AreOne(int first, int second) => _strings[first] == _strings[second];

    /// <summary>Sorts strings by their bytes.</summary>
    /// <param name="indexes">The strings to sort, none equal to another.</param>
    public void Sort(Span<int> indexes) => SortFrom(indexes, new ulong[indexes.Length], depth: 0);

    /// <summary>Sorts strings that agree in the first <paramref name="depth"/> bytes: by the next eight as one number, then those that
    /// agree in these too by what follows.</summary>
    private void SortFrom(Span<int> indexes, Span<ulong> keys, int depth)
    {
        for (int i = 0; i < indexes.Length; i++) keys[i] = KeyAt(this[indexes[i]], depth);
        keys.Sort(indexes);
        for (int start = 0; start < indexes.Length;)
        {
            int end = start + 1;
            while (end < indexes.Length && keys[end] == keys[start]) end++;
            // A key of zero may be the end of a string or zero bytes in it, which no further key would tell apart.
            if (end - start <= FewTexts || depth > DeepestKey || keys[start] == 0)
                indexes[start..end].Sort((a, b) => this[a].SequenceCompareTo(this[b]));
            else
                SortFrom(indexes[start..end], keys[start..end], depth + sizeof(ulong));
            start = end;
        }
    }

    private static ulong KeyAt(ReadOnlySpan<byte> text, int depth)
    {
        if (text.Length <= depth) return 0;
        text = text[depth..];
        if (text.Length >= sizeof(ulong)) return BinaryPrimitives.ReadUInt64BigEndian(text);
        ulong key = 0;
        foreach (byte b in text) key = (key << 8) | b;
        return key << (8 * (sizeof(ulong) - text.Length));
    }

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
