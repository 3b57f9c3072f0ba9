using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>The automaton whose states are the rates at which a concept occurs.</summary>
public sealed record BurstOptions
{
    /// <summary>How many times higher the rate of each state is than that of the one below. Above 1; default 2.</summary>
    public double Scaling { get; init; } = 2;

    /// <summary>Cost of going up one state, in units of ln(periods). At least 0; default 1.</summary>
    public double Gamma { get; init; } = 1;

    /// <summary>Most states, the base rate among them. From 2 to 64; default 2. States whose rate would not be below 1 do not
    /// exist.</summary>
    public int States { get; init; } = 2;

    internal void Validate()
    {
        if (!(Scaling > 1 && double.IsFinite(Scaling))) throw AlgorithmErrors.OutOfRange("scaling", Scaling, "a finite number above 1");
        if (!(Gamma >= 0 && double.IsFinite(Gamma))) throw AlgorithmErrors.OutOfRange("gamma", Gamma, "a finite number, at least 0");
        if (States is < 2 or > 64) throw AlgorithmErrors.OutOfRange("states", States, "from 2 to 64");
    }
}

/// <summary>Consecutive periods in which a concept occurs at a raised rate.</summary>
/// <param name="Level">The state that is reached or passed in all of them: 1 is the first above the base rate.</param>
/// <param name="First">The first period.</param>
/// <param name="Last">The last period, included.</param>
/// <param name="Weight">By how much state <paramref name="Level"/> explains the counts better than the one below, in nats.</param>
public readonly record struct BurstInterval(int Level, int First, int Last, double Weight);

/// <summary>What the automaton did.</summary>
/// <param name="States">The state of each period, 0 at the base rate.</param>
/// <param name="Intervals">The bursts by level, then by time: each lies within one of the level below.</param>
/// <param name="Cost">Cost of the states and of going up, without the binomial coefficients, which are the same for all states.</param>
public sealed record BurstResult(ReadOnlyMemory<int> States, ReadOnlyMemory<BurstInterval> Intervals, double Cost);

/// <summary>When a concept occurs in bursts.</summary>
public static class Burst
{
    /// <summary>Finds the bursts of a concept from how many documents of each period it occurs in.</summary>
    /// <remarks>
    /// <para>Definition: J. Kleinberg, “Bursty and Hierarchical Structure in Streams”, Data Mining and Knowledge Discovery 7, 2003 (KDD
    /// 2002), https://doi.org/10.1023/A:1024940629314, §4, the automaton for batches: with R of D documents in all, state i emits
    /// relevant documents at the rate p(i) = (R/D)·sⁱ; r of d documents in state i cost −ln p(i)^r·(1 − p(i))^(d−r), and going up from
    /// state i to j costs (j − i)·γ·ln n for n periods, going down nothing. It begins in state 0. The states of least cost are found
    /// by dynamic programming; of equal costs the lower states are taken.</para>
    /// <para>Counts need not be whole: fractional counting is welcome. A period without documents costs nothing in any state.</para>
    /// <para>Cost: O(periods · states²). No burst is found where fewer than two states exist.</para>
    /// </remarks>
    /// <param name="relevant">Documents with the concept, for each period in order of time; no period is left out.</param>
    /// <param name="all">All documents of each period.</param>
    /// <param name="options">The automaton.</param>
    /// <exception cref="PapergraphException">An option is outside its range (PGA001), the periods are not as many (PGA003), or counts are
    /// negative, not finite or more than all (PGA064).</exception>
    public static BurstResult Of(ReadOnlySpan<double> relevant, ReadOnlySpan<double> all, BurstOptions? options = null)
    {
        options ??= new();
        options.Validate();
        if (relevant.Length != all.Length) throw AlgorithmErrors.UnfitLength("The list of relevant documents", relevant.Length, all.Length);
        double totalRelevant = 0, total = 0;
        for (int period = 0; period < all.Length; period++)
        {
            if (!(relevant[period] >= 0 && relevant[period] <= all[period] && double.IsFinite(all[period])))
                throw AlgorithmErrors.UnfitCounts(period, relevant[period], all[period]);
            totalRelevant += relevant[period];
            total += all[period];
        }

        double[] rates = Rates(totalRelevant / total, options);
        (int[] states, double cost) = Cheapest(relevant, all, rates, options.Gamma * Math.Log(Math.Max(1, all.Length)));
        return new(states, Intervals(states, relevant, all, rates), cost);
    }

    private static double[] Rates(double baseRate, BurstOptions options)
    {
        if (!(baseRate > 0)) return [0];
        List<double> rates = [baseRate];
        while (rates.Count < options.States && rates[^1] * options.Scaling < 1) rates.Add(rates[^1] * options.Scaling);
        return [.. rates];
    }

    private static double Emission(double relevant, double all, double rate) =>
        rate is 0 or 1 ? 0 : -((relevant * Math.Log(rate)) + ((all - relevant) * Math.Log(1 - rate)));

    // Viterbi: what the cheapest way into each state costs, and from which state it comes.
    private static (int[] States, double Cost) Cheapest(
        ReadOnlySpan<double> relevant, ReadOnlySpan<double> all, double[] rates, double climb)
    {
        int count = rates.Length;
        double[] costs = new double[count], next = new double[count];
        Array.Fill(costs, double.PositiveInfinity);
        costs[0] = 0;
        byte[] cameFrom = new byte[checked(all.Length * count)];
        for (int period = 0; period < all.Length; period++)
        {
            for (int state = 0; state < count; state++)
            {
                double least = double.PositiveInfinity;
                for (int before = 0; before < count; before++)
                {
                    double cost = costs[before] + (Math.Max(0, state - before) * climb);
                    if (cost < least) (least, cameFrom[(period * count) + state]) = (cost, (byte)before);
                }

                next[state] = least + Emission(relevant[period], all[period], rates[state]);
            }

            (costs, next) = (next, costs);
        }

        int last = 0;
        for (int state = 1; state < count; state++)
            if (costs[state] < costs[last]) last = state;
        int[] states = new int[all.Length];
        double total = costs[last];
        for (int period = all.Length - 1; period >= 0; period--)
        {
            states[period] = last;
            last = cameFrom[(period * count) + last];
        }

        return (states, total);
    }

    private static BurstInterval[] Intervals(int[] states, ReadOnlySpan<double> relevant, ReadOnlySpan<double> all, double[] rates)
    {
        List<BurstInterval> intervals = [];
        for (int level = 1; level < rates.Length; level++)
        {
            for (int first = 0; first < states.Length; first++)
            {
                if (states[first] < level) continue;
                int last = first;
                double weight = 0;
                for (int period = first; period < states.Length && states[period] >= level; period++)
                {
                    weight += Emission(relevant[period], all[period], rates[level - 1]);
                    weight -= Emission(relevant[period], all[period], rates[level]);
                    last = period;
                }

                intervals.Add(new(level, first, last, weight));
                first = last;
            }
        }

        return [.. intervals];
    }
}
