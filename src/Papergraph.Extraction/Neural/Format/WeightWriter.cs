using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Papergraph.Extraction;

/// <summary>Writes weights as one byte a number, with a scale for each row; what has few numbers keeps them whole.</summary>
internal sealed class WeightWriter
{
    private readonly ArrayBufferWriter<byte> _bytes = new();

    /// <summary>Whether the numbers of a parameter are cut down to bytes: rows of at least 16 numbers in a matrix of several.</summary>
    public static bool IsCutDown(Parameter parameter) => parameter.Rows > 2 && parameter.Columns >= 16;

    /// <summary>Replaces the weights by what a reader will see of them.</summary>
    public static void Round(Parameter parameter)
    {
        if (!IsCutDown(parameter)) return;
        Span<sbyte> bytes = stackalloc sbyte[parameter.Columns];
        for (int row = 0; row < parameter.Rows; row++)
        {
            float scale = CutDown(parameter.Row(row), bytes);
            for (int i = 0; i < bytes.Length; i++) parameter.Row(row)[i] = bytes[i] * scale;
        }
    }

    public void Write(int value)
    {
        BinaryPrimitives.WriteInt32LittleEndian(_bytes.GetSpan(sizeof(int)), value);
        _bytes.Advance(sizeof(int));
    }

    /// <summary>Writes their length and the bytes.</summary>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        Write(bytes.Length);
        _bytes.Write(bytes);
    }

    public void Write(Parameter parameter)
    {
        if (!IsCutDown(parameter))
        {
            foreach (float value in parameter.Value) Write(BitConverter.SingleToInt32Bits(value));
            return;
        }

        Span<sbyte> bytes = stackalloc sbyte[parameter.Columns];
        for (int row = 0; row < parameter.Rows; row++)
        {
            Write(BitConverter.SingleToInt32Bits(CutDown(parameter.Row(row), bytes)));
            _bytes.Write(MemoryMarshal.AsBytes(bytes));
        }
    }

    public byte[] ToBytes() => _bytes.WrittenSpan.ToArray();

    // The scale has 17 significant bits, so that 127 times it is exact: what was cut down once comes out the same again.
    private static float CutDown(ReadOnlySpan<float> values, Span<sbyte> bytes)
    {
        const int Dropped = 0x7F;
        float greatest = 0;
        foreach (float value in values) greatest = Math.Max(greatest, Math.Abs(value));
        float scale = BitConverter.Int32BitsToSingle((BitConverter.SingleToInt32Bits(greatest / 127) + Dropped) & ~Dropped);
        for (int i = 0; i < values.Length; i++) bytes[i] = scale > 0 ? (sbyte)Math.Round(values[i] / scale) : (sbyte)0;
        return scale;
    }
}
