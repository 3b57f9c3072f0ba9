using Papergraph.Core;

namespace Papergraph.Extraction;

/// <summary>Fits a conditional random field to labelled papers.</summary>
internal static class CrfTrainer
{
    private const double Tolerance = 5e-4;

    /// <summary>Maximises the penalised likelihood; the same papers always give the same weights.</summary>
    public static CrfWeights Train(
        IReadOnlyList<WeightedPaper> papers, TagSet tags, WordResources? words, CrfTrainingOptions options,
        IProgress<ProgressUpdate>? progress, CancellationToken cancellation)
    {
        CrfCorpus corpus = CrfCorpus.Of(papers, tags, words, options.LeastCount);
        CrfObjective objective = new(corpus, options.Prior, options.Threads);
        float[] point = new float[objective.Variables];
        LimitedMemoryBfgs.Minimize(objective, point, options.Iterations, Tolerance,
            done => progress?.Report(new ProgressUpdate("training", done, options.Iterations, "steps")), cancellation);
        int rows = corpus.Attributes.Length * tags.Stride;
        if (corpus.Attributes.Length > options.MostAttributes) ClearLeast(corpus, point.AsSpan(0, rows), options.MostAttributes);
        return CrfWeights.Of(tags, corpus.Attributes, point.AsSpan(0, rows), point[rows..]);
    }

    // What an attribute changes: its largest weight, times the square root of the number of its tokens.
    private static void ClearLeast(CrfCorpus corpus, Span<float> rows, int kept)
    {
        int stride = corpus.Tags.Stride;
        (float Change, int Attribute)[] order = new (float, int)[corpus.Attributes.Length];
        for (int attribute = 0; attribute < order.Length; attribute++)
        {
            float largest = 0;
            foreach (float weight in rows.Slice(attribute * stride, stride)) largest = Math.Max(largest, Math.Abs(weight));
            order[attribute] = (-largest * MathF.Sqrt(corpus.TokensOf(attribute)), attribute);
        }

        Array.Sort(order);
        foreach ((_, int attribute) in order.AsSpan(kept)) rows.Slice(attribute * stride, stride).Clear();
    }
}
