using System.Collections.Immutable;

namespace Papergraph.Store;

/// <summary>What an index holds besides its stored part, persistent: every state keeps its own.</summary>
/// <remarks>An entity whose keys are no longer those that it has in the segment is overridden: its stored entries do not count, and all of
/// its keys are among those added.</remarks>
internal sealed class KeyChanges
{
    private readonly ImmutableSortedSet<IndexEntry> _added;
    private readonly ImmutableHashSet<long> _overridden;

    private KeyChanges(ImmutableSortedSet<IndexEntry> added, ImmutableHashSet<long> overridden) =>
        (_added, _overridden) = (added, overridden);

    public static KeyChanges None { get; } = new(ImmutableSortedSet.Create<IndexEntry>(IndexEntry.Comparer), []);

    public int AddedCount => _added.Count;

    public int OverriddenCount => _overridden.Count;

    /// <summary>The entries besides the stored ones, ordered by key, then entity.</summary>
    public IReadOnlyList<IndexEntry> Added => _added;

    /// <summary>Whether the stored entries of the entity count no more.</summary>
    public bool IsOverridden(long entity) => _overridden.Count > 0 && _overridden.Contains(entity);

    /// <summary>The changes after an entity got other keys; this itself when they are the same.</summary>
    public KeyChanges With(long entity, byte[][] before, byte[][] after)
    {
        if (before.AsSpan().SequenceEqual(after, KeyBytes.Comparer)) return this;
        ImmutableSortedSet<IndexEntry> added = _added;
        foreach (byte[] key in before) added = added.Remove(new(key, entity));
        foreach (byte[] key in after) added = added.Add(new(key, entity));
        // Without keys before it had none in the segment either, unless it is overridden already.
        return new(added, before.Length > 0 ? _overridden.Add(entity) : _overridden);
    }

    /// <summary>The places among the added entries of those whose key is in a range.</summary>
    public (int Start, int End) Range(byte[] from, byte[]? to) =>
        _added.IsEmpty ? default : (PlaceOf(from), to is null ? _added.Count : PlaceOf(to));

    /// <summary>The entities that have the key now and did not have it, or something else with it, in the segment, ascending.</summary>
    public IEnumerable<long> EntitiesOf(byte[] key)
    {
        (int start, int end) = Range(key, KeyBytes.After(key));
        for (int i = start; i < end; i++) yield return _added[i].Entity;
    }

    /// <summary>The number of entries whose key is below this one.</summary>
    private int PlaceOf(byte[] key)
    {
        int place = _added.IndexOf(new(key, long.MinValue));
        return place < 0 ? ~place : place;
    }
}
