using Papergraph.Core;

namespace Papergraph.Extraction.Tests;

public class CrfObjectiveTests
{
    private static readonly string[] Labels = ["Dataset", "Method"];

    // Oracle: the difference of the values on both sides of the point.
    [Fact]
    public void The_gradient_is_the_slope_in_every_direction()
    {
        CrfObjective objective = new(Corpus(), prior: 0.5, threads: 1);
        Xoshiro256 random = new(7);
        float[] point = new float[objective.Variables], gradient = new float[point.Length];
        for (int i = 0; i < point.Length; i++) point[i] = (float)(random.NextDouble() - 0.5);
        objective.Evaluate(point, gradient);
        float[] unused = new float[point.Length];
        for (int trial = 0; trial < 20; trial++)
        {
            // Of length 1, so that the third derivative counts for little.
            float[] direction = [.. point.Select(_ => (float)(random.NextDouble() - 0.5))];
            float norm = (float)Math.Sqrt(direction.Sum(d => (double)d * d));
            for (int i = 0; i < direction.Length; i++) direction[i] /= norm;
            const float Step = 0.05f;
            float[] ahead = [.. point.Zip(direction, (p, d) => p + (Step * d))];
            float[] behind = [.. point.Zip(direction, (p, d) => p - (Step * d))];
            double slope = (objective.Evaluate(ahead, unused) - objective.Evaluate(behind, unused)) / (2 * Step);
            double expected = gradient.Zip(direction, (g, d) => (double)g * d).Sum();
            double tolerance = 2e-3 * Math.Max(1, Math.Abs(expected));
            Assert.InRange(slope - expected, -tolerance, tolerance);
        }
    }

    [Fact]
    public void The_number_of_threads_changes_no_bit()
    {
        CrfCorpus corpus = Corpus();
        CrfObjective one = new(corpus, 1, threads: 1), eight = new(corpus, 1, threads: 8);
        float[] point = [.. Enumerable.Range(0, one.Variables).Select(i => (i % 7) / 10f)];
        float[] first = new float[point.Length], second = new float[point.Length];
        Assert.Equal(one.Evaluate(point, first), eight.Evaluate(point, second));
        Assert.Equal(first, second);
    }

    private static CrfCorpus Corpus() => CrfCorpus.Of(
        [.. ToyLanguage.Papers(40, seed: 1).Select(paper => new WeightedPaper(LabelledPaper.Of(paper, Labels), 1))],
        new TagSet(Labels.Length), null, 2);
}
