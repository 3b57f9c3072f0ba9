namespace Papergraph.Extraction;

/// <summary>Fits the number that scores are divided by so that probabilities are as often right as they say (Guo et al. 2017,
/// https://arxiv.org/abs/1706.04599).</summary>
internal static class Temperature
{
    private const double Least = 0.25, Most = 8, GoldenRatio = 0.6180339887498949;
    private const int Steps = 40;

    /// <summary>The temperature that makes the labels most probable, between 0.25 and 8; found by golden-section search.</summary>
    /// <param name="examples">Those with weight count.</param>
    /// <param name="scores">Of every example, by a classifier that was not trained on it.</param>
    /// <param name="classes">How many classes there are.</param>
    public static double Fit(ExampleSet examples, IReadOnlyList<float[]> scores, int classes)
    {
        double low = Least, high = Most;
        for (int step = 0; step < Steps; step++)
        {
            double left = high - (GoldenRatio * (high - low)), right = low + (GoldenRatio * (high - low));
            if (Loss(examples, scores, classes, left) <= Loss(examples, scores, classes, right)) high = right;
            else low = left;
        }

        return (low + high) / 2;
    }

    /// <summary>The probabilities of all classes, example after example.</summary>
    public static double[] Probabilities(IReadOnlyList<float[]> scores, int classes, double temperature)
    {
        double[] probabilities = new double[scores.Count * classes];
        Span<float> scaled = stackalloc float[LinearModel.Lanes];
        for (int i = 0; i < scores.Count; i++)
        {
            for (int c = 0; c < classes; c++) scaled[c] = (float)(scores[i][c] / temperature);
            Softmax.Normalize(scaled[..classes], probabilities.AsSpan(i * classes, classes));
        }

        return probabilities;
    }

    private static double Loss(ExampleSet examples, IReadOnlyList<float[]> scores, int classes, double temperature)
    {
        Span<float> scaled = stackalloc float[LinearModel.Lanes];
        Span<double> probabilities = stackalloc double[LinearModel.Lanes];
        double loss = 0;
        for (int i = 0; i < examples.Count; i++)
        {
            for (int c = 0; c < classes; c++) scaled[c] = (float)(scores[i][c] / temperature);
            loss += examples.Weight(i) * (Softmax.Normalize(scaled[..classes], probabilities) - scaled[examples.Label(i)]);
        }

        return loss;
    }
}
