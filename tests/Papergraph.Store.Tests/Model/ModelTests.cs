using FsCheck;
using FsCheck.Fluent;
using Papergraph.TestKit;

namespace Papergraph.Store.Tests.Model;

/// <summary>Random operations on a store and on plain dictionaries, compared after every commit, rollback, reopening and
/// compaction.</summary>
public sealed class ModelTests
{
    [Fact]
    public void A_store_is_what_the_operations_made_of_it()
    {
        Gen<GraphOperation[]> runs =
            (from kind in Gen.Choose(0, 1 << 20)
             from a in Gen.Choose(0, 999)
             from b in Gen.Choose(0, 999)
             from c in Gen.Choose(0, 999)
             select new GraphOperation(GraphOperation.KindAt(kind), a, b, c)).ArrayOf();
        Prop.ForAll(Arb.From(runs, Shorter), Holds).Check(Config.QuickThrowOnFailure.WithMaxTest(60).WithEndSize(200));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_long_life_changes_nothing_of_that(int seed)
    {
        Random random = new(seed);
        Holds([.. Enumerable.Range(0, 1500).Select(_ => GraphOperation.Random(random))]);
    }

    /// <summary>The run without some of its steps: first without a half, then without ever smaller pieces.</summary>
    private static IEnumerable<GraphOperation[]> Shorter(GraphOperation[] run)
    {
        for (int piece = run.Length / 2; piece > 0; piece /= 2)
        {
            for (int at = 0; at + piece <= run.Length; at += piece) yield return [.. run[..at], .. run[(at + piece)..]];
        }
    }

    private static void Holds(GraphOperation[] operations)
    {
        using TemporaryFolder folder = new();
        using ModelRun run = new(() => GraphStore.Open(folder.FullName, new() { Durability = Durability.OperatingSystem }));
        run.Do(operations);
        run.CheckAll();
    }
}
