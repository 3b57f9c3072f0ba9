using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Papergraph.Store;

/// <summary>The stored part of a range index: the entities that have a value, in the order of their values and then their own. The values
/// are read from the columns.</summary>
internal sealed class SortedEntities
{
    private readonly PropertyKeys _keys;
    private readonly IndexNumbers _entities;
    private readonly Func<string, StoreException> _fault;

    private SortedEntities(PropertyKeys keys, long count, IndexNumbers entities, Func<string, StoreException> fault) =>
        (_keys, Count, _entities, _fault) = (keys, count, entities, fault);

    public long Count { get; }

    /// <summary>The order that lies in a segment.</summary>
    /// <exception cref="StoreException">The layout cannot be.</exception>
    public static SortedEntities Open(SegmentSections sections, SortedLayout layout, PropertyKeys keys, string name)
    {
        if (layout.EntryCount > keys.RowCount) throw sections.Fault($"{name} has {layout.EntryCount} entries for {keys.RowCount} rows");
        PackedIntegers entities = new(sections, layout.Entities, layout.EntryCount, name);
        return new(keys, layout.EntryCount, IndexNumbers.Of(entities), entities.Fault);
    }

    /// <summary>The entities in the order of an index.</summary>
    public static long[] Sort(PropertyKeys keys, CancellationToken cancellation)
    {
        List<SortableKey> all = keys.ScalarsOfAll(cancellation);
        KeySort.Sort(CollectionsMarshal.AsSpan(all), keys, cancellation);
        long[] entities = new long[all.Count];
        for (int i = 0; i < entities.Length; i++) entities[i] = all[i].Entity;
        return entities;
    }

    /// <summary>The order of an index that the segment does not have, in memory.</summary>
    public static SortedEntities Build(PropertyKeys keys)
    {
        long[] entities = Sort(keys, CancellationToken.None);
        return new(keys, entities.LongLength, IndexNumbers.Of(entities), what => throw new UnreachableException(what));
    }

    public static SortedLayout Write(SegmentFileWriter file, long[] entities) =>
        new(entities.LongLength, PackedIntegerWriter.Write(file, entities));

    /// <summary>The entity at a rank.</summary>
    /// <exception cref="StoreException">The segment is damaged here.</exception>
    public long Entity(long rank) => _keys.Require(_entities[rank]);

    /// <summary>The key of the entity at a rank.</summary>
    /// <param name="rank">Its rank.</param>
    /// <param name="scratch">Room for <see cref="IndexKey.ScalarSize"/> bytes; it must outlive the key.</param>
    /// <exception cref="StoreException">The segment is damaged here.</exception>
    public IndexKey Key(long rank, Span<byte> scratch)
    {
        long entity = _entities[rank];
        return _keys.TryRead(entity, scratch, out IndexKey key) ? key : throw _fault($"entity {entity} has no value to be ordered by");
    }

    /// <summary>The ranks of the keys in a range.</summary>
    public (long Start, long End) Range(ValueRange range)
    {
        if (range.IsEmpty) return default;
        long start = LowerBound(range.From, 0), end = range.To is { } to ? LowerBound(to, start) : Count;
        return (start, end);
    }

    public StoreException Fault(string what) => _fault(what);

    /// <summary>The first rank whose key, as bytes, is not below a bound.</summary>
    private long LowerBound(byte[] bound, long low)
    {
        if (bound.Length == 0) return low;
        Span<byte> scratch = stackalloc byte[IndexKey.ScalarSize];
        IndexKey least = new(bound);
        long high = Count;
        while (low < high)
        {
            long middle = low + ((high - low) / 2);
            if (Key(middle, scratch).CompareTo(least) < 0) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
