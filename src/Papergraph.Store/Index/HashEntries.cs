namespace Papergraph.Store;

/// <summary>Which entities have a key, in one state of the graph: buckets of the segment and what changed since.</summary>
internal sealed class HashEntries
{
    private readonly StoredKeys _keys;
    private readonly Lazy<HashBuckets> _stored;
    private readonly KeyChanges _changes;

    private HashEntries(StoredKeys keys, Lazy<HashBuckets> stored, KeyChanges changes) =>
        (_keys, _stored, _changes) = (keys, stored, changes);

    /// <param name="keys">The keys of the entities.</param>
    /// <param name="stored">The buckets of the segment; without, they are built in memory when first asked for, once for all
    /// states.</param>
    public HashEntries(StoredKeys keys, HashBuckets? stored)
        : this(keys, stored is null ? new(() => Build(keys)) : new(stored), KeyChanges.None)
    {
    }

    public StoredKeys Keys => _keys;

    public HashEntries With(long id, IEntityImage? before, IEntityImage? after)
    {
        KeyChanges changes = _changes.With(id, _keys.Of(before), _keys.Of(after));
        return ReferenceEquals(changes, _changes) ? this : new(_keys, _stored, changes);
    }

    /// <summary>The entities that have the key, ascending, each once.</summary>
    public List<long> Find(byte[] key)
    {
        List<long> found = [];
        HashBuckets buckets = _stored.Value;
        (long start, long end) = buckets.Range(buckets.BucketOf(_keys.HashOf(key)));
        for (long entry = start; entry < end; entry++)
        {
            long entity = buckets.Entity(entry);
            if (!_changes.IsOverridden(entity) && _keys.Has(entity, key)) found.Add(entity);
        }

        if (_changes.AddedCount == 0) return found;
        int stored = found.Count;
        found.AddRange(_changes.EntitiesOf(key));
        if (stored > 0 && found.Count > stored) found.Sort();
        return found;
    }

    /// <summary>About how many entities have the key.</summary>
    public long Estimate(byte[] key)
    {
        HashBuckets buckets = _stored.Value;
        (long start, long end) = buckets.Range(buckets.BucketOf(_keys.HashOf(key)));
        (int first, int last) = _changes.Range(key, KeyBytes.After(key));
        return end - start + last - first;
    }

    /// <summary>About how many entries there are.</summary>
    public long EstimateAll() => Math.Max(0, _stored.Value.EntryCount + _changes.AddedCount - _changes.OverriddenCount);

    /// <summary>Reports whatever does not hold in the stored part.</summary>
    public void Verify(FaultList faults) => IndexVerification.Verify(_stored.Value, _keys, faults);

    /// <summary>The keys that several entities have, with these, ascending; first those shared in the segment.</summary>
    public IEnumerable<(byte[] Key, List<long> Entities)> Shared()
    {
        HashSet<byte[]> seen = new(KeyBytes.Comparer);
        HashBuckets buckets = _stored.Value;
        for (long bucket = 0; bucket < buckets.BucketCount; bucket++)
        {
            (long start, long end) = buckets.Range(bucket);
            if (end - start < 2) continue;
            seen.Clear();
            for (long entry = start; entry < end; entry++)
            {
                long entity = buckets.Entity(entry);
                if (_changes.IsOverridden(entity)) continue;
                foreach (byte[] key in _keys.Of(entity))
                {
                    if (buckets.BucketOf(_keys.HashOf(key)) == bucket && seen.Add(key) && Find(key) is { Count: > 1 } sharing)
                        yield return (key, sharing);
                }
            }
        }

        byte[]? last = null;
        foreach (IndexEntry entry in _changes.Added)
        {
            if (KeyBytes.Comparer.Equals(last, entry.Key)) continue;
            last = entry.Key;
            List<long> sharing = Find(entry.Key);
            bool sharedInSegment = sharing.Count - _changes.EntitiesOf(entry.Key).Count() > 1;
            if (sharing.Count > 1 && !sharedInSegment) yield return (last, sharing);
        }
    }

    private static HashBuckets Build(StoredKeys keys) => HashBuckets.Of(HashBuckets.Group(keys.HashAll(CancellationToken.None)));
}
