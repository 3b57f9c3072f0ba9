using System.Runtime.CompilerServices;

namespace Papergraph.Algorithms;

/// <summary>The labels around several nodes, one row after another. Each worker has its own.</summary>
/// <remarks>Labels lie anywhere in memory. A loop that does nothing but fetch those of many nodes has many of them under way at once, where
/// one that evaluates each row would wait for it.</remarks>
internal sealed class NeighbourLabels
{
    // What comes together until it is evaluated: it stays in the nearest caches.
    private const int Enough = 1 << 11;

    private readonly int[] _nodes = new int[Enough], _ends = new int[Enough];
    private int[] _labels = new int[2 * Enough];
    private int _entries;

    /// <summary>Number of nodes.</summary>
    public int Count { get; private set; }

    /// <summary>Whether it is time to evaluate what is there.</summary>
    public bool IsFull => Count == Enough || _entries >= Enough;

    /// <summary>The node that was added at this place.</summary>
    public int Node(int at) => _nodes[at];

    /// <summary>The labels of its neighbours.</summary>
    public ReadOnlySpan<int> Around(int at)
    {
        int start = at == 0 ? 0 : _ends[at - 1];
        return _labels.AsSpan(start, _ends[at] - start);
    }

    /// <summary>Forgets all nodes.</summary>
    public void Clear() => (Count, _entries) = (0, 0);

    /// <summary>Adds a node. Those that are there must not be too many already, see <see cref="IsFull"/>.</summary>
    /// <param name="node">Which.</param>
    /// <param name="neighbours">Its row.</param>
    /// <param name="labels">The label of each node.</param>
    /// <param name="leavesLoopsOut">Whether the node is left out where it is among its neighbours.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(int node, ReadOnlySpan<int> neighbours, int[] labels, bool leavesLoopsOut)
    {
        if (_labels.Length - _entries < neighbours.Length) Array.Resize(ref _labels, checked(_entries + neighbours.Length) + Enough);
        Span<int> row = _labels.AsSpan(_entries, neighbours.Length);
        for (int i = 0; i < row.Length; i++) row[i] = labels[neighbours[i]];
        int count = leavesLoopsOut ? WithoutSelf(node, neighbours, row) : row.Length;
        _entries += count;
        (_nodes[Count], _ends[Count]) = (node, _entries);
        Count++;
    }

    private static int WithoutSelf(int node, ReadOnlySpan<int> neighbours, Span<int> row)
    {
        int kept = 0;
        for (int i = 0; i < row.Length; i++)
            if (neighbours[i] != node) row[kept++] = row[i];
        return kept;
    }
}
