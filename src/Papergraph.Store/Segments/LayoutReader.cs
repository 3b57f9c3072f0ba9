using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace Papergraph.Store;

/// <summary>Reads what <see cref="LayoutWriter"/> wrote; whatever does not fit is a <see cref="StoreException"/>.</summary>
/// <param name="bytes">What was written.</param>
/// <param name="file">The file that it comes from, for messages.</param>
/// <param name="version">Format version of the segment.</param>
/// <param name="part">What of the file it is, for messages.</param>
internal sealed class LayoutReader(byte[] bytes, string file, uint version, string part = "directory")
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    private int _at;

    /// <summary>Format version of the segment.</summary>
    public uint Version => version;

    public bool AtEnd => _at == bytes.Length;

    public byte Byte() => Take(1)[0];

    public uint[] UInt32s(long count)
    {
        if (count > (bytes.Length - _at) / sizeof(uint)) throw Fault("an array longer than what is left");
        return MemoryMarshal.Cast<byte, uint>(Take((int)count * sizeof(uint))).ToArray();
    }

    /// <summary>A count or an index: never negative.</summary>
    public int Int32()
    {
        int value = BinaryPrimitives.ReadInt32LittleEndian(Take(sizeof(int)));
        return value >= 0 ? value : throw Fault("a negative count");
    }

    /// <summary>A count or a length: never negative.</summary>
    public long Size()
    {
        long value = Int64();
        return value >= 0 ? value : throw Fault("a negative size");
    }

    public long Int64() => BinaryPrimitives.ReadInt64LittleEndian(Take(sizeof(long)));

    public string Text()
    {
        try
        {
            return Strict.GetString(Take(Int32()));
        }
        catch (DecoderFallbackException)
        {
            throw Fault("a text that is not UTF-8");
        }
    }

    /// <summary>A text that may name something, as the writer takes it: what cannot be written again is not read either.</summary>
    public string Name()
    {
        string name = Text();
        return StoredName.IsFit(name) ? name : throw Fault("a name that cannot be one");
    }

    public List<T> List<T>(Func<LayoutReader, T> read)
    {
        int count = Int32();
        // No item takes less than a byte: a count beyond the rest is a lie, found before memory is asked for.
        if (count > bytes.Length - _at) throw Fault("a list longer than what is left");
        List<T> items = [];
        for (int i = 0; i < count; i++) items.Add(read(this));
        return items;
    }

    public StoreException Fault(string what) => StoreErrors.Damaged(file, $"{part}, byte {_at}", what);

    private ReadOnlySpan<byte> Take(int count)
    {
        if (count > bytes.Length - _at) throw Fault("the bytes end too soon");
        ReadOnlySpan<byte> taken = bytes.AsSpan(_at, count);
        _at += count;
        return taken;
    }
}
