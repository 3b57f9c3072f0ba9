using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>How much two partitions of the same nodes agree.</summary>
/// <remarks>
/// <para>With n(i,j) nodes shared by group i of the first and j of the second, a(i) and b(j) the sizes of the groups, n the number of
/// nodes, logarithms natural: H = −Σ (a/n) ln(a/n), I = Σ (n(i,j)/n) ln(n·n(i,j)/(a(i)·b(j))).</para>
/// <para>All but <see cref="Purity"/> are the same when the partitions change places. Equal partitions score 1 in every index and have no
/// <see cref="VariationOfInformation"/>; fewer than two nodes count as equal.</para>
/// <para>igraph's <c>compare_communities</c> gives the same variation of information, normalised mutual information and Rand
/// indices.</para>
/// </remarks>
public sealed record PartitionComparison
{
    private PartitionComparison() { }

    /// <summary>H of the first partition, in nats.</summary>
    public double FirstEntropy { get; private init; }

    /// <summary>H of the second partition, in nats.</summary>
    public double SecondEntropy { get; private init; }

    /// <summary>I, in nats: from 0 to the lesser entropy.</summary>
    public double MutualInformation { get; private init; }

    /// <summary>I over the arithmetic mean of the entropies: 0 to 1; the default of scikit-learn, and the index used most on community
    /// detection (Danon et al. 2005). 1 where both have but one group, 0 where only one has.</summary>
    public double NormalizedMutualInformation => Normalized((FirstEntropy + SecondEntropy) / 2);

    /// <summary>I over the geometric mean of the entropies (Strehl and Ghosh 2002).</summary>
    public double NormalizedByGeometricMean => Normalized(Math.Sqrt(FirstEntropy * SecondEntropy));

    /// <summary>I over the greater entropy.</summary>
    public double NormalizedByGreater => Normalized(Math.Max(FirstEntropy, SecondEntropy));

    /// <summary>I over the lesser entropy: 1 when one partition refines the other.</summary>
    public double NormalizedByLesser => Normalized(Math.Min(FirstEntropy, SecondEntropy));

    /// <summary>The mean of I over all partitions with groups of these sizes, in nats.</summary>
    public double ExpectedMutualInformation { get; private init; }

    /// <summary>(I − E)/(mean of the entropies − E) with E the <see cref="ExpectedMutualInformation"/>: about 0 by chance, at most 1. N. X.
    /// Vinh, J. Epps and J. Bailey, “Information Theoretic Measures for Clusterings Comparison”, JMLR 11, 2010, §4; the mean is
    /// the arithmetic one, as in scikit-learn.</summary>
    public double AdjustedMutualInformation { get; private init; }

    /// <summary>H + H − 2·I, in nats: a distance. M. Meilă, “Comparing Clusterings”, J. Multivariate Analysis 98(5), 2007,
    /// https://doi.org/10.1016/j.jmva.2006.11.013.</summary>
    public double VariationOfInformation => Math.Max(0, FirstEntropy + SecondEntropy - (2 * MutualInformation));

    /// <summary>Share of the pairs of nodes that both partitions put together or both apart.</summary>
    public double Rand { get; private init; }

    /// <summary>Rand's index corrected for chance: 0 on average by chance, at most 1. L. Hubert and P. Arabie, “Comparing Partitions”,
    /// J. Classification 2, 1985, https://doi.org/10.1007/BF01908075.</summary>
    public double AdjustedRand { get; private init; }

    /// <summary>Share of the nodes that belong to the group of the second partition that is most frequent in their group of the
    /// first.</summary>
    public double Purity { get; private init; }

    /// <summary>Compares two partitions.</summary>
    /// <remarks>O(nodes) but for the <see cref="ExpectedMutualInformation"/>, which costs about the number of pairs of different sizes of
    /// groups times a few standard deviations of what such groups share by chance.</remarks>
    /// <param name="first">A partition; for <see cref="Purity"/> the one that is judged.</param>
    /// <param name="second">A partition of the same nodes; for <see cref="Purity"/> the truth.</param>
    /// <exception cref="PapergraphException">They have not as many nodes (PGA063).</exception>
    public static PartitionComparison Of(Partition first, Partition second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        ContingencyTable table = ContingencyTable.Of(first, second);
        double expected = ExpectedInformation.Of(first, second), mutual = Information(table);
        double firstEntropy = Entropy(first), secondEntropy = Entropy(second), mean = (firstEntropy + secondEntropy) / 2;
        (double rand, double adjusted) = RandIndices(table);

        // Groups of one node, or one group, are all there can be with their sizes: then nothing is left to chance, and only equals are
        // compared.
        double aboveChance = mean - expected;
        return new()
        {
            FirstEntropy = firstEntropy,
            SecondEntropy = secondEntropy,
            MutualInformation = mutual,
            ExpectedMutualInformation = expected,
            AdjustedMutualInformation = IsTrivial(first) && IsTrivial(second) && first.Count == second.Count ? 1
                : Math.Abs(aboveChance) < 1e-15 ? 0 : (mutual - expected) / aboveChance,
            Rand = rand,
            AdjustedRand = adjusted,
            Purity = PurityOf(table),
        };
    }

    private static bool IsTrivial(Partition partition) => partition.Count <= 1 || partition.Count == partition.NodeCount;

    private double Normalized(double by) =>
        FirstEntropy == 0 && SecondEntropy == 0 ? 1 : by == 0 ? 0 : Math.Min(1, MutualInformation / by);

    private static double Entropy(Partition partition)
    {
        double sum = 0, n = partition.NodeCount;
        foreach (int size in partition.Sizes.Span) sum -= size / n * Math.Log(size / n);
        return Math.Max(0, sum);
    }

    private static double Information(ContingencyTable table)
    {
        double sum = 0, n = table.First.NodeCount;
        for (int group = 0; group < table.First.Count; group++)
        {
            double size = table.First.Sizes.Span[group];
            for (int i = table.Starts[group]; i < table.Starts[group + 1]; i++)
                sum += table.Counts[i] / n * Math.Log(n * table.Counts[i] / (size * table.Second.Sizes.Span[table.Groups[i]]));
        }

        return Math.Max(0, sum);
    }

    private static (double Rand, double Adjusted) RandIndices(ContingencyTable table)
    {
        double both = 0, first = 0, second = 0, pairs = Pairs(table.First.NodeCount);
        foreach (int count in table.Counts) both += Pairs(count);
        foreach (int size in table.First.Sizes.Span) first += Pairs(size);
        foreach (int size in table.Second.Sizes.Span) second += Pairs(size);
        if (pairs == 0) return (1, 1);
        double expected = first * second / pairs, most = (first + second) / 2;
        return ((pairs + (2 * both) - first - second) / pairs, most == expected ? 1 : (both - expected) / (most - expected));
    }

    private static double Pairs(double count) => count * (count - 1) / 2;

    private static double PurityOf(ContingencyTable table)
    {
        long sum = 0;
        for (int group = 0; group < table.First.Count; group++)
        {
            int most = 0;
            for (int i = table.Starts[group]; i < table.Starts[group + 1]; i++) most = Math.Max(most, table.Counts[i]);
            sum += most;
        }

        return table.First.NodeCount == 0 ? 1 : (double)sum / table.First.NodeCount;
    }
}
