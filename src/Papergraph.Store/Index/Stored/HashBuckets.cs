using System.Diagnostics;
using System.Numerics;

namespace Papergraph.Store;

/// <summary>The stored part of a hash index: 2^k buckets of entities, ascending in each. A key belongs into the bucket whose number is the
/// lowest k bits of its hash.</summary>
/// <remarks>Only entities are kept: whether one really has a key is read from its columns, so equal hashes mislead nobody.</remarks>
internal sealed class HashBuckets
{
    public const int MaxBucketBits = 31;

    private readonly long _rowCount;
    private readonly IndexNumbers _starts;
    private readonly IndexNumbers _entities;
    private readonly Func<string, StoreException> _fault;

    private HashBuckets(
        int bucketBits, long entryCount, long rowCount, IndexNumbers starts, IndexNumbers entities, Func<string, StoreException> fault) =>
        (BucketBits, EntryCount, _rowCount, _starts, _entities, _fault) = (bucketBits, entryCount, rowCount, starts, entities, fault);

    public int BucketBits { get; }

    public long BucketCount => 1L << BucketBits;

    public long EntryCount { get; }

    /// <summary>The buckets that lie in a segment.</summary>
    /// <param name="sections">The sections of the segment.</param>
    /// <param name="layout">Where buckets and entities lie.</param>
    /// <param name="rowCount">How many entities can be indexed.</param>
    /// <param name="name">What this is, for messages.</param>
    /// <exception cref="StoreException">The layout cannot be.</exception>
    public static HashBuckets Open(SegmentSections sections, HashLayout layout, long rowCount, string name)
    {
        // Several buckets that all start at the same entry hold nothing, and no writer makes them: nobody shall look through them.
        if (layout.BucketBits > 0 && layout.Starts.Section is null) throw sections.Fault($"{name} has buckets without entries");
        PackedIntegers starts = new(sections, layout.Starts, (1L << layout.BucketBits) + 1, name + ", buckets");
        PackedIntegers entities = new(sections, layout.Entities, layout.EntryCount, name + ", entities");
        return new(layout.BucketBits, layout.EntryCount, rowCount, IndexNumbers.Of(starts), IndexNumbers.Of(entities), entities.Fault);
    }

    /// <summary>Puts entities into the least number of buckets that is a power of two and not less than the number of their keys.</summary>
    public static (int BucketBits, long[] Starts, long[] Entities) Group(IEnumerable<HashedEntity> ofEntities)
    {
        List<HashedEntity> hashed = [.. ofEntities];
        int bits = BitOperations.Log2(BitOperations.RoundUpToPowerOf2((uint)Math.Max(hashed.Count, 1)));
        ulong mask = (1UL << bits) - 1;
        long[] starts = new long[(1L << bits) + 1];
        foreach (HashedEntity entry in hashed) starts[(long)(entry.Hash & mask) + 1]++;
        for (long i = 1; i < starts.LongLength; i++) starts[i] += starts[i - 1];
        long[] entities = new long[hashed.Count];
        long[] next = starts[..^1];
        foreach (HashedEntity entry in hashed) entities[next[entry.Hash & mask]++] = entry.Entity;
        return (bits, starts, RemoveRepeats(starts, entities));
    }

    /// <summary>Buckets in memory.</summary>
    public static HashBuckets Of((int BucketBits, long[] Starts, long[] Entities) buckets) => new(
        buckets.BucketBits, buckets.Entities.LongLength, long.MaxValue, IndexNumbers.Of(buckets.Starts), IndexNumbers.Of(buckets.Entities),
        what => throw new UnreachableException(what));

    public static HashLayout Write(SegmentFileWriter file, (int BucketBits, long[] Starts, long[] Entities) buckets) => new(
        (byte)buckets.BucketBits, buckets.Entities.LongLength,
        PackedIntegerWriter.Write(file, buckets.Starts), PackedIntegerWriter.Write(file, buckets.Entities));

    public long BucketOf(ulong hash) => (long)(hash & (ulong)(BucketCount - 1));

    /// <summary>Where the entities of a bucket lie among all.</summary>
    /// <exception cref="StoreException">The segment is damaged here.</exception>
    public (long Start, long End) Range(long bucket)
    {
        (long start, long end) = (_starts[bucket], _starts[bucket + 1]);
        // An entity is in a bucket once.
        return start >= 0 && start <= end && end <= EntryCount && end - start <= _rowCount
            ? (start, end)
            : throw _fault($"bucket {bucket} spans {start} to {end}");
    }

    public long Entity(long entry) => _entities[entry];

    public bool Contains(long bucket, long entity)
    {
        (long low, long high) = Range(bucket);
        while (low < high)
        {
            long middle = low + ((high - low) / 2);
            if (_entities[middle] < entity) low = middle + 1;
            else high = middle;
        }

        return low < Range(bucket).End && _entities[low] == entity;
    }

    public StoreException Fault(string what) => _fault(what);

    private static long[] RemoveRepeats(long[] starts, long[] entities)
    {
        long kept = 0;
        for (long bucket = 0; bucket + 1 < starts.LongLength; bucket++)
        {
            (long start, long end, long first) = (starts[bucket], starts[bucket + 1], kept);
            for (long i = start; i < end; i++)
            {
                if (kept == first || entities[kept - 1] != entities[i]) entities[kept++] = entities[i];
            }

            starts[bucket] = first;
        }

        starts[^1] = kept;
        return kept == entities.LongLength ? entities : entities[..(int)kept];
    }
}
