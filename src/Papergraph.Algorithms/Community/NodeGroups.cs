using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>The nodes of each group of a partition, one group after another.</summary>
internal sealed class NodeGroups
{
    private readonly int[] _starts, _nodes;

    /// <summary>Sorts nodes by label, those of one label ascending. O(nodes + labels).</summary>
    public NodeGroups(int[] labels, int count)
    {
        _starts = new int[count + 1];
        foreach (int label in labels) _starts[label + 1]++;
        for (int group = 0; group < count; group++) _starts[group + 1] += _starts[group];
        _nodes = new int[labels.Length];
        int[] next = _starts[..count];
        for (int node = 0; node < labels.Length; node++) _nodes[next[labels[node]]++] = node;
    }

    public int Count => _starts.Length - 1;

    /// <summary>All nodes, group after group.</summary>
    public ReadOnlySpan<int> Nodes => _nodes;

    public Span<int> this[int group] => _nodes.AsSpan(_starts[group].._starts[group + 1]);

    /// <summary>Groups cut into consecutive blocks whose rows have about as many entries.</summary>
    public List<(int First, int End)> Blocks(CommunityGraph graph, long size)
    {
        CsrView view = new(graph.Rows);
        List<(int, int)> blocks = [];
        long cost = 0;
        int first = 0;
        for (int group = 0; group < Count; group++)
        {
            foreach (int node in this[group]) cost += 1 + view.Degree(node);
            if (cost < size && group + 1 < Count) continue;
            blocks.Add((first, group + 1));
            (first, cost) = (group + 1, 0);
        }

        return blocks;
    }
}
