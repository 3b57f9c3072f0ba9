namespace Papergraph.Core;

/// <summary>A partition of 0…n−1 that grows coarser: union by size with path halving (Tarjan &amp; van Leeuwen, “Worst-case analysis
/// of set union algorithms”, J. ACM 31(2), 1984).</summary>
public sealed class DisjointSets
{
    private readonly int[] _parent;
    private readonly int[] _size;

    /// <summary>Starts with every element in a set of its own.</summary>
    public DisjointSets(int count)
    {
        _parent = [.. Enumerable.Range(0, count)];
        _size = new int[count];
        Array.Fill(_size, 1);
    }

    /// <summary>The element that stands for the set of an element; changes with unions.</summary>
    public int Root(int element)
    {
        while (_parent[element] != element) element = _parent[element] = _parent[_parent[element]];
        return element;
    }

    /// <summary>Makes the sets of two elements one.</summary>
    /// <returns>The new root, and the root that it replaced; the same where they were one set already.</returns>
    public (int Root, int Replaced) Unite(int a, int b)
    {
        (a, b) = (Root(a), Root(b));
        if (a == b) return (a, a);
        if (_size[a] < _size[b]) (a, b) = (b, a);
        _parent[b] = a;
        _size[a] += _size[b];
        return (a, b);
    }

    /// <summary>Makes two different sets one, whose root is the one that is named first, whatever their sizes. Path halving alone keeps a
    /// search at O(log n) on average.</summary>
    /// <param name="kept">The root of one set, and of both from now on.</param>
    /// <param name="joined">The root of the other.</param>
    public void UniteInto(int kept, int joined)
    {
        _parent[joined] = kept;
        _size[kept] += _size[joined];
    }

    /// <summary>The sets, numbered by their least element, each ascending; and the set of each element.</summary>
    public (int[] SetOf, List<List<int>> Sets) Partition()
    {
        int[] setOf = new int[_parent.Length], setOfRoot = new int[_parent.Length];
        Array.Fill(setOfRoot, -1);
        List<List<int>> sets = [];
        for (int element = 0; element < setOf.Length; element++)
        {
            ref int set = ref setOfRoot[Root(element)];
            if (set < 0)
            {
                set = sets.Count;
                sets.Add(new List<int>(1));
            }

            setOf[element] = set;
            sets[set].Add(element);
        }

        return (setOf, sets);
    }
}
