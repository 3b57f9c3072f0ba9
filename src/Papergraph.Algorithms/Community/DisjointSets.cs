namespace Papergraph.Algorithms;

/// <summary>Sets that are joined and never parted: a forest with path halving, which alone keeps a search at O(log n) on average
/// (R. E. Tarjan and J. van Leeuwen, J. ACM 31(2), 1984, https://doi.org/10.1145/62.2160).</summary>
internal sealed class DisjointSets
{
    private readonly int[] _parents;

    public DisjointSets(int count)
    {
        _parents = new int[count];
        for (int i = 0; i < count; i++) _parents[i] = i;
    }

    /// <summary>The member that stands for the set.</summary>
    public int Find(int member)
    {
        int[] parents = _parents;
        while (parents[member] != member)
        {
            parents[member] = parents[parents[member]];
            member = parents[member];
        }

        return member;
    }

    /// <summary>Joins two different sets, given by those that stand for them.</summary>
    /// <param name="kept">Stands for both from now on.</param>
    /// <param name="joined">No longer stands for any.</param>
    public void Join(int kept, int joined) => _parents[joined] = kept;
}
