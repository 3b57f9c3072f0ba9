using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>The links that one worker found for one block, kept until all blocks are done.</summary>
internal sealed class LinkList(int mostPerNode)
{
    private int[] _nodes = new int[1024];
    private double[] _weights = new double[1024];

    internal readonly record struct Copy(int[] Nodes, double[] Weights);

    public int Count { get; private set; }

    /// <summary>The best links of one node.</summary>
    public Best<int> Best { get; } = new(mostPerNode);

    public void Clear() => Count = 0;

    public void Add(int node, double weight)
    {
        if (Count == _nodes.Length)
        {
            int more = (int)Math.Min(Array.MaxLength, 2L * Count);
            Array.Resize(ref _nodes, more);
            Array.Resize(ref _weights, more);
        }

        (_nodes[Count], _weights[Count]) = (node, weight);
        Count++;
    }

    /// <summary>Adds what <see cref="Best"/> holds, by rising node.</summary>
    public void AddBest()
    {
        int first = Count;
        foreach ((double weight, int node) in Best.Kept) Add(node, weight);
        _nodes.AsSpan(first, Count - first).Sort(_weights.AsSpan(first, Count - first));
    }

    public Copy ToCopy() => new(_nodes[..Count], _weights[..Count]);

    /// <summary>The links of all blocks, one after another.</summary>
    /// <param name="blocks">What each block found; emptied on the way, so that the memory can go.</param>
    /// <param name="counts">Links of each node.</param>
    /// <param name="algorithm">Whose, for the error.</param>
    /// <param name="most">Most links allowed.</param>
    public static CsrRows Assemble(Copy[] blocks, int[] counts, string algorithm, long most)
    {
        long[] offsets = new long[counts.Length + 1L];
        for (int node = 0; node < counts.Length; node++) offsets[node + 1] = offsets[node] + counts[node];
        if (offsets[^1] > Array.MaxLength) throw AlgorithmErrors.TooManyLinks(algorithm, Math.Min(most, Array.MaxLength));
        int[] nodes = new int[offsets[^1]];
        double[] weights = new double[nodes.Length];
        int start = 0;
        for (int block = 0; block < blocks.Length; block++)
        {
            blocks[block].Nodes.CopyTo(nodes, start);
            blocks[block].Weights.CopyTo(weights, start);
            start += blocks[block].Nodes.Length;
            blocks[block] = default;
        }

        return CsrRows.OfArrays(offsets, nodes, weights: weights);
    }
}
