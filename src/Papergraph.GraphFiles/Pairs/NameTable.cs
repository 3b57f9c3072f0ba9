using System.Collections;
using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace Papergraph.GraphFiles.Pairs;

/// <summary>Names as bytes, each once, in the order in which they first came.</summary>
internal sealed class NameTable : IReadOnlyList<string>
{
    private const int BlockLength = 1 << 16;

    private readonly List<ReadOnlyMemory<byte>> _names = [];
    private int[] _slots = new int[64];
    private byte[] _block = [];
    private int _blockLength;

    public int Count => _names.Count;

    /// <summary>The name as text; bytes that are no UTF-8 become U+FFFD.</summary>
    public string this[int index] => Encoding.UTF8.GetString(_names[index].Span);

    /// <summary>Whether all names are whole numbers in the usual form: digits, the first of several not 0.</summary>
    internal bool AreNumbers => _names.TrueForAll(
        name => !name.Span.ContainsAnyExceptInRange((byte)'0', (byte)'9') && (name.Length == 1 || name.Span[0] != '0'));

    /// <summary>The first name that is no UTF-8, or null.</summary>
    internal string? FirstInvalid
    {
        get
        {
            int index = _names.FindIndex(name => !Utf8.IsValid(name.Span));
            return index < 0 ? null : this[index];
        }
    }

    internal ReadOnlySpan<byte> Bytes(int place) => _names[place].Span;

    /// <summary>Where the name stands; it is added if it is not there.</summary>
    internal int PlaceOf(ReadOnlySpan<byte> name)
    {
        int slot = Slot(name);
        if (_slots[slot] != 0) return _slots[slot] - 1;
        _names.Add(Kept(name));
        _slots[slot] = _names.Count;
        if (_names.Count > _slots.Length / 2) Grow();
        return _names.Count - 1;
    }

    /// <summary>The names in the order of their numbers, and the new place of each.</summary>
    internal (NameTable Names, int[] PlaceOf) InNumericOrder()
    {
        int[] order = [.. Enumerable.Range(0, Count)];
        Array.Sort(order, (a, b) =>
            _names[a].Length != _names[b].Length ? _names[a].Length.CompareTo(_names[b].Length) : Bytes(a).SequenceCompareTo(Bytes(b)));
        NameTable names = new();
        int[] places = new int[Count];
        foreach (int old in order) places[old] = names.PlaceOf(Bytes(old));
        return (names, places);
    }

    /// <summary>Whether the names are 0, 1, 2 and so on.</summary>
    internal bool AreOwnPlaces()
    {
        Span<byte> digits = stackalloc byte[16];
        for (int place = 0; place < Count; place++)
        {
            place.TryFormat(digits, out int length, provider: CultureInfo.InvariantCulture);
            if (!Bytes(place).SequenceEqual(digits[..length])) return false;
        }

        return true;
    }

    public IEnumerator<string> GetEnumerator() => Enumerable.Range(0, Count).Select(place => this[place]).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The slot of a name, or the empty one where it belongs. Hashes differ from run to run, so that nobody can choose names that
    /// collide; places do not depend on them.</summary>
    private int Slot(ReadOnlySpan<byte> name)
    {
        HashCode hash = default;
        hash.AddBytes(name);
        int mask = _slots.Length - 1;
        for (int slot = hash.ToHashCode() & mask; ; slot = (slot + 1) & mask)
            if (_slots[slot] == 0 || Bytes(_slots[slot] - 1).SequenceEqual(name)) return slot;
    }

    private void Grow()
    {
        _slots = new int[checked(_slots.Length * 2)];
        for (int place = 0; place < _names.Count; place++) _slots[Slot(Bytes(place))] = place + 1;
    }

    private ReadOnlyMemory<byte> Kept(ReadOnlySpan<byte> name)
    {
        if (_block.Length - _blockLength < name.Length) (_block, _blockLength) = (new byte[Math.Max(BlockLength, name.Length)], 0);
        Memory<byte> kept = _block.AsMemory(_blockLength, name.Length);
        name.CopyTo(kept.Span);
        _blockLength += name.Length;
        return kept;
    }
}
