using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>A graph whose nodes are numbered anew by falling number of incoming edges: what searches touch most lies close together in
/// memory.</summary>
/// <remarks>Rows keep the order of their entries, and so do not ascend.</remarks>
internal sealed class PopularFirst
{
    /// <exception cref="OverflowException">There are more edges than an array can hold.</exception>
    public PopularFirst(int nodeCount, CsrRows along, CsrRows against)
    {
        CsrView incoming = new(against);
        long[] keys = new long[nodeCount];
        for (int node = 0; node < nodeCount; node++)
        {
            long rarity = int.MaxValue - Math.Min(incoming.Degree(node), int.MaxValue);
            keys[node] = (rarity << 32) | (uint)node;
        }

        Array.Sort(keys);
        Nodes = Array.ConvertAll(keys, key => (int)key);
        int[] numbers = new int[nodeCount];
        for (int i = 0; i < nodeCount; i++) numbers[Nodes[i]] = i;
        Along = Renumbered(along, numbers);
        Against = ReferenceEquals(along, against) ? Along : Renumbered(against, numbers);
    }

    /// <summary>The old number of each node.</summary>
    public int[] Nodes { get; }

    public CsrRows Along { get; }

    public CsrRows Against { get; }

    /// <summary>Values by new number put where the old numbers are.</summary>
    public double[] ByNode(double[] values)
    {
        double[] old = new double[values.Length];
        for (int i = 0; i < values.Length; i++) old[Nodes[i]] = values[i];
        return old;
    }

    /// <summary>Values by entry of <see cref="Along"/> put where the entries of the old rows are.</summary>
    public double[] ByEntry(double[] values, CsrRows oldRows)
    {
        double[] old = new double[values.Length];
        for (int i = 0; i < Nodes.Length; i++)
        {
            int count = (int)oldRows.Degree(Nodes[i]);
            if (count > 0) Array.Copy(values, Along.Offsets[i], old, oldRows.Offsets[Nodes[i] - oldRows.FirstNode], count);
        }

        return old;
    }

    private CsrRows Renumbered(CsrRows rows, int[] numbers)
    {
        long[] offsets = new long[Nodes.Length + 1];
        int[] neighbours = new int[checked((int)rows.EdgeCount)];
        double[]? weights = rows.IsWeighted ? new double[neighbours.Length] : null;
        for (int i = 0; i < Nodes.Length; i++)
        {
            ReadOnlySpan<int> row = rows.Neighbours(Nodes[i]);
            offsets[i + 1] = offsets[i] + row.Length;
            for (int k = 0; k < row.Length; k++) neighbours[offsets[i] + k] = numbers[row[k]];
            if (weights is not null) rows.WeightsOf(Nodes[i]).CopyTo(weights.AsSpan((int)offsets[i]));
        }

        return CsrRows.OfArrays(offsets, neighbours, weights: weights);
    }
}
