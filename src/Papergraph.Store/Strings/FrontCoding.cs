using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace Papergraph.Store;

/// <summary>Sorted texts without the prefixes that they share with their predecessors (front coding; Witten, Moffat and Bell, “Managing
/// Gigabytes”, 2nd edition 1999, section 4.1).</summary>
/// <remarks>Texts are taken in groups of <see cref="GroupSize"/>. The first of a group stands as its length and its bytes; each further one
/// as the number of bytes that it shares with the one before, the number of its other bytes, and those. Numbers are LEB128: seven
/// bits a byte, lowest first, the top bit set on all bytes but the last.</remarks>
internal static class FrontCoding
{
    public const int GroupSize = 16;

    /// <summary>Bytes that the texts of one group may have together; texts with longer groups are stored as they are. It bounds what a
    /// reader decodes to find one text.</summary>
    public const int MaxGroupBytes = 1 << 24;

    private const int MaxNumberBytes = 5;

    /// <summary>Appends a text.</summary>
    /// <param name="previous">The text before it in the group; empty for the first, where nothing is shared.</param>
    /// <param name="isFirst">Whether it begins a group.</param>
    /// <param name="text">The text.</param>
    /// <param name="to">Where it goes.</param>
    public static void Append(ReadOnlySpan<byte> previous, bool isFirst, ReadOnlySpan<byte> text, IBufferWriter<byte> to)
    {
        int shared = isFirst ? 0 : previous.CommonPrefixLength(text);
        if (!isFirst) AppendNumber(shared, to);
        AppendNumber(text.Length - shared, to);
        to.Write(text[shared..]);
    }

    /// <summary>The first text of a group, without decoding the others.</summary>
    public static bool TryReadHead(ReadOnlySpan<byte> group, out ReadOnlySpan<byte> head)
    {
        head = default;
        if (!TryReadNumber(ref group, out int length) || length > group.Length) return false;
        head = group[..length];
        return true;
    }

    /// <summary>Decodes a group.</summary>
    /// <param name="group">The bytes of the group, all of them.</param>
    /// <param name="count">Number of texts in it.</param>
    /// <param name="decoded">The texts.</param>
    /// <returns>False when the bytes are not those of a group of so many texts.</returns>
    public static bool TryDecode(ReadOnlySpan<byte> group, int count, [NotNullWhen(true)] out DecodedTexts? decoded)
    {
        decoded = null;
        int[] ends = new int[count];
        if (!TryMeasure(group, ends) || ends[^1] > MaxGroupBytes) return false;
        byte[] bytes = new byte[ends[^1]];
        (int start, int previous) = (0, 0);
        for (int i = 0; i < count; i++)
        {
            int shared = 0;
            if (i > 0) TryReadNumber(ref group, out shared);
            TryReadNumber(ref group, out int rest);
            bytes.AsSpan(previous, shared).CopyTo(bytes.AsSpan(start));
            group[..rest].CopyTo(bytes.AsSpan(start + shared));
            group = group[rest..];
            (previous, start) = (start, ends[i]);
        }

        decoded = new(bytes, ends);
        return true;
    }

    /// <summary>Finds where each text will end, and so checks everything before memory is asked for.</summary>
    private static bool TryMeasure(ReadOnlySpan<byte> group, int[] ends)
    {
        (int end, int length) = (0, 0);
        for (int i = 0; i < ends.Length; i++)
        {
            int shared = 0;
            if (i > 0 && !TryReadNumber(ref group, out shared)) return false;
            if (!TryReadNumber(ref group, out int rest) || shared > length || rest > group.Length) return false;
            length = shared + rest;
            if (length > MaxGroupBytes - end) return false;
            ends[i] = end += length;
            group = group[rest..];
        }

        return group.IsEmpty;
    }

    private static void AppendNumber(int number, IBufferWriter<byte> to)
    {
        Span<byte> bytes = to.GetSpan(MaxNumberBytes);
        int count = 0;
        uint rest = (uint)number;
        for (; rest > 0x7F; rest >>= 7) bytes[count++] = (byte)(rest | 0x80);
        bytes[count++] = (byte)rest;
        to.Advance(count);
    }

    private static bool TryReadNumber(ref ReadOnlySpan<byte> from, out int number)
    {
        ulong value = 0;
        number = 0;
        for (int i = 0; i < MaxNumberBytes && i < from.Length; i++)
        {
            value |= (ulong)(from[i] & 0x7F) << (7 * i);
            if (from[i] > 0x7F) continue;
            from = from[(i + 1)..];
            number = (int)Math.Min(value, int.MaxValue);
            return value <= int.MaxValue;
        }

        return false;
    }
}

/// <summary>The texts of one group, one after another.</summary>
/// <param name="bytes">Their bytes.</param>
/// <param name="ends">Where each ends.</param>
internal sealed class DecodedTexts(byte[] bytes, int[] ends)
{
    public int Count => ends.Length;

    public ReadOnlySpan<byte> this[int index]
    {
        get
        {
            int start = index == 0 ? 0 : ends[index - 1];
            return bytes.AsSpan(start, ends[index] - start);
        }
    }
}
