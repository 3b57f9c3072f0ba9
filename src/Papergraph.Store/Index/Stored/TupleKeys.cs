using System.Buffers;
using System.Buffers.Binary;
using Papergraph.Core;

namespace Papergraph.Store;

/// <summary>The values of the properties of a unique constraint together, for equality only: none when one of them is missing.</summary>
/// <remarks>Bytes of a key: for each property in turn the byte 0x01 and the number of elements as 32 bits if it is a list; then for the
/// value, or each element, the byte 0x02, its length as 32 bits and its <see cref="IndexKey"/>. Lengths are little-endian.</remarks>
internal sealed class TupleKeys : StoredKeys
{
    private const byte List = 0x01, Value = 0x02;
    private const int MostDescribed = 5;
    private const int CancellationInterval = 1 << 16;

    private readonly IndexedRows _rows;
    private readonly ConstraintDefinition _definition;

    public TupleKeys(SegmentTables tables, ConstraintDefinition definition) =>
        (_rows, _definition) = (new(tables, definition.On, definition.LabelOrType), definition);

    public override long RowCount => _rows.Count;

    public override ulong HashOf(byte[] key) => StableHash.Hash64(key);

    public override byte[][] Of(IEntityImage? image) =>
        image is not null && image.Has(_definition.LabelOrType) && KeyOf(image.Value) is { } key ? [key] : [];

    public override byte[][] Of(long entity)
    {
        int part = _rows.PartOf(entity);
        return StoredKey(part, entity - _rows.Parts[part].First) is { } key ? [key] : [];
    }

    public override bool Has(long entity, byte[] key) => Of(entity) is [var only] && KeyBytes.Comparer.Equals(only, key);

    public override IEnumerable<HashedEntity> HashAll(CancellationToken cancellation)
    {
        for (int part = 0; part < _rows.Parts.Count; part++)
        {
            (_, long first, long count) = _rows.Parts[part];
            for (long row = 0; row < count; row++)
            {
                if (row % CancellationInterval == 0) cancellation.ThrowIfCancellationRequested();
                if (StoredKey(part, row) is { } key) yield return new(HashOf(key), first + row);
            }
        }
    }

    /// <summary>The values of a key, for a message.</summary>
    public static string Describe(ReadOnlySpan<byte> key)
    {
        List<string> values = [];
        while (!key.IsEmpty)
        {
            if (key[0] != List)
            {
                values.Add(TakeValue(ref key));
                continue;
            }

            int count = BinaryPrimitives.ReadInt32LittleEndian(key[1..]);
            key = key[(1 + sizeof(int))..];
            List<string> elements = [];
            for (int i = 0; i < count; i++) elements.Add(TakeValue(ref key));
            values.Add(elements.Count <= MostDescribed
                ? $"[{string.Join(", ", elements)}]"
                : $"[{string.Join(", ", elements.Take(MostDescribed))}, …]");
        }

        return string.Join(", ", values);
    }

    private static string TakeValue(ref ReadOnlySpan<byte> key)
    {
        int length = BinaryPrimitives.ReadInt32LittleEndian(key[1..]);
        string value = new IndexKey(key.Slice(1 + sizeof(int), length)).ToString();
        key = key[(1 + sizeof(int) + length)..];
        return value;
    }

    private byte[]? StoredKey(int part, long row) => KeyOf(property => ValueOf(_rows.Parts[part].Table, property, row));

    private static object? ValueOf(Table table, string property, long row)
    {
        foreach (Column column in table.Columns)
        {
            if (column.Name == property && column.Value(row) is { } value) return value;
        }

        return null;
    }

    private byte[]? KeyOf(Func<string, object?> value)
    {
        ArrayBufferWriter<byte> key = new();
        foreach (string property in _definition.Properties)
        {
            if (value(property) is not { } found) return null;
            if (found is Array list)
            {
                WriteMark(key, List, list.Length);
                foreach (object element in list) WriteKey(key, IndexKey.Of(element));
            }
            else
            {
                WriteKey(key, IndexKey.Of(found));
            }
        }

        return key.WrittenSpan.ToArray();
    }

    private static void WriteKey(ArrayBufferWriter<byte> to, byte[] key)
    {
        WriteMark(to, Value, key.Length);
        to.Write(key);
    }

    private static void WriteMark(ArrayBufferWriter<byte> to, byte mark, int count)
    {
        Span<byte> bytes = to.GetSpan(1 + sizeof(int));
        bytes[0] = mark;
        BinaryPrimitives.WriteInt32LittleEndian(bytes[1..], count);
        to.Advance(1 + sizeof(int));
    }
}
