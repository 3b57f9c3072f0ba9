using FsCheck;
using FsCheck.Fluent;
using Papergraph.Core;

namespace Papergraph.Algorithms.Tests;

public class PartitionComparisonTests
{
    private static Arbitrary<(int[] First, int[] Second)> Labels(int most) => (
        from n in Gen.Choose(0, most)
        from groups in Gen.Choose(1, Math.Max(1, most))
        from first in Gen.Choose(0, groups - 1).ArrayOf(n)
        from second in Gen.Choose(0, groups - 1).ArrayOf(n)
        select (first, second)).ToArbitrary();

    // Oracle: every pair of nodes is looked at, every probability counted out.
    [Fact]
    public void Indices_are_what_counting_out_gives() =>
        Prop.ForAll(Labels(14), labels =>
        {
            (int[] a, int[] b) = labels;
            int n = a.Length;
            PartitionComparison found = Compare(a, b);
            double agree = 0, both = 0, inFirst = 0, inSecond = 0, pairs = n * (n - 1) / 2.0;
            for (int i = 0; i < n; i++)
                for (int j = 0; j < i; j++)
                {
                    bool first = a[i] == a[j], second = b[i] == b[j];
                    agree += first == second ? 1 : 0;
                    both += first && second ? 1 : 0;
                    inFirst += first ? 1 : 0;
                    inSecond += second ? 1 : 0;
                }

            double expected = inFirst * inSecond / pairs, most = (inFirst + inSecond) / 2;
            Assert.Equal(pairs == 0 ? 1 : agree / pairs, found.Rand, 1e-12);
            Assert.Equal(pairs == 0 || most == expected ? 1 : (both - expected) / (most - expected), found.AdjustedRand, 1e-12);
            (double ha, double hb, double mutual) =
                (Entropy(a), Entropy(b), Entropy(a) + Entropy(b) - Entropy([.. a.Zip(b, (x, y) => (x * 100) + y)]));
            Assert.Equal(ha, found.FirstEntropy, 1e-12);
            Assert.Equal(hb, found.SecondEntropy, 1e-12);
            Assert.Equal(mutual, found.MutualInformation, 1e-12);
            Assert.Equal(ha + hb - (2 * mutual), found.VariationOfInformation, 1e-12);
            bool single = ha == 0 && hb == 0;
            Assert.Equal(single ? 1 : 2 * mutual / (ha + hb), found.NormalizedMutualInformation, 1e-12);
            Assert.Equal(single ? 1 : mutual / Math.Max(ha, hb), found.NormalizedByGreater, 1e-12);
            if (ha > 0 && hb > 0)
            {
                Assert.Equal(mutual / Math.Min(ha, hb), found.NormalizedByLesser, 1e-12);
                Assert.Equal(mutual / Math.Sqrt(ha * hb), found.NormalizedByGeometricMean, 1e-12);
            }

            double pure = a.Zip(b).GroupBy(x => x.First).Sum(group => group.GroupBy(x => x.Second).Max(x => x.Count()));
            Assert.Equal(n == 0 ? 1 : pure / n, found.Purity, 1e-12);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    // Oracle: the mean over every permutation of the nodes.
    [Fact]
    public void Expected_information_is_the_mean_over_all_permutations() =>
        Prop.ForAll(Labels(6), labels =>
        {
            (int[] a, int[] b) = labels;
            double mean = Permutations(b).Average(p => Entropy(a) + Entropy(p) - Entropy([.. a.Zip(p, (x, y) => (x * 100) + y)]));
            PartitionComparison found = Compare(a, b);
            Assert.Equal(mean, found.ExpectedMutualInformation, 1e-12);
            double above = ((found.FirstEntropy + found.SecondEntropy) / 2) - mean;
            if (above > 1e-9) Assert.Equal((found.MutualInformation - mean) / above, found.AdjustedMutualInformation, 1e-9);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(100));

    // Recorded from igraph 0.10.2's compare_communities (variation of information in nats).
    [Fact]
    public void Indices_are_those_of_igraph()
    {
        PartitionComparison found = Compare(
            [.. Enumerable.Range(0, 60).Select(i => i * i % 7)], [.. Enumerable.Range(0, 60).Select(i => ((i * 3) + (i / 5)) % 6)]);
        Assert.Equal(3.0150739012721948, found.VariationOfInformation, 1e-12);
        Assert.Equal(0.036148989485992794, found.NormalizedMutualInformation, 1e-12);
        Assert.Equal(0.6553672316384179, found.Rand, 1e-12);
        Assert.Equal(-0.04358769152255379, found.AdjustedRand, 1e-12);
    }

    // Oracle of a greater size: by chance, information is on average what is expected.
    [Fact]
    public void Partitions_by_chance_have_no_adjusted_information()
    {
        Random random = new(5);
        const int Nodes = 20_000;
        int[] Random(int groups) => [.. Enumerable.Range(0, Nodes).Select(_ => (int)(groups * Math.Pow(random.NextDouble(), 2)))];
        PartitionComparison found = Compare(Random(200), Random(60));
        Assert.InRange(found.AdjustedMutualInformation, -2e-3, 2e-3);
        Assert.InRange(found.AdjustedRand, -2e-3, 2e-3);
        Assert.True(found.NormalizedMutualInformation > 0.02);
    }

    [Fact]
    public void A_partition_is_equal_to_itself_and_to_its_other_names()
    {
        foreach (int[] labels in (int[][])[[0, 0, 1, 1, 2], [0, 0, 0], [0, 1, 2], [0], []])
        {
            PartitionComparison found = Compare(labels, [.. labels.Select(label => 9 - label)]);
            Assert.All(
                [found.Rand, found.AdjustedRand, found.AdjustedMutualInformation, found.NormalizedMutualInformation, found.Purity],
                index => Assert.Equal(1, index, 1e-12));
            Assert.Equal(0, found.VariationOfInformation, 1e-12);
        }
    }

    [Fact]
    public void Partitions_of_other_nodes_are_refused() =>
        Assert.Equal("PGA063", Assert.Throws<PapergraphException>(() => Compare([0, 1], [0])).Code);

    private static PartitionComparison Compare(int[] first, int[] second) =>
        PartitionComparison.Of(Partition.OfLabels(first, 1000), Partition.OfLabels(second, 1000));

    private static double Entropy(int[] labels) =>
        labels.GroupBy(label => label)
            .Sum(group => -(double)group.Count() / labels.Length * Math.Log((double)group.Count() / labels.Length));

    private static IEnumerable<int[]> Permutations(int[] values) => values.Length == 0 ? [[]]
        : Enumerable.Range(0, values.Length)
            .SelectMany(i => Permutations([.. values[..i], .. values[(i + 1)..]]).Select(rest => (int[])[values[i], .. rest]));
}
