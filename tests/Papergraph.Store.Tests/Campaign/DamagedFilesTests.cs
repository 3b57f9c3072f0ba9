using Papergraph.TestKit;

namespace Papergraph.Store.Tests.Campaign;

/// <summary>Random damage to any file of a graph: each is reported or harmless, none ends in a crash, a hang or a wrong answer.</summary>
[Trait("Category", "Slow")]
public class DamagedFilesTests
{
    private static readonly int Flips = CampaignSize.Flips(otherwise: 150);     // of each kind of graph

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Whatever_is_damaged_is_reported_or_harmless(bool closed)
    {
        DamagedGraph graph = new(closed);
        int reported = Enumerable.Range(0, Flips).Count(graph.DamageAndCheck);
        // Most bytes matter; what does not is the end of a log that was not closed, and damage that put the same bytes there.
        Assert.InRange(reported, Flips * 6 / 10, Flips);
    }
}
