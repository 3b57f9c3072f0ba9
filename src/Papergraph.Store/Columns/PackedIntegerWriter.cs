using System.Runtime.InteropServices;

namespace Papergraph.Store;

/// <summary>Writes what <see cref="PackedIntegers"/> reads.</summary>
internal static class PackedIntegerWriter
{
    private const int Chunk = 4096;

    /// <summary>Writes the numbers; those of null rows do not count and become the least.</summary>
    public static PackedLayout Write(SegmentFileWriter file, ReadOnlySpan<long> values, BitBuffer? nulls = null)
    {
        long least = long.MaxValue, greatest = long.MinValue;
        for (int i = 0; i < values.Length; i++)
        {
            if (nulls is not null && nulls[i]) continue;
            least = Math.Min(least, values[i]);
            greatest = Math.Max(greatest, values[i]);
        }

        if (least >= greatest) return new(0, least == long.MaxValue && greatest == long.MinValue ? 0 : least, null);
        byte width = WidthOf(unchecked((ulong)greatest - (ulong)least));
        file.BeginSection();
        Span<byte> packed = new byte[Chunk * sizeof(long)];
        for (int first = 0; first < values.Length; first += Chunk)
        {
            ReadOnlySpan<long> chunk = values[first..Math.Min(values.Length, first + Chunk)];
            for (int i = 0; i < chunk.Length; i++)
            {
                long distance = nulls is not null && nulls[first + i] ? 0 : unchecked(chunk[i] - least);
                switch (width)
                {
                    case 1: packed[i] = (byte)distance; break;
                    case 2: MemoryMarshal.Cast<byte, ushort>(packed)[i] = (ushort)distance; break;
                    case 4: MemoryMarshal.Cast<byte, uint>(packed)[i] = (uint)distance; break;
                    default: MemoryMarshal.Cast<byte, long>(packed)[i] = distance; break;
                }
            }

            file.Write<byte>(packed[..(chunk.Length * width)]);
        }

        return new(width, least, file.EndSection());
    }

    /// <summary>Bytes that a distance up to <paramref name="greatest"/> needs: 0, 1, 2, 4 or 8.</summary>
    public static byte WidthOf(ulong greatest) => greatest switch
    {
        0 => 0,
        <= byte.MaxValue => 1,
        <= ushort.MaxValue => 2,
        <= uint.MaxValue => 4,
        _ => 8,
    };
}
