using FsCheck;
using FsCheck.Fluent;
using Papergraph.TestKit;

namespace Papergraph.Store.Tests.Model;

/// <summary>Random operations on a graph whose disk refuses, whose processes are killed and whose power is cut.</summary>
public sealed class FaultyLifeTests
{
    private const int LongestLife = 300;

    [Fact]
    public void After_every_crash_the_graph_is_what_was_committed()
    {
        int steps = CampaignSize.ModelSteps(otherwise: 15_000), done = 0, restarts = 0;
        Gen<(GraphOperation[] Operations, int Seed)> lives =
            from seed in Gen.Choose(0, int.MaxValue)
            from operations in (from kind in Gen.Choose(0, 1 << 20)
                                from a in Gen.Choose(0, 999)
                                from b in Gen.Choose(0, 999)
                                from c in Gen.Choose(0, 999)
                                select new GraphOperation(GraphOperation.FaultyKindAt(kind), a, b, c)).ArrayOf()
            select (operations, seed);
        int tests = Math.Max(1, steps / (LongestLife / 4));
        Prop.ForAll(Arb.From(lives, Shorter), life =>
        {
            using FaultyLife graph = new(life.Seed);
            foreach (GraphOperation operation in life.Operations) graph.Do(operation);
            graph.End();
            (done, restarts) = (done + life.Operations.Length, restarts + graph.Restarts);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(tests).WithEndSize(LongestLife));
        Assert.True(done > steps / 2, $"{done} steps");
        Assert.True(restarts > done / 200, $"{restarts} restarts in {done} steps");
    }

    /// <summary>The same life without a half of its steps, without a quarter, and so on to single steps.</summary>
    private static IEnumerable<(GraphOperation[] Operations, int Seed)> Shorter((GraphOperation[] Operations, int Seed) life)
    {
        for (int part = life.Operations.Length / 2; part > 0; part /= 2)
        {
            for (int from = life.Operations.Length - part; from >= 0; from -= part)
                yield return ([.. life.Operations[..from], .. life.Operations[(from + part)..]], life.Seed);
        }
    }
}
