using FsCheck;
using FsCheck.Fluent;

namespace Papergraph.Extraction.Tests;

public class LogisticTests
{
    private const int Classes = 3, Bits = 3;
    private static readonly LogisticOptions Options = new(Classes, Bits, Penalty: 0.5);

    // Oracle: the definition of the derivative.
    [Fact]
    public void The_gradient_is_the_slope_of_the_value()
    {
        ExampleSet examples = Examples();
        LogisticObjective objective = new(examples, [.. Enumerable.Range(0, examples.Count)], Options);
        float[] weights = new float[objective.Variables];
        for (int i = 0; i < weights.Length; i++) weights[i] = i % LinearModel.Lanes < Classes ? ((i * 37 % 19) - 9) / 10f : 0;
        float[] gradient = new float[objective.Variables], ignored = new float[objective.Variables];
        objective.Evaluate(weights, gradient);
        for (int i = 0; i < weights.Length; i++)
        {
            if (i % LinearModel.Lanes >= Classes) continue;
            const float Step = 1f / 256;
            float[] above = [.. weights], below = [.. weights];
            above[i] += Step;
            below[i] -= Step;
            double slope = (objective.Evaluate(above, ignored) - objective.Evaluate(below, ignored)) / (2 * Step);
            Assert.Equal(slope, gradient[i], 2e-3);
        }
    }

    // Oracle: with one feature that all have, and hardly any penalty, the likeliest probabilities are the shares of the classes.
    [Fact]
    public void Without_features_the_probabilities_are_the_shares_of_the_classes()
    {
        ExampleSet examples = new();
        for (int i = 0; i < 80; i++) examples.Add([5], i < 50 ? 0 : i < 70 ? 1 : 2, group: i);
        LinearModel model = LogisticTrainer.Train(examples, Options with { Penalty = 1e-3 }, temperature: 1, CancellationToken.None);
        double[] probabilities = Probabilities(model, [5]);
        Assert.Equal(50 / 80.0, probabilities[0], 0.01);
        Assert.Equal(20 / 80.0, probabilities[1], 0.01);
        Assert.Equal(10 / 80.0, probabilities[2], 0.01);
    }

    [Fact]
    public void Classes_that_a_feature_tells_apart_are_told_apart()
    {
        ExampleSet examples = new();
        for (int i = 0; i < 30; i++) examples.Add([i % 3, 7], i % 3, group: i);
        LinearModel model = LogisticTrainer.Train(examples, Options, temperature: 1, CancellationToken.None);
        for (int c = 0; c < Classes; c++) Assert.True(Probabilities(model, [c, 7])[c] > 0.7);
    }

    [Fact]
    public void Training_twice_gives_the_same_bytes()
    {
        byte[] Train() => LogisticTrainer.Train(Examples(), Options, temperature: 1, CancellationToken.None).Data.ToArray();
        Assert.Equal(Train(), Train());
    }

    // The example of the left-out fold is the only one with its label: who had seen it would know.
    [Fact]
    public void Held_out_scores_do_not_know_the_example()
    {
        ExampleSet examples = new();
        for (int i = 0; i < 10; i++) examples.Add([1], label: 0, group: 0);
        for (int i = 0; i < 10; i++) examples.Add([1], label: 1, group: 1);
        IReadOnlyList<float[]> scores = LogisticTrainer.HeldOutScores(examples, Options, folds: 2, CancellationToken.None);
        for (int i = 0; i < examples.Count; i++) Assert.True(scores[i][examples.Label(i)] < scores[i][1 - examples.Label(i)]);
    }

    // Three of four are right where the scores differ by ln 3: probabilities of 3/4. Twice the scores need twice the temperature.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(0.5)]
    public void The_temperature_undoes_the_scale_of_scores(double scale)
    {
        ExampleSet examples = new();
        List<float[]> scores = [];
        for (int i = 0; i < 40; i++)
        {
            examples.Add([], i % 4 == 0 ? 1 : 0, group: i);
            scores.Add([(float)(scale * Math.Log(3)), 0]);
        }

        Assert.Equal(scale, Temperature.Fit(examples, scores, classes: 2), 0.01);
    }

    // Oracle: every threshold tried.
    [Fact]
    public void No_other_threshold_has_a_higher_F1() =>
        Prop.ForAll(Gen.Choose(0, 20).Select(n => n / 20.0).Zip(Gen.Elements(true, false)).NonEmptyListOf().ToArbitrary(), found =>
        {
            (double Probability, bool IsRight)[] all = [.. found];
            int wanted = all.Count(f => f.IsRight) + 2;
            double F1(double threshold)
            {
                int kept = all.Count(f => f.Probability >= threshold), right = all.Count(f => f.IsRight && f.Probability >= threshold);
                return 2.0 * right / (kept + wanted);
            }

            double best = Enumerable.Range(0, 21).Max(n => F1(n / 20.0));
            return F1(BestThreshold.ByF1(all, wanted) - 1e-6) >= best - 1e-9;
        }).Check(Config.QuickThrowOnFailure);

    private static double[] Probabilities(LinearModel model, int[] rows)
    {
        float[] scores = new float[LinearModel.Lanes];
        double[] probabilities = new double[Classes];
        model.Score(rows, scores);
        Softmax.Normalize(scores.AsSpan(0, Classes), probabilities);
        return probabilities;
    }

    private static ExampleSet Examples()
    {
        ExampleSet examples = new();
        for (int i = 0; i < 24; i++) examples.Add([i % 8, i * 5 % 7, 3], i * 7 % Classes, group: i, weight: 1 + (i % 2));
        return examples;
    }
}
