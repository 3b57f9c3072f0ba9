using Papergraph.Core;

namespace Papergraph.Extraction;

/// <summary>Trains the taggers of a <see cref="NeuralLabeller"/>: the same bits for the same papers, resources and options.</summary>
internal static class NeuralTrainer
{
    /// <summary>Trains.</summary>
    /// <param name="set">Papers and the labels to find; at least one sentence.</param>
    /// <param name="resources">What to build on.</param>
    /// <param name="options">How many taggers, of which size, how long.</param>
    /// <param name="progress">Is told of the steps of all taggers together.</param>
    /// <param name="cancellation">Observed at each step.</param>
    public static IReadOnlyList<TaggerNetwork> Train(
        NeuralTrainingSet set, NeuralResources resources, NeuralTrainingOptions options, IProgress<ProgressUpdate>? progress,
        CancellationToken cancellation)
    {
        SentenceEncoder encoder = new(resources.Language.Words.Vocabulary, resources.Words);
        ContextInputs contexts = new(resources.Language, resources.Words);
        TaggerCorpus[] corpora =
            [.. options.Others.Prepend(set).Select(of => TaggerCorpus.Of(of.Papers, of.Labels, encoder, contexts, cancellation))];
        TaggerNetwork[] taggers = new TaggerNetwork[options.Taggers];
        ParallelOptions parallel = new() { MaxDegreeOfParallelism = options.Threads, CancellationToken = cancellation };
        long done = 0;
        Parallel.For(0, taggers.Length, parallel, i =>
        {
            TaggerTrainingOptions own = options.Tagger with { Seed = options.Tagger.Seed + (ulong)i };
            taggers[i] = TaggerTrainer.Train(corpora, resources.ContextSize, own, Report, cancellation);
        });
        return taggers;

        void Report(int step, int steps, double loss) =>
            progress?.Report(new ProgressUpdate("training", Interlocked.Increment(ref done), (long)steps * taggers.Length, "steps"));
    }
}
