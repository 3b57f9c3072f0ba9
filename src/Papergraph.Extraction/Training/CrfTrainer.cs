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
        return CrfWeights.Of(tags, corpus.Attributes, point.AsSpan(0, rows), point[rows..]);
    }
}
