using Papergraph.Store;

namespace Papergraph.Engine.Comparison;

/// <summary>Compares the nodes of each group: labels and properties.</summary>
internal sealed class NodeComparison(NodeMatching matching, ComparedGraph before, ComparedGraph after)
{
    private readonly Dictionary<(NodeTable, NodeTable), (bool SameLabels, PropertyComparison Properties)> _pairs = [];

    /// <summary>What changed in a group.</summary>
    public Pairing<int> Compare(int group)
    {
        ReadOnlySpan<int> was = matching.Before(group), now = matching.After(group);
        if (was.Length == 1 && now.Length == 1 && AreEqual(was[0], now[0])) return Same;
        return Pairing<int>.Of([.. was], [.. now], AreEqual, HashBefore, HashAfter);
    }

    /// <summary>The properties that changed; null stands for a node that is not there.</summary>
    public IReadOnlyList<PropertyChange> Changes(int? was, int? now)
    {
        NodeTable? first = was is { } b ? before.TableOf(b) : null, second = now is { } a ? after.TableOf(a) : null;
        PropertyComparison properties = first is not null && second is not null ? PairOf(first, second).Properties : new(first, second);
        return properties.Changes(
            first is null ? null : first.RowOf(was!.Value), second is null ? null : second.RowOf(now!.Value));
    }

    private static Pairing<int> Same { get; } = new([], [], []);

    private bool AreEqual(int was, int now)
    {
        NodeTable first = before.TableOf(was), second = after.TableOf(now);
        (bool sameLabels, PropertyComparison properties) = PairOf(first, second);
        return sameLabels && properties.AreEqual(first.RowOf(was), second.RowOf(now));
    }

    private ulong HashBefore(int node) => new PropertyComparison(before.TableOf(node), null).HashBefore(before.TableOf(node).RowOf(node));

    private ulong HashAfter(int node) => new PropertyComparison(null, after.TableOf(node)).HashAfter(after.TableOf(node).RowOf(node));

    private (bool SameLabels, PropertyComparison Properties) PairOf(NodeTable first, NodeTable second)
    {
        if (!_pairs.TryGetValue((first, second), out (bool, PropertyComparison) pair))
        {
            bool sameLabels = first.Labels.Count == second.Labels.Count && first.Labels.All(second.HasLabel);
            _pairs.Add((first, second), pair = (sameLabels, new(first, second)));
        }

        return pair;
    }
}
