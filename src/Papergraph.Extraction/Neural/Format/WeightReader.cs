using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Papergraph.Core;

namespace Papergraph.Extraction;

/// <summary>Reads what a <see cref="WeightWriter"/> wrote.</summary>
/// <param name="data">All of it.</param>
/// <param name="damaged">Makes the error when something cannot be so.</param>
internal ref struct WeightReader(ReadOnlySpan<byte> data, Func<PapergraphException> damaged)
{
    private const int MostNumbers = 4_096;
    private ReadOnlySpan<byte> _rest = data;

    /// <summary>Reads a number that must lie within limits.</summary>
    public int ReadNumber(int least, int most)
    {
        int number = BinaryPrimitives.ReadInt32LittleEndian(Take(sizeof(int)));
        return number >= least && number <= most ? number : throw damaged();
    }

    /// <summary>Reads how many numbers something has.</summary>
    public int ReadSize() => ReadNumber(1, MostNumbers);

    /// <summary>Reads how many numbers the state of an LSTM has.</summary>
    public int ReadSizeOfState() => ReadSize() is int size && size % LstmLayer.Lanes == 0 ? size : throw damaged();

    /// <summary>Makes sure that at least some bytes are left.</summary>
    public readonly void Expect(long bytes)
    {
        if (bytes > _rest.Length) throw damaged();
    }

    public ReadOnlySpan<byte> ReadBytes(int most) => Take(ReadNumber(0, most));

    /// <summary>Fills a parameter.</summary>
    public void Read(Parameter parameter)
    {
        if (!WeightWriter.IsCutDown(parameter))
        {
            for (int i = 0; i < parameter.Value.Length; i++) parameter.Value[i] = ReadFloat();
            return;
        }

        for (int row = 0; row < parameter.Rows; row++)
        {
            float scale = ReadFloat();
            ReadOnlySpan<sbyte> bytes = MemoryMarshal.Cast<byte, sbyte>(Take(parameter.Columns));
            Span<float> values = parameter.Row(row);
            for (int i = 0; i < values.Length; i++) values[i] = bytes[i] * scale;
        }
    }

    /// <summary>To be called when all is read: nothing may be left.</summary>
    public readonly void End()
    {
        if (!_rest.IsEmpty) throw damaged();
    }

    private float ReadFloat()
    {
        float value = BinaryPrimitives.ReadSingleLittleEndian(Take(sizeof(float)));
        return float.IsFinite(value) ? value : throw damaged();
    }

    private ReadOnlySpan<byte> Take(int length)
    {
        if (length > _rest.Length) throw damaged();
        ReadOnlySpan<byte> taken = _rest[..length];
        _rest = _rest[length..];
        return taken;
    }
}
