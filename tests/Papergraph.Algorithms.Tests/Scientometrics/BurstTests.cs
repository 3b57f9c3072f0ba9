using FsCheck;
using FsCheck.Fluent;
using Papergraph.Core;

namespace Papergraph.Algorithms.Tests;

public class BurstTests
{
    private static Arbitrary<(double[] Relevant, double[] All)> Counts() => (
        from n in Gen.Choose(0, 6)
        from all in Gen.Choose(0, 40).ArrayOf(n)
        from shares in Gen.Choose(0, 100).ArrayOf(n)
        select (all.Zip(shares, (d, share) => Math.Floor(d * share / 250.0)).ToArray(), all.Select(d => (double)d).ToArray()))
            .ToArbitrary();

    // Oracle: every sequence of states is tried.
    [Theory]
    [InlineData(2, 1.0)]
    [InlineData(3, 0.3)]
    public void The_states_are_the_cheapest_of_all_sequences(int count, double gamma) =>
        Prop.ForAll(Counts(), counts =>
        {
            (double[] relevant, double[] all) = counts;
            BurstResult result = Burst.Of(relevant, all, new() { States = count, Gamma = gamma, Scaling = 1.7 });
            double rate = relevant.Sum() / all.Sum();
            if (!(rate > 0))
            {
                Assert.All(result.States.ToArray(), state => Assert.Equal(0, state));
                return;
            }

            int possible = Enumerable.Range(1, count - 1).Count(state => rate * Math.Pow(1.7, state) < 1) + 1;
            double Cost(int[] states)
            {
                double cost = 0;
                for (int t = 0; t < states.Length; t++)
                {
                    double p = rate * Math.Pow(1.7, states[t]);
                    cost -= (relevant[t] * Math.Log(p)) + (all[t] == relevant[t] ? 0 : (all[t] - relevant[t]) * Math.Log(1 - p));
                    cost += Math.Max(0, states[t] - (t == 0 ? 0 : states[t - 1])) * gamma * Math.Log(states.Length);
                }

                return cost;
            }

            IEnumerable<int[]> Sequences(int length) => length == 0 ? [[]]
                : Sequences(length - 1).SelectMany(s => Enumerable.Range(0, possible).Select(state => (int[])[.. s, state]));
            Assert.Equal(Sequences(all.Length).Min(Cost), result.Cost, 1e-9);
            Assert.Equal(result.Cost, Cost(result.States.ToArray()), 1e-9);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(150));

    [Fact]
    public void A_concept_that_triples_for_three_years_bursts_in_those_years()
    {
        double[] all = [.. Enumerable.Repeat(1000.0, 12)], relevant = [10, 11, 9, 10, 30, 33, 28, 10, 9, 11, 10, 10];
        BurstResult result = Burst.Of(relevant, all);
        BurstInterval burst = Assert.Single(result.Intervals.ToArray());
        Assert.Equal((1, 4, 6), (burst.Level, burst.First, burst.Last));

        // The weight by hand: how much likelier the three years are at twice the base rate of 181/12000.
        double p = 181 / 12_000.0, hits = 91, misses = 3000 - 91;
        Assert.Equal((hits * Math.Log(2)) + (misses * Math.Log((1 - (2 * p)) / (1 - p))), burst.Weight, 1e-9);
        Assert.Empty(Burst.Of([10, 10, 10, 10], [1000, 1000, 1000, 1000]).Intervals.ToArray());
    }

    [Fact]
    public void Stronger_bursts_lie_within_weaker_ones()
    {
        double[] all = [.. Enumerable.Repeat(10_000.0, 10)], relevant = [20, 20, 90, 90, 400, 400, 90, 90, 20, 20];
        BurstInterval[] bursts = Burst.Of(relevant, all, new() { States = 3, Scaling = 2 }).Intervals.ToArray();
        BurstInterval outer = bursts.Single(burst => burst.Level == 1), inner = bursts.Single(burst => burst.Level == 2);
        Assert.True(outer.First <= inner.First && inner.Last <= outer.Last && inner is { First: 4, Last: 5 });
    }

    [Fact]
    public void Nothing_bursts_where_there_is_nothing_or_nothing_else()
    {
        Assert.True(Burst.Of([], []).States.IsEmpty);
        Assert.Equal([0, 0], Burst.Of([0, 0], [5, 0]).States.ToArray());
        Assert.Equal([0, 0], Burst.Of([5, 3], [5, 3]).States.ToArray());
    }

    [Fact]
    public void Counts_that_are_none_are_refused()
    {
        (string Code, Action Request)[] wrong =
        [
            ("PGA064", () => Burst.Of([2], [1])), ("PGA064", () => Burst.Of([-1], [1])), ("PGA064", () => Burst.Of([double.NaN], [1])),
            ("PGA064", () => Burst.Of([1], [double.PositiveInfinity])), ("PGA003", () => Burst.Of([1], [1, 2])),
            ("PGA001", () => Burst.Of([1], [1], new() { Scaling = 1 })), ("PGA001", () => Burst.Of([1], [1], new() { States = 1 })),
            ("PGA001", () => Burst.Of([1], [1], new() { Gamma = -1 })),
        ];
        Assert.All(wrong, w => Assert.Equal(w.Code, Assert.Throws<PapergraphException>(w.Request).Code));
    }
}
