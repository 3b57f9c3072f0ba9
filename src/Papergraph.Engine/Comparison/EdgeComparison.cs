using Papergraph.Store;

namespace Papergraph.Engine.Comparison;

/// <summary>An edge by its ends and its position in the table of its type.</summary>
internal readonly record struct EdgeAt(int Source, int Target, long Position);

/// <summary>The edges of one type between two groups of nodes, and what of them is not the same.</summary>
internal sealed record EdgeBundle(int TargetGroup, List<EdgeAt> Before, List<EdgeAt> After, Pairing<EdgeAt> Changes);

/// <summary>Compares the edges of one type, source by source.</summary>
internal sealed class EdgeComparison(string type, NodeMatching matching, ComparedGraph before, ComparedGraph after)
{
    private const int CheckEvery = 1 << 12;

    private readonly PropertyComparison _properties = new(before.Reader.Edges(type), after.Reader.Edges(type));
    private readonly List<int> _changedSources = [];

    public string Type => type;

    public EdgeTable? TableBefore { get; } = before.Reader.Edges(type);

    public EdgeTable? TableAfter { get; } = after.Reader.Edges(type);

    public ChangeCounts Counts { get; private set; } = new(0, 0, 0);

    /// <summary>The groups from which changed edges start.</summary>
    public IReadOnlyList<int> ChangedSources => _changedSources;

    /// <summary>Compares all edges and keeps where something changed.</summary>
    public void CompareAll(CancellationToken cancellation)
    {
        (long came, long went, long changed) = (0, 0, 0);
        for (int group = 0; group < matching.Count; group++)
        {
            if (group % CheckEvery == 0) cancellation.ThrowIfCancellationRequested();
            if (IsUnchanged(group)) continue;
            bool any = false;
            foreach (EdgeBundle bundle in Changes(group))
            {
                any = true;
                came += bundle.Changes.Came.Count;
                went += bundle.Changes.Went.Count;
                changed += bundle.Changes.Changed.Count;
            }

            if (any) _changedSources.Add(group);
        }

        Counts = new(came, went, changed);
    }

    /// <summary>The bundles of edges from a group that changed, in no order that means anything.</summary>
    public IEnumerable<EdgeBundle> Changes(int sourceGroup)
    {
        Dictionary<int, (List<EdgeAt> Before, List<EdgeAt> After)> byTarget = [];
        foreach (int source in matching.Before(sourceGroup))
            Collect(TableBefore, source, e => BundleOf(matching.GroupBefore(e.Target)).Before.Add(e));
        foreach (int source in matching.After(sourceGroup))
            Collect(TableAfter, source, e => BundleOf(matching.GroupAfter(e.Target)).After.Add(e));
        return byTarget
            .Select(b => new EdgeBundle(b.Key, b.Value.Before, b.Value.After, Compare(b.Value.Before, b.Value.After)))
            .Where(b => !b.Changes.IsEmpty);

        (List<EdgeAt> Before, List<EdgeAt> After) BundleOf(int target)
        {
            if (!byTarget.TryGetValue(target, out (List<EdgeAt>, List<EdgeAt>) bundle)) byTarget.Add(target, bundle = ([], []));
            return bundle;
        }
    }

    public IReadOnlyList<PropertyChange> PropertyChanges(EdgeAt? was, EdgeAt? now) => _properties.Changes(was?.Position, now?.Position);

    /// <summary>The usual case, without a copy: the same edges in the same order.</summary>
    private bool IsUnchanged(int group)
    {
        if (matching.Before(group) is not [int was] || matching.After(group) is not [int now])
            return DegreeOf(TableBefore, matching.Before(group)) == 0 && DegreeOf(TableAfter, matching.After(group)) == 0;
        ReadOnlySpan<int> first = TableBefore is null ? [] : TableBefore.Outgoing.Neighbours(was);
        ReadOnlySpan<int> second = TableAfter is null ? [] : TableAfter.Outgoing.Neighbours(now);
        if (first.Length != second.Length) return false;
        if (first.IsEmpty) return true;
        EdgePositions rows = TableBefore!.Outgoing.Positions(was), otherRows = TableAfter!.Outgoing.Positions(now);
        for (int i = 0; i < first.Length; i++)
        {
            bool sameEnd = matching.GroupBefore(first[i]) == matching.GroupAfter(second[i]);
            if (!sameEnd || !_properties.AreEqual(rows[i], otherRows[i])) return false;
        }

        return true;
    }

    private Pairing<EdgeAt> Compare(List<EdgeAt> was, List<EdgeAt> now) => Pairing<EdgeAt>.Of(
        was, now, (a, b) => _properties.AreEqual(a.Position, b.Position), e => _properties.HashBefore(e.Position),
        e => _properties.HashAfter(e.Position));

    private static void Collect(EdgeTable? table, int source, Action<EdgeAt> add)
    {
        if (table is null) return;
        ReadOnlySpan<int> targets = table.Outgoing.Neighbours(source);
        EdgePositions positions = table.Outgoing.Positions(source);
        for (int i = 0; i < targets.Length; i++) add(new(source, targets[i], positions[i]));
    }

    private static long DegreeOf(EdgeTable? table, ReadOnlySpan<int> nodes)
    {
        long degree = 0;
        foreach (int node in nodes) degree += table?.Outgoing.Degree(node) ?? 0;
        return degree;
    }
}
