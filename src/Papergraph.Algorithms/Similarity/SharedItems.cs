using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>How much an item that k nodes have counts for each two of them.</summary>
internal enum ItemCounting
{
    /// <summary>1.</summary>
    Full,

    /// <summary>1/(k − 1), and 1 where only one node has it.</summary>
    Fractional,

    /// <summary>1/ln k: Adamic and Adar.</summary>
    InverseLogarithm,

    /// <summary>1/k: resource allocation.</summary>
    Inverse,
}

/// <summary>Nodes and the items that they have, both ways: the sparse matrix A of which A·F·Aᵀ says what each two nodes share. F is the
/// diagonal of what each item counts.</summary>
internal sealed class SharedItems
{
    private SharedItems(int nodeCount, CsrRows items, CsrRows holders, double[]? factors, bool isCounting) =>
        (NodeCount, Items, Holders, Factors, IsCounting) = (nodeCount, items, holders, factors, isCounting);

    public int NodeCount { get; }

    /// <summary>The items of each node.</summary>
    public CsrRows Items { get; }

    /// <summary>The nodes that have each item.</summary>
    public CsrRows Holders { get; }

    /// <summary>What each item counts, 0 for those left out; null when all count 1.</summary>
    public double[]? Factors { get; }

    /// <summary>Whether every item counts 1 or nothing, so that what two nodes share is a whole number.</summary>
    public bool IsCounting { get; }

    /// <param name="algorithm">Whose weights these are, for the error.</param>
    /// <param name="nodeCount">Number of nodes; items are nodes too.</param>
    /// <param name="items">From each node to its items.</param>
    /// <param name="holders">The same, turned round.</param>
    /// <param name="counting">What an item counts.</param>
    /// <param name="mostHolders">Items that more nodes have are left out.</param>
    /// <exception cref="PapergraphException">A weight is negative, NaN or infinite.</exception>
    public static SharedItems Of(
        string algorithm, int nodeCount, CsrRows items, CsrRows holders, ItemCounting counting, int mostHolders = int.MaxValue)
    {
        EdgeWeightCheck.RequireNonNegative(algorithm, items);
        (items, holders) = SimpleRows.Of(nodeCount, items, holders);
        CsrView view = new(holders);
        double[]? factors = null;
        if (counting != ItemCounting.Full || mostHolders < int.MaxValue)
        {
            factors = new double[nodeCount];
            for (int item = 0; item < nodeCount; item++) factors[item] = Factor(counting, view.Degree(item), mostHolders);
        }

        return new(nodeCount, items, holders, factors, counting == ItemCounting.Full && !items.IsWeighted);
    }

    /// <summary>What each node shares with itself: Σ over its items of factor · weight².</summary>
    public double[] SelfOverlaps()
    {
        double[] sums = new double[NodeCount];
        CsrView view = new(Items);
        for (int node = 0; node < NodeCount; node++)
        {
            ReadOnlySpan<int> items = view.Neighbours(node);
            ReadOnlySpan<double> weights = view.Weights(node);
            for (int i = 0; i < items.Length; i++)
            {
                double weight = weights.IsEmpty ? 1 : weights[i];
                sums[node] += (Factors?[items[i]] ?? 1) * weight * weight;
            }
        }

        return sums;
    }

    /// <summary>What each node shares with all others together. O(edges): the pairs need not be known for that.</summary>
    public double[] OverlapsWithOthers()
    {
        double[] totals = new double[NodeCount], sums = new double[NodeCount];
        CsrView holders = new(Holders), view = new(Items);
        for (int item = 0; item < NodeCount; item++)
        {
            if (!Holders.IsWeighted) totals[item] = holders.Degree(item);
            else foreach (double weight in holders.Weights(item)) totals[item] += weight;
        }

        for (int node = 0; node < NodeCount; node++)
        {
            ReadOnlySpan<int> items = view.Neighbours(node);
            ReadOnlySpan<double> weights = view.Weights(node);
            for (int i = 0; i < items.Length; i++)
            {
                double weight = weights.IsEmpty ? 1 : weights[i];
                sums[node] += (Factors?[items[i]] ?? 1) * weight * (totals[items[i]] - weight);
            }
        }

        return sums;
    }

    private static double Factor(ItemCounting counting, long holders, int mostHolders) => holders > mostHolders ? 0 : counting switch
    {
        ItemCounting.Full => 1,
        ItemCounting.Fractional => 1.0 / Math.Max(1, holders - 1),
        ItemCounting.InverseLogarithm => holders < 2 ? 0 : 1 / Math.Log(holders),
        _ => holders == 0 ? 0 : 1.0 / holders,
    };
}
