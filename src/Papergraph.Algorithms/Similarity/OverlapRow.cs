using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>What one node shares with each other: a row of A·F·Aᵀ at a time, gathered in one number for each node. One for each
/// worker.</summary>
/// <remarks>F. G. Gustavson, “Two Fast Algorithms for Sparse Matrices: Multiplication and Permuted Transposition”, ACM TOMS 4(3), 1978,
/// https://doi.org/10.1145/355791.355796. What two nodes share is summed in the order of the items, so it is the same to the bit from
/// either of them.</remarks>
internal sealed class OverlapRow
{
    private readonly SharedItems _shared;
    private readonly int[] _counts;
    private readonly double[] _sums;
    private int[] _nodes = new int[64];
    private double[] _overlaps = new double[64];

    public OverlapRow(SharedItems shared)
    {
        _shared = shared;
        _counts = shared.IsCounting ? new int[shared.NodeCount] : [];
        _sums = shared.IsCounting ? [] : new double[shared.NodeCount];
    }

    /// <summary>Number of nodes found.</summary>
    public int Count { get; private set; }

    /// <summary>The nodes found, ascending when that was asked for.</summary>
    public ReadOnlySpan<int> Nodes => _nodes.AsSpan(0, Count);

    /// <summary>What is shared with each of them, above 0.</summary>
    public ReadOnlySpan<double> Overlaps => _overlaps.AsSpan(0, Count);

    /// <summary>Finds the other nodes that share something with a node.</summary>
    /// <param name="items">The view of the items, made by the caller once for many rows.</param>
    /// <param name="holders">The view of the holders.</param>
    /// <param name="node">The node.</param>
    /// <param name="above">Only nodes above this one; −1 for all.</param>
    /// <param name="least">Least overlap that counts.</param>
    /// <param name="ascending">Whether the nodes are to be sorted.</param>
    public void Collect(scoped in CsrView items, scoped in CsrView holders, int node, int above, double least, bool ascending)
    {
        if (_shared.IsCounting) Gather(_counts, CountItems(items, holders, node, above), node, least, ascending);
        else Gather(_sums, SumItems(items, holders, node, above), node, least, ascending);
    }

    private int CountItems(scoped in CsrView items, scoped in CsrView holders, int node, int above)
    {
        double[]? factors = _shared.Factors;
        int[] counts = _counts;
        int found = 0;
        foreach (int item in items.Neighbours(node))
        {
            if (factors is not null && factors[item] == 0) continue;
            ReadOnlySpan<int> others = holders.Neighbours(item);
            int[] nodes = Room(found + others.Length);
            for (int i = others.Length - 1; i >= 0; i--)
            {
                int other = others[i];
                if (other <= above) break;
                int before = counts[other];
                nodes[found] = other;
                found += before == 0 ? 1 : 0;
                counts[other] = before + 1;
            }
        }

        return found;
    }

    private int SumItems(scoped in CsrView items, scoped in CsrView holders, int node, int above)
    {
        double[]? factors = _shared.Factors;
        double[] sums = _sums;
        ReadOnlySpan<int> row = items.Neighbours(node);
        ReadOnlySpan<double> rowWeights = items.Weights(node);
        int found = 0;
        for (int at = 0; at < row.Length; at++)
        {
            double factor = factors is null ? 1 : factors[row[at]];
            if (factor == 0) continue;
            ReadOnlySpan<int> others = holders.Neighbours(row[at]);
            ReadOnlySpan<double> weights = holders.Weights(row[at]);
            int[] nodes = Room(found + others.Length);
            for (int i = others.Length - 1; i >= 0; i--)
            {
                int other = others[i];
                if (other <= above) break;
                double more = rowWeights.IsEmpty ? factor : factor * (rowWeights[at] * weights[i]);
                if (more == 0) continue;
                double before = sums[other];
                nodes[found] = other;
                found += before == 0 ? 1 : 0;
                sums[other] = before + more;
            }
        }

        return found;
    }

    private void Gather<T>(T[] sums, int found, int node, double least, bool ascending) where T : struct, System.Numerics.INumber<T>
    {
        Span<int> nodes = _nodes.AsSpan(0, found);
        int kept = 0;
        foreach (int other in nodes)
        {
            if (other != node && double.CreateTruncating(sums[other]) >= least) nodes[kept++] = other;
            else sums[other] = default;
        }

        nodes = nodes[..kept];
        if (ascending) nodes.Sort();
        if (_overlaps.Length < kept) _overlaps = new double[_nodes.Length];
        Span<double> overlaps = _overlaps.AsSpan(0, kept);
        for (int i = 0; i < nodes.Length; i++)
        {
            overlaps[i] = double.CreateTruncating(sums[nodes[i]]);
            sums[nodes[i]] = default;
        }

        Count = kept;
    }

    // One place more than there may be: the loops write the next node before they know whether it is new.
    private int[] Room(int count)
    {
        if (_nodes.Length <= count) Array.Resize(ref _nodes, (int)Math.Min(Array.MaxLength, Math.Max((long)count + 1, 2L * _nodes.Length)));
        return _nodes;
    }
}
