namespace Papergraph.Extraction;

/// <summary>Scores to probabilities.</summary>
internal static class Softmax
{
    /// <summary>Writes the probability of every score.</summary>
    /// <returns>The logarithm of the sum of the exponentials of the scores.</returns>
    public static double Normalize(ReadOnlySpan<float> scores, Span<double> probabilities)
    {
        float largest = scores[0];
        foreach (float score in scores) largest = Math.Max(largest, score);
        double sum = 0;
        for (int i = 0; i < scores.Length; i++) sum += probabilities[i] = StableMath.Exp(scores[i] - largest);
        for (int i = 0; i < scores.Length; i++) probabilities[i] /= sum;
        return largest + StableMath.Log(sum);
    }
}
