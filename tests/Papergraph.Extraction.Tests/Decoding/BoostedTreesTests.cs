using Papergraph.Core;

namespace Papergraph.Extraction.Tests;

public class BoostedTreesTests
{
    [Fact]
    public void A_tree_is_walked_by_its_thresholds()
    {
        // Is feature 1 above 0.5? Then feature 0 above 10 or 20.
        BoostedTrees trees = new(2, 0.5f, [1, 0, 0], [0.5f, 10, 20], [-1, -2, 3, 4]);
        Assert.Equal(Logistic(0.5 - 1), trees.Probability([10, 0.5f]), 12);
        Assert.Equal(Logistic(0.5 - 2), trees.Probability([11, 0]), 12);
        Assert.Equal(Logistic(0.5 + 3), trees.Probability([20, 1]), 12);
        Assert.Equal(Logistic(0.5 + 4), trees.Probability([21, 1]), 12);
    }

    // No single feature tells the answer, so a sum of questions about one feature each could not learn it.
    [Fact]
    public void The_exclusive_or_of_two_features_is_learned()
    {
        (float[] values, List<bool> answers) = Rows(2_000, seed: 1);
        BoostedTrees trees = BoostedTreesTrainer.Train(values, 3, answers, new BoostedTreesOptions { Trees = 30, Depth = 3 }, default);
        (float[] others, List<bool> truth) = Rows(500, seed: 2);
        int right = truth.Where((answer, i) => trees.Probability(others.AsSpan(3 * i, 3)) > 0.5 == answer).Count();
        Assert.True(right > 475, $"{right} of 500");
    }

    // Three answers of four are yes whatever the features: nothing better than that share can be said.
    [Fact]
    public void Probabilities_are_those_of_the_answers_where_features_say_nothing()
    {
        Xoshiro256 random = new(3);
        float[] values = [.. Enumerable.Range(0, 4_000).Select(_ => (float)random.NextDouble())];
        List<bool> answers = [.. values.Select((_, i) => i % 4 != 0)];
        BoostedTreesOptions options = new() { Trees = 10, LeastWeight = 100 };
        BoostedTrees trees = BoostedTreesTrainer.Train(values, 1, answers, options, default);
        Assert.InRange(trees.Probability([0.5f]), 0.70, 0.80);
    }

    [Fact]
    public void What_was_written_is_read_and_what_was_cut_is_not()
    {
        (float[] values, List<bool> answers) = Rows(300, seed: 4);
        BoostedTrees trees = BoostedTreesTrainer.Train(values, 3, answers, new BoostedTreesOptions { Trees = 5 }, default);
        byte[] bytes = trees.ToBytes();
        BoostedTrees? read = BoostedTrees.Read(bytes, 3);
        Assert.NotNull(read);
        for (int i = 0; i < 300; i++) Assert.Equal(trees.Probability(values.AsSpan(3 * i, 3)), read.Probability(values.AsSpan(3 * i, 3)));
        for (int length = 0; length < bytes.Length; length += 7) Assert.Null(BoostedTrees.Read(bytes.AsSpan(0, length), 3));
        Assert.Null(BoostedTrees.Read(bytes, 1));
    }

    [Theory]
    [InlineData(0.25f)]
    [InlineData(0.5f)]
    [InlineData(0.95f)]
    public void A_threshold_changes_no_probability_above_it_and_raises_none_below(float threshold)
    {
        (float[] values, List<bool> answers) = Rows(500, seed: 5);
        BoostedTrees trees = BoostedTreesTrainer.Train(values, 3, answers, new BoostedTreesOptions { Trees = 30, Depth = 3 }, default);
        int above = 0;
        for (int i = 0; i < 500; i++)
        {
            ReadOnlySpan<float> row = values.AsSpan(3 * i, 3);
            double whole = trees.Probability(row), found = trees.ProbabilityFrom(threshold, row);
            if (whole >= threshold)
            {
                Assert.Equal(whole, found);
                above++;
            }
            else
            {
                Assert.InRange(found, 0, whole);
            }
        }

        Assert.InRange(above, 1, 499);
    }

    private static (float[] Values, List<bool> Answers) Rows(int count, ulong seed)
    {
        Xoshiro256 random = new(seed);
        float[] values = [.. Enumerable.Range(0, 3 * count).Select(_ => (float)random.NextDouble())];
        return (values, [.. Enumerable.Range(0, count).Select(i => values[3 * i] > 0.4f ^ values[(3 * i) + 1] > 0.6f)]);
    }

    private static double Logistic(double x) => 1 / (1 + Math.Exp(-x));
}
