using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Papergraph.Core;

namespace Papergraph.Extraction;

/// <summary>A multinomial logistic classifier over hashed features, its weights rounded to 8 bits.</summary>
/// <remarks>
/// <para>Layout, little-endian: the number of classes (4), the logarithm of the number of rows (4), a scale for each of
/// <see cref="Lanes"/> classes (4 each), then a row of <see cref="Lanes"/> signed bytes for every feature.</para>
/// <para>The rounded weights are added as integers, so the order of features does not matter.</para>
/// </remarks>
internal sealed class LinearModel
{
    /// <summary>Classes a row has room for.</summary>
    public const int Lanes = 16;

    private const int HeadLength = 8 + (4 * Lanes), MostBits = 22;
    private readonly ReadOnlyMemory<byte> _data;
    private readonly float[] _scales = new float[Lanes];

    private LinearModel(ReadOnlyMemory<byte> data)
    {
        _data = data;
        Classes = BinaryPrimitives.ReadInt32LittleEndian(data.Span);
        Bits = BinaryPrimitives.ReadInt32LittleEndian(data.Span[4..]);
        for (int c = 0; c < Lanes; c++) _scales[c] = BinaryPrimitives.ReadSingleLittleEndian(data.Span[(8 + (4 * c))..]);
    }

    public int Classes { get; }

    /// <summary>Logarithm to base 2 of the number of rows.</summary>
    public int Bits { get; }

    /// <summary>What <see cref="Read"/> reads.</summary>
    public ReadOnlyMemory<byte> Data => _data;

    /// <summary>Rounds weights.</summary>
    /// <param name="weights">Rows of <see cref="Lanes"/>.</param>
    /// <param name="classes">How many lanes are in use.</param>
    /// <param name="bits">Logarithm to base 2 of the number of rows.</param>
    /// <param name="temperature">What scores are divided by.</param>
    public static LinearModel Of(ReadOnlySpan<float> weights, int classes, int bits, double temperature)
    {
        byte[] data = new byte[HeadLength + weights.Length];
        BinaryPrimitives.WriteInt32LittleEndian(data, classes);
        BinaryPrimitives.WriteInt32LittleEndian(data.AsSpan(4), bits);
        for (int c = 0; c < Lanes; c++)
        {
            float largest = 0;
            for (int at = c; at < weights.Length; at += Lanes) largest = Math.Max(largest, Math.Abs(weights[at]));
            float step = largest / sbyte.MaxValue;
            BinaryPrimitives.WriteSingleLittleEndian(data.AsSpan(8 + (4 * c)), (float)(step / temperature));
            if (step == 0) continue;
            for (int at = c; at < weights.Length; at += Lanes) data[HeadLength + at] = (byte)(sbyte)Math.Round(weights[at] / step);
        }

        return new LinearModel(data);
    }

    /// <exception cref="PapergraphException">The data are not what <see cref="Data"/> gave.</exception>
    public static LinearModel Read(ReadOnlyMemory<byte> data, string model, int classes)
    {
        ReadOnlySpan<byte> bytes = data.Span;
        bool isWhole = bytes.Length > HeadLength
            && BinaryPrimitives.ReadInt32LittleEndian(bytes) == classes
            && BinaryPrimitives.ReadInt32LittleEndian(bytes[4..]) is > 0 and <= MostBits and int bits
            && bytes.Length == HeadLength + (Lanes << bits);
        if (!isWhole) throw ExtractionErrors.DamagedModel(model, "a table of weights");
        return new LinearModel(data);
    }

    /// <summary>Writes the score of every class; the rest of <paramref name="into"/>, which has <see cref="Lanes"/> places, is 0.</summary>
    /// <param name="rows">At most <see cref="FeatureList.Most"/>, each within the table.</param>
    /// <param name="into">Room for the scores.</param>
    public void Score(ReadOnlySpan<int> rows, Span<float> into)
    {
        ref sbyte table = ref MemoryMarshal.GetReference(MemoryMarshal.Cast<byte, sbyte>(_data.Span[HeadLength..]));
        Vector256<short> sum = Vector256<short>.Zero;
        foreach (int row in rows)
            sum += Vector256.WidenLower(Vector128.LoadUnsafe(ref table, (nuint)(row * Lanes)).ToVector256Unsafe());
        (Vector256<int> low, Vector256<int> high) = Vector256.Widen(sum);
        (Vector256.ConvertToSingle(low) * Vector256.Create(_scales)).CopyTo(into);
        (Vector256.ConvertToSingle(high) * Vector256.Create(_scales, Lanes / 2)).CopyTo(into[(Lanes / 2)..]);
    }
}
