using System.Buffers.Binary;
using System.Text;

namespace Papergraph.Store;

/// <summary>Writes the changes of one transaction as the payload of its commit (<c>docs/formats/store.md</c>, “Commits”).</summary>
internal sealed class OperationWriter
{
    public const byte Format = 1;

    private readonly List<string> _names = [];
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private byte[] _bytes = new byte[256];
    private int _length;

    public OperationWriter() => Byte(Format);

    /// <summary>Whether nothing was changed yet.</summary>
    public bool IsEmpty => _length == 1;

    public ReadOnlySpan<byte> Payload => _bytes.AsSpan(0, _length);

    public Mark Here => new(_length, _names.Count);

    /// <summary>Takes back all that was written since.</summary>
    public void ReturnTo(Mark mark)
    {
        _length = mark.Length;
        foreach (string name in _names.Skip(mark.Names)) _numbers.Remove(name);
        _names.RemoveRange(mark.Names, _names.Count - mark.Names);
    }

    public void CreateNode(IReadOnlyList<string> labels)
    {
        Operation(Store.Operation.CreateNode);
        Labels(labels);
    }

    public void DeleteNode(int node)
    {
        Operation(Store.Operation.DeleteNode);
        Number(node);
    }

    public void SetLabels(int node, IReadOnlyList<string> labels)
    {
        Operation(Store.Operation.SetLabels);
        Number(node);
        Labels(labels);
    }

    public void SetProperty(int node, string name, object? value)
    {
        Operation(Store.Operation.SetNodeProperty);
        Number(node);
        Name(name);
        Value(value);
    }

    public void CreateEdge(string type, int source, int target)
    {
        Operation(Store.Operation.CreateEdge);
        Name(type);
        Number(source);
        Number(target);
    }

    public void DeleteEdge(string type, long position)
    {
        Operation(Store.Operation.DeleteEdge);
        Name(type);
        Number(position);
    }

    public void SetProperty(string type, long position, string name, object? value)
    {
        Operation(Store.Operation.SetEdgeProperty);
        Name(type);
        Number(position);
        Name(name);
        Value(value);
    }

    public void SetMetadata(string key, string? value)
    {
        Operation(value is null ? Store.Operation.RemoveMetadata : Store.Operation.SetMetadata);
        Name(key);
        if (value is not null) Text(value);
    }

    public void CreateIndex(IndexDefinition definition)
    {
        Operation(Store.Operation.CreateIndex);
        Definition(definition.Write);
    }

    public void CreateConstraint(ConstraintDefinition definition)
    {
        Operation(Store.Operation.CreateConstraint);
        Definition(definition.Write);
    }

    public void CreateFullTextIndex(FullTextDefinition definition)
    {
        Operation(Store.Operation.CreateFullTextIndex);
        Definition(definition.Write);
    }

    public void DropIndex(string name)
    {
        Operation(Store.Operation.DropIndex);
        Name(name);
    }

    private void Operation(Operation operation) => Byte((byte)operation);

    private void Labels(IReadOnlyList<string> labels)
    {
        Number(labels.Count);
        foreach (string label in labels) Name(label);
    }

    /// <summary>A name is written out once; then its number stands for it.</summary>
    private void Name(string name)
    {
        if (_numbers.TryGetValue(name, out int number))
        {
            Number(number);
            return;
        }

        Number(0);
        Text(name);
        _names.Add(name);
        _numbers.Add(name, _names.Count);
    }

    private void Value(object? value)
    {
        Byte(value is null ? (byte)0 : (byte)PropertyValue.TypeOf(value)!.Value);
        switch (value)
        {
            case null: break;
            case string text: Text(text); break;
            case long number: Fixed(number); break;
            case double number: Fixed(BitConverter.DoubleToInt64Bits(number)); break;
            case bool truth: Byte(truth ? (byte)1 : (byte)0); break;
            case DateOnly date: Fixed(Epoch.DaysOf(date)); break;
            case DateTimeOffset instant: Fixed(Epoch.MicrosecondsOf(instant)); break;
            case string[] texts: List(texts, Text); break;
            case long[] numbers: List(numbers, Fixed); break;
            case double[] numbers: List(numbers, number => Fixed(BitConverter.DoubleToInt64Bits(number))); break;
            default: List((bool[])value, truth => Byte(truth ? (byte)1 : (byte)0)); break;
        }
    }

    private void List<T>(T[] elements, Action<T> write)
    {
        Number(elements.Length);
        foreach (T element in elements) write(element);
    }

    /// <summary>A definition stands here as it stands in the directory of a segment.</summary>
    private void Definition(Action<LayoutWriter> write)
    {
        LayoutWriter layout = new();
        write(layout);
        Number(layout.Written.Length);
        layout.Written.CopyTo(Room(layout.Written.Length));
        _length += layout.Written.Length;
    }

    private void Text(string text)
    {
        int length = Encoding.UTF8.GetByteCount(text);
        Number(length);
        Encoding.UTF8.GetBytes(text, Room(length));
        _length += length;
    }

    private void Fixed(long value)
    {
        BinaryPrimitives.WriteInt64LittleEndian(Room(sizeof(long)), value);
        _length += sizeof(long);
    }

    /// <summary>Seven bits a byte, lowest first, the highest bit set where another byte follows (LEB128).</summary>
    private void Number(long value)
    {
        ulong rest = (ulong)value;
        for (; rest >= 0x80; rest >>= 7) Byte((byte)(rest | 0x80));
        Byte((byte)rest);
    }

    private void Byte(byte value)
    {
        Room(1)[0] = value;
        _length++;
    }

    private Span<byte> Room(int count)
    {
        if (count > LogFormat.MaxPayload - _length) throw StoreErrors.TransactionTooLarge();
        if (count > _bytes.Length - _length)
            Array.Resize(ref _bytes, (int)Math.Min(Math.Max(_bytes.Length * 2L, (long)_length + count), LogFormat.MaxPayload));
        return _bytes.AsSpan(_length);
    }

    /// <summary>A place in the payload.</summary>
    internal readonly record struct Mark(int Length, int Names);
}
