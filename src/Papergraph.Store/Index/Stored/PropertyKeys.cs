using Papergraph.Core;

namespace Papergraph.Store;

/// <summary>The values of one property: a list has a key for each element.</summary>
internal sealed class PropertyKeys : StoredKeys
{
    private const int CancellationInterval = 1 << 16;

    private readonly IndexedRows _rows;
    private readonly Column[][] _columns;
    private readonly string _labelOrType;
    private readonly string _property;

    public PropertyKeys(SegmentTables tables, IndexDefinition definition)
    {
        _rows = new(tables, definition.On, definition.LabelOrType);
        (_labelOrType, _property) = (definition.LabelOrType, definition.Property);
        _columns = [.. _rows.Parts.Select(part => part.Table.Columns.Where(column => column.Name == _property).ToArray())];
    }

    public override long RowCount => _rows.Count;

    public override ulong HashOf(byte[] key) => new IndexKey(key).Hash;

    public override byte[][] Of(IEntityImage? image) =>
        image is not null && image.Has(_labelOrType) ? IndexKey.OfElements(image.Value(_property)) : [];

    public override byte[][] Of(long entity)
    {
        (Column? column, long row) = Find(entity);
        return IndexKey.OfElements(column?.Value(row));
    }

    public override bool Has(long entity, byte[] key)
    {
        (Column? column, long row) = Find(entity);
        if (column is null) return false;
        Span<byte> scratch = stackalloc byte[IndexKey.ScalarSize];
        if (TryRead(column, row, scratch, out IndexKey scalar)) return scalar.CompareTo(new(key)) == 0;
        if (column is not StringListColumn texts) return Of(entity).Contains(key, KeyBytes.Comparer);
        int count = key[0] == (byte)ValueFamily.Text ? texts.ElementCount(row) : 0;
        for (int i = 0; i < count; i++)
        {
            if (texts.Utf8(row, i).SequenceEqual(key.AsSpan(1))) return true;
        }

        return false;
    }

    /// <summary>Passes on an entity that is in the segment.</summary>
    /// <exception cref="StoreException">It is not.</exception>
    public long Require(long entity)
    {
        _rows.PartOf(entity);
        return entity;
    }

    /// <summary>Reads the key of an entity whose value is no list.</summary>
    /// <returns>Whether it has such a value.</returns>
    public bool TryRead(long entity, Span<byte> scratch, out IndexKey key)
    {
        (Column? column, long row) = Find(entity);
        key = default;
        return column is not null && TryRead(column, row, scratch, out key);
    }

    /// <summary>Number of entities whose value is no list.</summary>
    public long ScalarCount => _columns.SelectMany(columns => columns)
        .Where(column => !column.Type.IsList()).Sum(column => column.Count - column.NullCount);

    public override IEnumerable<HashedEntity> HashAll(CancellationToken cancellation)
    {
        List<HashedEntity> ofRow = [];
        for (int part = 0; part < _columns.Length; part++)
        {
            (_, long first, long count) = _rows.Parts[part];
            for (long row = 0; row < count && _columns[part].Length > 0; row++)
            {
                if (row % CancellationInterval == 0) cancellation.ThrowIfCancellationRequested();
                if (ValueColumn(part, row) is not { } column) continue;
                ofRow.Clear();
                Hash(column, row, first + row, ofRow);
                foreach (HashedEntity hashed in ofRow) yield return hashed;
            }
        }
    }

    /// <summary>All entities whose value is no list with the beginning of its key, in the order of the entities.</summary>
    public List<SortableKey> ScalarsOfAll(CancellationToken cancellation)
    {
        Span<byte> scratch = stackalloc byte[IndexKey.ScalarSize];
        List<SortableKey> keys = [];
        for (int part = 0; part < _columns.Length; part++)
        {
            (_, long first, long count) = _rows.Parts[part];
            for (long row = 0; row < count && _columns[part].Length > 0; row++)
            {
                if (row % CancellationInterval == 0) cancellation.ThrowIfCancellationRequested();
                if (ValueColumn(part, row) is { } column && TryRead(column, row, scratch, out IndexKey key))
                    keys.Add(SortableKey.Of(key, first + row));
            }
        }

        return keys;
    }

    private static void Hash(Column column, long row, long entity, List<HashedEntity> to)
    {
        Span<byte> scratch = stackalloc byte[IndexKey.ScalarSize];
        if (TryRead(column, row, scratch, out IndexKey scalar))
        {
            to.Add(new(scalar.Hash, entity));
        }
        else if (column is StringListColumn texts)
        {
            int count = texts.ElementCount(row);
            for (int i = 0; i < count; i++) to.Add(new(StableHash.Hash64(texts.Utf8(row, i)), entity));
        }
        else
        {
            foreach (byte[] key in IndexKey.OfElements(column.Value(row))) to.Add(new(new IndexKey(key).Hash, entity));
        }
    }

    private static bool TryRead(Column column, long row, Span<byte> scratch, out IndexKey key)
    {
        switch (column)
        {
            case StringColumn texts: key = IndexKey.OfText(texts.Utf8(row)); return true;
            case Int64Column numbers: key = IndexKey.OfNumber(numbers[row]!.Value, scratch); return true;
            case DoubleColumn numbers: key = IndexKey.OfNumber(numbers[row]!.Value, scratch); return true;
            case BooleanColumn truths: key = IndexKey.OfTruth(truths[row]!.Value, scratch); return true;
            case DateColumn dates: key = IndexKey.OfDate(dates[row]!.Value, scratch); return true;
            case DateTimeColumn instants: key = IndexKey.OfInstant(instants[row]!.Value, scratch); return true;
            default: key = default; return false;
        }
    }

    private (Column? Column, long Row) Find(long entity)
    {
        int part = _rows.PartOf(entity);
        long row = entity - _rows.Parts[part].First;
        return (ValueColumn(part, row), row);
    }

    /// <summary>The column of the property in which the row has a value: at most one of several types has.</summary>
    private Column? ValueColumn(int part, long row)
    {
        foreach (Column column in _columns[part])
        {
            if (!column.IsNull(row)) return column;
        }

        return null;
    }
}
