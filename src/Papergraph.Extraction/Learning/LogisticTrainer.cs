namespace Papergraph.Extraction;

/// <summary>Learns multinomial logistic classifiers.</summary>
/// <remarks>Deterministic: examples and weights are visited in order on one thread.</remarks>
internal static class LogisticTrainer
{
    private const int MostSteps = 200;
    private const double Tolerance = 1e-3;

    /// <summary>The weights that minimise the penalised loss on the chosen examples.</summary>
    public static float[] Weights(ExampleSet examples, IReadOnlyList<int> chosen, LogisticOptions options, CancellationToken cancellation)
    {
        LogisticObjective objective = new(examples, chosen, options);
        float[] weights = new float[objective.Variables];
        LimitedMemoryBfgs.Minimize(objective, weights, MostSteps, Tolerance, progress: null, cancellation);
        return objective.Expanded(weights);
    }

    /// <summary>A classifier of all examples.</summary>
    /// <param name="examples">What to learn from.</param>
    /// <param name="options">How to train.</param>
    /// <param name="temperature">What scores are divided by (<see cref="Temperature"/>).</param>
    /// <param name="cancellation">Ends the training.</param>
    public static LinearModel Train(ExampleSet examples, LogisticOptions options, double temperature, CancellationToken cancellation) =>
        LinearModel.Of(
            Weights(examples, [.. Enumerable.Range(0, examples.Count)], options, cancellation), options.Classes, options.Bits, temperature);

    /// <summary>The scores of every example by a classifier that was trained without its fold.</summary>
    /// <param name="examples">Those of one group have one fold: the remainder of the group's number.</param>
    /// <param name="options">How to train.</param>
    /// <param name="folds">At least 2.</param>
    /// <param name="cancellation">Ends the training.</param>
    public static IReadOnlyList<float[]> HeldOutScores(
        ExampleSet examples, LogisticOptions options, int folds, CancellationToken cancellation)
    {
        float[][] scores = new float[examples.Count][];
        for (int fold = 0; fold < folds; fold++)
        {
            List<int> others = [], own = [];
            for (int i = 0; i < examples.Count; i++) (examples.Group(i) % folds == fold ? own : others).Add(i);
            float[] weights = Weights(examples, others, options, cancellation);
            foreach (int i in own) LogisticObjective.Scores(weights, examples.Rows(i), scores[i] = new float[LinearModel.Lanes]);
        }

        return scores;
    }
}
