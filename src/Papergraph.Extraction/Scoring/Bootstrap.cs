using Papergraph.Core;

namespace Papergraph.Extraction;

/// <summary>Percentile bootstrap over papers (Efron and Tibshirani, An Introduction to the Bootstrap, 1993, chapter 13): papers are drawn
/// with replacement, as many as there are, and scored anew, many times.</summary>
internal static class Bootstrap
{
    /// <summary>The interval that holds the middle 95 % of the F1 scores.</summary>
    /// <param name="papers">The counts of each paper.</param>
    /// <param name="resamples">How often papers are drawn, at least 1.</param>
    /// <param name="seed">Where the random numbers begin.</param>
    public static ScoreInterval F1(IReadOnlyList<Agreement> papers, int resamples, ulong seed)
    {
        if (papers.Count == 0) return default;
        Xoshiro256 random = new(seed);
        double[] scores = new double[resamples];
        for (int i = 0; i < resamples; i++)
        {
            Agreement sum = default;
            for (int draw = 0; draw < papers.Count; draw++) sum += papers[random.Next(papers.Count)];
            scores[i] = sum.F1;
        }

        Array.Sort(scores);
        return new ScoreInterval(scores[(int)(0.025 * (resamples - 1))], scores[(int)Math.Ceiling(0.975 * (resamples - 1))]);
    }
}
