using FsCheck;
using FsCheck.Fluent;
using Papergraph.Core;

namespace Papergraph.Algorithms.Tests;

public class NeighbourWeightsTests
{
    // The labels below a million that all fall into one place of each table of up to 2^10 places.
    private static readonly int[] Colliding =
        [.. Enumerable.Range(0, 1 << 20).Where(label => unchecked((uint)label * 0x9E3779B9) >> 22 == 0)];

    // Oracle: a dictionary.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Weights_are_added_by_label_in_the_order_of_first_edges(bool colliding) => Prop.ForAll((
        from n in Gen.Choose(2, 600)
        from values in Gen.Choose(0, 500).ArrayOf(n)
        from open in Gen.Choose(0, 2)
        select (n, values, open)).ToArbitrary(), c =>
    {
        int[] labels = colliding ? [.. c.values.Select(value => Colliding[value])] : c.values;
        CsrRows star = UndirectedCsr.FromEdges(c.n, [.. Enumerable.Range(1, c.n - 1).Select(leaf => (0, leaf))]).Rows;
        Dictionary<int, double> expected = [];
        List<int> order = [];
        foreach (int label in labels[1..])
        {
            if (expected.TryAdd(label, 0)) order.Add(label);
            expected[label]++;
        }

        NeighbourWeights sum = new();
        for (int time = 0; time < 2; time++)
        {
            sum.Open(expected.Count << c.open);
            sum.Add(new CsrView(star), [0], labels);
            Assert.Equal(order.Select(label => (label, expected[label])), Enumerable.Range(0, sum.Count).Select(i => sum[i]));
            sum.Clear();
            Assert.Equal(0, sum.Count);
        }
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(100));
}
