using System.Runtime.CompilerServices;

namespace Papergraph.Store;

/// <summary>Numbers without sign in 7-bit groups, lowest first; all bytes but the last have bit 7 set (LEB128).</summary>
internal static class Varint
{
    public const int MaxLength = 5;

    /// <summary>Reads a number and moves <paramref name="at"/> behind it.</summary>
    /// <returns>False when the bytes end within the number, or it has more than 32 bits.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryRead(ReadOnlySpan<byte> bytes, ref int at, out uint value)
    {
        if ((uint)at < (uint)bytes.Length && bytes[at] < 0x80)
        {
            value = bytes[at++];
            return true;
        }

        return TryReadLong(bytes, ref at, out value);
    }

    /// <summary>Moves <paramref name="at"/> behind <paramref name="count"/> numbers.</summary>
    /// <returns>False when the bytes end before.</returns>
    public static bool TrySkip(ReadOnlySpan<byte> bytes, ref int at, long count)
    {
        while (count > 0 && at < bytes.Length)
        {
            if (bytes[at++] < 0x80) count--;
        }

        return count == 0;
    }

    private static bool TryReadLong(ReadOnlySpan<byte> bytes, ref int at, out uint value)
    {
        ulong read = 0;
        for (int shift = 0; shift < 7 * MaxLength && at < bytes.Length; shift += 7)
        {
            byte next = bytes[at++];
            read |= (ulong)(next & 0x7F) << shift;
            if (next >= 0x80) continue;
            value = (uint)read;
            return read <= uint.MaxValue;
        }

        value = 0;
        return false;
    }
}
