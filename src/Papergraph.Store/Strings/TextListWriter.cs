using System.Buffers;
using System.Runtime.InteropServices;

namespace Papergraph.Store;

/// <summary>Writes what <see cref="TextList"/> reads.</summary>
internal static class TextListWriter
{
    /// <summary>The text of a number.</summary>
    public delegate ReadOnlySpan<byte> TextAt(int number);

    /// <summary>Writes texts as they are.</summary>
    public static TextListLayout WritePlain(SegmentFileWriter file, int count, TextAt text)
    {
        long[] boundaries = new long[count + 1];
        file.BeginSection();
        for (int i = 0; i < count; i++)
        {
            file.Write(text(i));
            boundaries[i + 1] = boundaries[i] + text(i).Length;
        }

        int bytes = file.EndSection();
        return new(count, false, PackedIntegerWriter.Write(file, boundaries), bytes);
    }

    /// <summary>Writes distinct texts in ascending order: in groups that share prefixes, unless they take less room as they are.</summary>
    public static TextListLayout WriteSorted(SegmentFileWriter file, int count, TextAt text)
    {
        long[] plain = new long[count + 1];
        List<long> groups = [0];
        bool fits = true;
        Encode(count, text, (coded, textBytes) =>
        {
            groups.Add(groups[^1] + coded.Length);
            fits &= textBytes <= FrontCoding.MaxGroupBytes;
        });
        for (int i = 0; i < count; i++) plain[i + 1] = plain[i] + text(i).Length;
        Span<long> boundaries = CollectionsMarshal.AsSpan(groups);
        if (!fits || SizeOf(boundaries) >= SizeOf(plain)) return WritePlain(file, count, text);
        file.BeginSection();
        Encode(count, text, (coded, _) => file.Write(coded));
        int bytes = file.EndSection();
        return new(count, true, PackedIntegerWriter.Write(file, boundaries), bytes);
    }

    private delegate void Group(ReadOnlySpan<byte> coded, long textBytes);

    private static void Encode(int count, TextAt text, Group take)
    {
        ArrayBufferWriter<byte> coded = new();
        for (int first = 0; first < count; first += FrontCoding.GroupSize)
        {
            coded.ResetWrittenCount();
            long textBytes = 0;
            for (int i = first; i < Math.Min(count, first + FrontCoding.GroupSize); i++)
            {
                FrontCoding.Append(i > first ? text(i - 1) : default, i == first, text(i), coded);
                textBytes += text(i).Length;
            }

            take(coded.WrittenSpan, textBytes);
        }
    }

    /// <summary>Bytes of texts with these boundaries, and of the boundaries.</summary>
    private static long SizeOf(ReadOnlySpan<long> boundaries) =>
        boundaries[^1] + PackedIntegerWriter.Plan(boundaries).SizeOf(boundaries.Length);
}
