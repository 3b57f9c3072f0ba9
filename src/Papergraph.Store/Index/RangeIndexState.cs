namespace Papergraph.Store;

/// <summary>A range index in one state of the graph.</summary>
internal sealed class RangeIndexState : PropertyIndexState
{
    private readonly PropertyKeys _keys;
    private readonly Lazy<SortedEntities> _stored;
    private readonly KeyChanges _changes;

    private RangeIndexState(IndexDefinition definition, PropertyKeys keys, Lazy<SortedEntities> stored, KeyChanges changes)
        : base(definition) => (_keys, _stored, _changes) = (keys, stored, changes);

    /// <param name="definition">What is indexed.</param>
    /// <param name="keys">The values in the segment.</param>
    /// <param name="stored">The index of the segment; without, it is built in memory when first asked for, once for all states.</param>
    public RangeIndexState(IndexDefinition definition, PropertyKeys keys, SortedEntities? stored)
        : this(definition, keys, stored is null ? new(() => SortedEntities.Build(keys)) : new(stored), KeyChanges.None)
    {
    }

    public override List<long> Find(byte[] key) => [.. FindRange(ValueRange.OfKey(key), descending: false)];

    public override IEnumerable<long> FindRange(ValueRange range, bool descending)
    {
        SortedEntities stored = _stored.Value;
        (long storedStart, long storedEnd) = stored.Range(range);
        if (range.IsEmpty) yield break;
        (int addedStart, int addedEnd) = _changes.Range(range.From, range.To);
        long storedLeft = storedEnd - storedStart;
        int addedLeft = addedEnd - addedStart;
        while (storedLeft > 0 || addedLeft > 0)
        {
            long rank = descending ? storedStart + storedLeft - 1 : storedEnd - storedLeft;
            if (storedLeft > 0 && _changes.IsOverridden(stored.Entity(rank)))
            {
                storedLeft--;
                continue;
            }

            int place = descending ? addedStart + addedLeft - 1 : addedEnd - addedLeft;
            if (addedLeft == 0 || (storedLeft > 0 && IsNext(stored, rank, _changes.Added[place], descending)))
            {
                storedLeft--;
                yield return stored.Entity(rank);
            }
            else
            {
                addedLeft--;
                yield return _changes.Added[place].Entity;
            }
        }
    }

    public override long Estimate(ValueRange range)
    {
        if (range.IsEmpty) return 0;
        SortedEntities stored = _stored.Value;
        (long start, long end) = stored.Range(range);
        (int addedStart, int addedEnd) = _changes.Range(range.From, range.To);
        // The overridden entities are taken to be spread evenly over the stored ones.
        double alive = stored.Count == 0 ? 0 : Math.Max(0, stored.Count - _changes.OverriddenCount) / (double)stored.Count;
        return (long)((end - start) * alive) + addedEnd - addedStart;
    }

    public override void Verify(FaultList faults) => IndexVerification.Verify(_stored.Value, _keys, faults);

    private protected override IndexState With(long id, IEntityImage? before, IEntityImage? after)
    {
        KeyChanges changes = _changes.With(id, ScalarOf(before), ScalarOf(after));
        return ReferenceEquals(changes, _changes) ? this : new RangeIndexState(Definition, _keys, _stored, changes);
    }

    /// <summary>The key of the value, unless there is none or it is a list.</summary>
    private byte[][] ScalarOf(IEntityImage? image) =>
        image is not null && image.Has(Definition.LabelOrType) && image.Value(Definition.Property) is { } value
        && IndexKey.TryOf(value, out byte[] key)
            ? [key]
            : [];

    private static bool IsNext(SortedEntities stored, long rank, IndexEntry added, bool descending)
    {
        Span<byte> scratch = stackalloc byte[IndexKey.ScalarSize];
        int order = stored.Key(rank, scratch).CompareTo(new(added.Key));
        if (order == 0) order = stored.Entity(rank).CompareTo(added.Entity);
        return descending ? order > 0 : order < 0;
    }
}
