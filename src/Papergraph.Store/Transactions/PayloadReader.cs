using System.Buffers.Binary;
using System.Text;

namespace Papergraph.Store;

/// <summary>Reads the parts of what <see cref="OperationWriter"/> wrote; whatever does not fit is a <see cref="StoreException"/>.</summary>
/// <param name="payload">The payload of one commit.</param>
/// <param name="file">Path of the log, for messages.</param>
/// <param name="commit">Number of the commit, for messages.</param>
internal ref struct PayloadReader(ReadOnlySpan<byte> payload, string file, long commit)
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    private readonly ReadOnlySpan<byte> _payload = payload;
    private readonly List<string> _names = [];
    private int _at;

    public readonly bool AtEnd => _at == _payload.Length;

    public byte Byte() => Take(1)[0];

    /// <summary>A number without sign of at most 63 bits.</summary>
    public long Number()
    {
        long value = 0;
        for (int shift = 0; shift < 63; shift += 7)
        {
            byte next = Byte();
            value |= (long)(next & 0x7F) << shift;
            if (next < 0x80) return value;
        }

        throw Fault("a number of more than 63 bits");
    }

    /// <summary>A number that fits 31 bits, such as an id of a node.</summary>
    public int SmallNumber() => Number() is <= int.MaxValue and long value ? (int)value : throw Fault("a number of more than 31 bits");

    public long Fixed() => BinaryPrimitives.ReadInt64LittleEndian(Take(sizeof(long)));

    public string Text()
    {
        try
        {
            return Strict.GetString(Take(SmallNumber()));
        }
        catch (DecoderFallbackException)
        {
            throw Fault("a text that is not UTF-8");
        }
    }

    public string Name()
    {
        int number = SmallNumber();
        if (number > 0) return number <= _names.Count ? _names[number - 1] : throw Fault($"name {number} of {_names.Count}");
        string name = Text();
        if (!StoredName.IsFit(name)) throw Fault("a name that cannot be one");
        _names.Add(name);
        return name;
    }

    public string[] Labels()
    {
        int count = Count(sizeof(byte));
        string[] labels = new string[count];
        for (int i = 0; i < count; i++) labels[i] = Name();
        return labels.Distinct(StringComparer.Ordinal).Count() == count ? labels : throw Fault("a label is given twice");
    }

    /// <summary>The value of a property, or null.</summary>
    public object? Value()
    {
        byte type = Byte();
        return type switch
        {
            0 => null,
            (byte)PropertyType.String => Text(),
            (byte)PropertyType.Int64 => Fixed(),
            (byte)PropertyType.Double => BitConverter.Int64BitsToDouble(Fixed()),
            (byte)PropertyType.Boolean => Truth(),
            (byte)PropertyType.Date => Epoch.DateOf(Fixed()) ?? throw Fault("a date that is none"),
            (byte)PropertyType.DateTime => Epoch.InstantOf(Fixed()) ?? throw Fault("an instant that is none"),
            (byte)PropertyType.StringList => Texts(),
            (byte)PropertyType.Int64List => Numbers(),
            (byte)PropertyType.DoubleList => Array.ConvertAll(Numbers(), BitConverter.Int64BitsToDouble),
            (byte)PropertyType.BooleanList => Truths(),
            _ => throw Fault("an unknown type of property"),
        };
    }

    /// <summary>A definition as it stands in the directory of a segment.</summary>
    public T Definition<T>(Func<LayoutReader, T> read)
    {
        LayoutReader from = new(Take(SmallNumber()).ToArray(), file, SegmentHeader.FormatVersion);
        T definition = read(from);
        return from.AtEnd ? definition : throw Fault("bytes after the end of a definition");
    }

    public readonly StoreException Fault(string what) => StoreErrors.Damaged(file, $"commit {commit}, byte {_at} of its payload", what);

    private bool Truth() => Byte() switch
    {
        0 => false,
        1 => true,
        _ => throw Fault("a truth value that is none"),
    };

    private string[] Texts()
    {
        string[] texts = new string[Count(sizeof(byte))];
        for (int i = 0; i < texts.Length; i++) texts[i] = Text();
        return texts;
    }

    private long[] Numbers()
    {
        long[] numbers = new long[Count(sizeof(long))];
        for (int i = 0; i < numbers.Length; i++) numbers[i] = Fixed();
        return numbers;
    }

    private bool[] Truths()
    {
        bool[] truths = new bool[Count(sizeof(byte))];
        for (int i = 0; i < truths.Length; i++) truths[i] = Truth();
        return truths;
    }

    /// <summary>A number of elements of at least this size each: a count beyond the rest is a lie, found before memory is asked
    /// for.</summary>
    private int Count(int size)
    {
        long count = Number();
        return count <= (_payload.Length - _at) / size ? (int)count : throw Fault("a list longer than the payload");
    }

    private ReadOnlySpan<byte> Take(int count)
    {
        if (count > _payload.Length - _at) throw Fault("the payload ends too soon");
        ReadOnlySpan<byte> taken = _payload.Slice(_at, count);
        _at += count;
        return taken;
    }
}
