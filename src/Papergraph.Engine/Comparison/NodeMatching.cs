using Papergraph.Rdf;

namespace Papergraph.Engine.Comparison;

/// <summary>Which nodes of two graphs are the same: those that <see cref="NodeNames"/> gives one term. All nodes of one term, before and
/// after, are a group; where ids are unique it has at most one of each.</summary>
/// <remarks>Joined by a hash of the term and compared by the term itself. Memory: some 40 bytes a node while matching, 16 afterwards.
/// </remarks>
internal sealed class NodeMatching
{
    private readonly int[] _groupBefore, _groupAfter;
    private readonly int[] _startBefore, _startAfter;
    private readonly int[] _nodesBefore, _nodesAfter;

    public NodeMatching(ComparedGraph before, ComparedGraph after, CancellationToken cancellation)
    {
        (ulong Hash, int Node)[] first = before.HashedNodes(cancellation), second = after.HashedNodes(cancellation);
        (_groupBefore, _groupAfter) = (new int[before.NodeBound], new int[after.NodeBound]);
        int i = 0, j = 0;
        while (i < first.Length || j < second.Length)
        {
            ulong hash = j == second.Length || (i < first.Length && first[i].Hash < second[j].Hash) ? first[i].Hash : second[j].Hash;
            (int iEnd, int jEnd) = (i, j);
            while (iEnd < first.Length && first[iEnd].Hash == hash) iEnd++;
            while (jEnd < second.Length && second[jEnd].Hash == hash) jEnd++;
            AddGroups(before, first.AsSpan(i..iEnd), after, second.AsSpan(j..jEnd));
            (i, j) = (iEnd, jEnd);
        }

        (_startBefore, _nodesBefore) = Members(first, _groupBefore);
        (_startAfter, _nodesAfter) = Members(second, _groupAfter);
    }

    /// <summary>Number of groups; they are numbered from 0.</summary>
    public int Count { get; private set; }

    public int GroupBefore(int node) => _groupBefore[node];

    public int GroupAfter(int node) => _groupAfter[node];

    /// <summary>The nodes of a group that were there before, ascending.</summary>
    public ReadOnlySpan<int> Before(int group) => _nodesBefore.AsSpan(_startBefore[group].._startBefore[group + 1]);

    /// <summary>The nodes of a group that are there after, ascending.</summary>
    public ReadOnlySpan<int> After(int group) => _nodesAfter.AsSpan(_startAfter[group].._startAfter[group + 1]);

    private void AddGroups(
        ComparedGraph before, ReadOnlySpan<(ulong Hash, int Node)> first, ComparedGraph after, ReadOnlySpan<(ulong Hash, int Node)> second)
    {
        if (first.Length <= 1 && second.Length <= 1)
        {
            bool same = first.Length == 0 || second.Length == 0
                || before.Term(first[0].Node).SequenceEqual(after.Term(second[0].Node));
            if (first.Length == 1) _groupBefore[first[0].Node] = Count;
            if (second.Length == 1) _groupAfter[second[0].Node] = same ? Count : Count + 1;
            Count += same ? 1 : 2;
            return;
        }

        Dictionary<string, int> groups = new(StringComparer.Ordinal);
        foreach ((_, int node) in first) _groupBefore[node] = GroupOf(before.Term(node));
        foreach ((_, int node) in second) _groupAfter[node] = GroupOf(after.Term(node));

        int GroupOf(ReadOnlySpan<byte> term)
        {
            // Latin-1 keeps every byte, which is all that equality needs.
            string text = System.Text.Encoding.Latin1.GetString(term);
            if (!groups.TryGetValue(text, out int group)) groups.Add(text, group = Count++);
            return group;
        }
    }

    private (int[] Starts, int[] Nodes) Members((ulong Hash, int Node)[] hashed, int[] groupOf)
    {
        int[] starts = new int[Count + 1];
        foreach ((_, int node) in hashed) starts[groupOf[node] + 1]++;
        for (int g = 0; g < Count; g++) starts[g + 1] += starts[g];
        int[] next = [.. starts], nodes = new int[hashed.Length];
        foreach ((_, int node) in hashed) nodes[next[groupOf[node]]++] = node;     // hashed is sorted by node within a hash
        return (starts, nodes);
    }
}
