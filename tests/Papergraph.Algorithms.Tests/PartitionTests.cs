using FsCheck;
using FsCheck.Fluent;

namespace Papergraph.Algorithms.Tests;

public class PartitionTests
{
    [Fact]
    public void Groups_are_numbered_by_falling_size_and_then_by_their_least_node() =>
        Prop.ForAll(Gen.Choose(0, 9).ArrayOf().ToArbitrary(), labels =>
        {
            Partition partition = Partition.OfLabels(labels, bound: 10);
            int[][] expected = [.. labels.Select((label, node) => (label, node)).GroupBy(x => x.label, x => x.node).Select(g => g.ToArray())
                .OrderByDescending(g => g.Length).ThenBy(g => g[0])];
            Assert.Equal(expected.Select(g => g.Length), partition.Sizes.ToArray());
            for (int group = 0; group < expected.Length; group++)
                Assert.Equal(expected[group], Enumerable.Range(0, labels.Length).Where(node => partition[node] == group));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void A_label_out_of_range_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Partition.OfLabels([0, 2]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Partition.OfLabels([0, -1]));
    }
}
