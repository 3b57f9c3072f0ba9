using System.Text;

namespace Papergraph.Store;

/// <summary>Which nodes have a term, in one state of the graph: those of the segment and what changed since.</summary>
internal sealed class TermEntries
{
    private readonly TermIndex _stored;
    private readonly KeyChanges _changes;

    private TermEntries(TermIndex stored, KeyChanges changes, int count) => (_stored, _changes, Count) = (stored, changes, count);

    public TermEntries(TermIndex stored) : this(stored, KeyChanges.None, stored.Count)
    {
    }

    /// <summary>Number of distinct terms.</summary>
    public int Count { get; }

    public TermIndex Stored => _stored;

    /// <summary>The entries after a node got other terms, each list ascending and without repeats.</summary>
    public TermEntries With(int node, byte[][] before, byte[][] after)
    {
        KeyChanges changes = _changes.With(node, before, after);
        if (ReferenceEquals(changes, _changes)) return this;
        TermEntries next = new(_stored, changes, Count);
        // Another node may have a term still: only the terms that the change is about can have come or gone.
        int come = after.Count(term => !HasAny(term)), gone = before.Count(term => !next.HasAny(term));
        return new(_stored, changes, Count + come - gone);
    }

    /// <summary>The nodes that have exactly this term, ascending, each once.</summary>
    public ReadOnlySpan<int> NodesOf(string term)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(term);
        ReadOnlySpan<int> stored = _stored.NodesOf(utf8);
        return _changes.AddedCount + _changes.OverriddenCount == 0 ? stored : Merge(stored, utf8);
    }

    /// <summary>The first terms that begin with a prefix, in the order of their bytes.</summary>
    public List<IndexedTerm> ByPrefix(string prefix, int limit)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(prefix);
        int number = _stored.LowerBound(utf8);
        (int place, int end) = _changes.Range(utf8, utf8.Length == 0 ? null : KeyBytes.AfterPrefix(utf8));
        List<IndexedTerm> found = [];
        while (found.Count < limit)
        {
            ReadOnlySpan<byte> stored = number < _stored.Count && _stored.Term(number).StartsWith(utf8) ? _stored.Term(number) : default;
            byte[]? added = place < end ? _changes.Added[place].Key : null;
            if (stored.IsEmpty && added is null) break;
            int order = stored.IsEmpty ? 1 : added is null ? -1 : stored.SequenceCompareTo(added);
            string term = Encoding.UTF8.GetString(order <= 0 ? stored : added);
            int nodes = order <= 0 ? CountLive(_stored.Nodes(number)) : 0;
            if (order <= 0) number++;
            for (; order >= 0 && place < end && KeyBytes.Comparer.Equals(_changes.Added[place].Key, added); place++) nodes++;
            if (nodes > 0) found.Add(new(term, nodes));
        }

        return found;
    }

    private bool HasAny(byte[] term)
    {
        if (_changes.EntitiesOf(term).Any()) return true;
        foreach (int node in _stored.NodesOf(term))
        {
            if (!_changes.IsOverridden(node)) return true;
        }

        return false;
    }

    private int CountLive(ReadOnlySpan<int> nodes)
    {
        if (_changes.OverriddenCount == 0) return nodes.Length;
        int live = 0;
        foreach (int node in nodes)
        {
            if (!_changes.IsOverridden(node)) live++;
        }

        return live;
    }

    private int[] Merge(ReadOnlySpan<int> stored, byte[] term)
    {
        List<int> nodes = [];
        foreach (int node in stored)
        {
            if (!_changes.IsOverridden(node)) nodes.Add(node);
        }

        int live = nodes.Count;
        foreach (long node in _changes.EntitiesOf(term)) nodes.Add((int)node);
        if (live > 0 && nodes.Count > live) nodes.Sort();
        return [.. nodes];
    }
}
