using System.Numerics;

namespace Papergraph.Store;

/// <summary>Writes what <see cref="PackedIntegers"/> reads.</summary>
internal static class PackedIntegerWriter
{
    private const int Chunk = 4096;

    /// <summary>Writes the numbers; those of null rows do not count and become the least.</summary>
    public static PackedLayout Write(SegmentFileWriter file, ReadOnlySpan<long> values, BitBuffer? nulls = null)
    {
        PackedLayout layout = Plan(values, nulls);
        return layout.Width == 0 ? layout : layout with { Section = WriteDistances(file, values, nulls, layout) };
    }

    /// <summary>The line and the width that take the least room, a level line when none takes less.</summary>
    public static PackedLayout Plan(ReadOnlySpan<long> values, BitBuffer? nulls = null)
    {
        PackedLayout level = Fit(values, nulls, slope: 0);
        if (nulls is not null || level.Width == 0) return level;
        PackedLayout rising = Fit(values, null, SlopeOf(values));
        return rising.SizeOf(values.Length) + sizeof(long) < level.SizeOf(values.Length) ? rising : level;
    }

    /// <summary>Bits that a distance up to <paramref name="greatest"/> needs, 0 to 64.</summary>
    public static int WidthOf(ulong greatest) => 64 - BitOperations.LeadingZeroCount(greatest);

    /// <summary>The line from the first number to the last.</summary>
    private static long SlopeOf(ReadOnlySpan<long> values) =>
        (long)Int128.Clamp(
            (((Int128)values[^1] - values[0]) << PackedLayout.SlopeBits) / (values.Length - 1), long.MinValue, long.MaxValue);

    private static PackedLayout Fit(ReadOnlySpan<long> values, BitBuffer? nulls, long slope)
    {
        long least = long.MaxValue, greatest = long.MinValue;
        for (int i = 0; i < values.Length; i++)
        {
            if (nulls is not null && nulls[i]) continue;
            long height = unchecked(values[i] - PackedLayout.Rise(slope, i));
            least = Math.Min(least, height);
            greatest = Math.Max(greatest, height);
        }

        return least > greatest ? new(0, 0, 0, null) : new((byte)WidthOf(unchecked((ulong)greatest - (ulong)least)), least, slope, null);
    }

    /// <summary>Puts the distances one after another, lowest bit first, through a word that is written when it is full.</summary>
    private static int WriteDistances(SegmentFileWriter file, ReadOnlySpan<long> values, BitBuffer? nulls, PackedLayout layout)
    {
        file.BeginSection();
        Span<ulong> words = new ulong[Chunk];
        int full = 0, filled = 0;
        ulong word = 0;
        for (int i = 0; i < values.Length; i++)
        {
            ulong distance = nulls is not null && nulls[i]
                ? 0
                : unchecked((ulong)(values[i] - PackedLayout.Rise(layout.Slope, i) - layout.Least));
            word |= distance << filled;
            filled += layout.Width;
            if (filled < 64) continue;
            words[full++] = word;
            filled -= 64;
            word = filled == 0 ? 0 : distance >> (layout.Width - filled);
            if (full < words.Length) continue;
            file.Write<ulong>(words);
            full = 0;
        }

        file.Write<ulong>(words[..full]);
        file.Write<byte>(BitConverter.GetBytes(word).AsSpan(0, (filled + 7) / 8));
        return file.EndSection();
    }
}
