using FsCheck;
using FsCheck.Fluent;
using Papergraph.Core;

namespace Papergraph.Algorithms.Tests;

public class HIndexTests
{
    // Oracle: each number is tried.
    [Fact]
    public void Indices_are_the_greatest_numbers_that_fit() =>
        Prop.ForAll(Gen.Choose(-2, 30).Select(count => (long)count).ArrayOf().ToArbitrary(), citations =>
        {
            long[] falling = [.. citations.Select(count => Math.Max(0, count)).OrderDescending()];
            int[] tries = [.. Enumerable.Range(0, citations.Length + 1)];
            Assert.Equal(tries.Last(h => falling.Count(count => count >= h) >= h), HIndex.Of(citations));
            Assert.Equal(tries.Last(g => falling.Take(g).Sum() >= (long)g * g), HIndex.G(citations));
            Assert.Equal(falling.Count(count => count >= 10), HIndex.I(citations));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void Numbers_of_any_size_fit()
    {
        Assert.Equal(3, HIndex.Of([long.MaxValue, long.MaxValue, long.MaxValue]));
        Assert.Equal(3, HIndex.G([long.MaxValue, long.MaxValue, long.MaxValue]));
        Assert.Equal((0, 0, 0), (HIndex.Of([]), HIndex.G([]), HIndex.I([])));
    }

    [Fact]
    public void Sets_of_papers_have_the_index_of_their_citations()
    {
        // 0 is cited by 3, 4 and 5 (twice by 5, and by itself), 1 by 4 and 5, 2 by 5.
        DirectedCsr graph = DirectedCsr.FromEdges(6, [(3, 0), (4, 0), (5, 0), (5, 0), (0, 0), (4, 1), (5, 1), (5, 2)]);
        CsrRows sets = CsrRows.OfArrays([0, 3, 4, 4, 6], [0, 1, 2, 0, 3, 4]);
        Assert.Equal([2, 1, 0, 0], HIndex.OfSets(graph, sets).ToArray());
        Assert.Equal("PGA004", Assert.Throws<PapergraphException>(() => HIndex.OfSets(graph, CsrRows.OfArrays([0, 1], [6]))).Code);
    }
}
