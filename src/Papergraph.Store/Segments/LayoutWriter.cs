using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Papergraph.Store;

/// <summary>Writes the directory of a segment: little-endian numbers, and strings as a 32-bit length and UTF-8.</summary>
internal sealed class LayoutWriter
{
    private readonly ArrayBufferWriter<byte> _bytes = new();

    public ReadOnlySpan<byte> Written => _bytes.WrittenSpan;

    public void Byte(byte value)
    {
        _bytes.GetSpan(1)[0] = value;
        _bytes.Advance(1);
    }

    public void UInt32(uint value)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(_bytes.GetSpan(sizeof(uint)), value);
        _bytes.Advance(sizeof(uint));
    }

    public void Int32(int value) => UInt32((uint)value);

    public void Int64(long value)
    {
        BinaryPrimitives.WriteInt64LittleEndian(_bytes.GetSpan(sizeof(long)), value);
        _bytes.Advance(sizeof(long));
    }

    public void Text(string value)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(value);
        Int32(utf8.Length);
        _bytes.Write(utf8);
    }

    public void List<T>(IReadOnlyList<T> items, Action<LayoutWriter, T> write)
    {
        Int32(items.Count);
        foreach (T item in items) write(this, item);
    }
}
