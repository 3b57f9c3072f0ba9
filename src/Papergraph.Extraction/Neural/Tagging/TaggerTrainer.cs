using Papergraph.Core;

namespace Papergraph.Extraction;

/// <summary>Trains a tagger on one corpus, and on others with labels of their own that share all but the last layer: the same bits for
/// the same
/// corpora and options.</summary>
internal static class TaggerTrainer
{
    private const double LongestGradient = 5;
    private const int WarmUpSteps = 200, PoolBatches = 16;

    /// <summary>Trains.</summary>
    /// <param name="corpora">A head for each.</param>
    /// <param name="contextSize">Numbers of a token in the contexts of the corpora.</param>
    /// <param name="options">Sizes and pace.</param>
    /// <param name="report">Is told of each step: how many are done, how many there are, and the loss of this one.</param>
    /// <param name="cancellation">Observed at each step.</param>
    public static TaggerNetwork Train(
        IReadOnlyList<TaggerCorpus> corpora, int contextSize, TaggerTrainingOptions options,
        Action<int, int, double>? report, CancellationToken cancellation)
    {
        Xoshiro256 random = new(options.Seed);
        TaggerNetwork network = new(options.Shape, contextSize, [.. corpora.Select(corpus => corpus.Labels)]);
        network.Initialize(ref random);
        TaggerRun run = new(network);
        Adam body = new(network.Body);
        Adam[] heads = [.. network.Heads.Select(head => new Adam(head.Parameters))];
        List<(int Corpus, int[] Sentences)> batches = Plan(corpora, options, ref random);
        for (int step = 0; step < batches.Count; step++)
        {
            cancellation.ThrowIfCancellationRequested();
            (int head, int[] sentences) = batches[step];
            TaggerCorpus corpus = corpora[head];
            network.Pack(forTraining: true);
            Matrix[] contexts = [.. sentences.Select(i => corpus.Contexts[i])];
            double loss = run.Learn(
                [.. sentences.Select(i => corpus.Sentences[i])], contexts, [.. sentences.Select(i => corpus.Tags[i])], head, ref random);
            double rate = options.Rate * Math.Min((step + 1.0) / WarmUpSteps, 1 - ((double)step / batches.Count));
            body.Clip(LongestGradient);
            heads[head].Clip(LongestGradient);
            body.Step(rate, options.Decay);
            heads[head].Step(rate, options.Decay);
            report?.Invoke(step + 1, batches.Count, loss);
        }

        foreach (Parameter parameter in network.Body.Concat(network.Heads.SelectMany(head => head.Parameters)))
            WeightWriter.Round(parameter);
        network.Pack(forTraining: false);
        return network;
    }

    // The batches of all epochs of all corpora, spread evenly.
    private static List<(int Corpus, int[] Sentences)> Plan(
        IReadOnlyList<TaggerCorpus> corpora, TaggerTrainingOptions options, ref Xoshiro256 random)
    {
        List<(double Place, int Corpus, int[] Sentences)> plan = [];
        for (int corpus = 0; corpus < corpora.Count; corpus++)
        {
            List<int[]> batches = [];
            int epochs = corpus == 0 ? options.Epochs : options.OtherEpochs;
            for (int epoch = 0; epoch < epochs; epoch++) AddEpoch(corpora[corpus], options.Batch, batches, ref random);
            for (int i = 0; i < batches.Count; i++) plan.Add(((i + 0.5) / batches.Count, corpus, batches[i]));
        }

        return [.. plan.OrderBy(batch => batch.Place).ThenBy(batch => batch.Corpus).Select(batch => (batch.Corpus, batch.Sentences))];
    }

    // Random order, but in each pool of sentences those of like length stand together.
    private static void AddEpoch(TaggerCorpus corpus, int size, List<int[]> batches, ref Xoshiro256 random)
    {
        int[] order = [.. Enumerable.Range(0, corpus.Sentences.Length)];
        random.Shuffle(order);
        int first = batches.Count;
        foreach (int[] pool in order.Chunk(size * PoolBatches))
            batches.AddRange(pool.OrderBy(i => corpus.Sentences[i].Length).ThenBy(i => i).Chunk(size));
        int[] shuffled = [.. Enumerable.Range(first, batches.Count - first)];
        random.Shuffle(shuffled);
        int[][] copies = [.. shuffled.Select(i => batches[i])];
        for (int i = 0; i < copies.Length; i++) batches[first + i] = copies[i];
    }
}
