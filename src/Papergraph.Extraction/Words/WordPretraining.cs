using Papergraph.Core;
using Papergraph.Corpus;

namespace Papergraph.Extraction;

/// <summary>Learns <see cref="WordResources"/> from unlabelled papers.</summary>
/// <remarks><para>The texts are cut as the extractors cut them. Of the words that are frequent enough, vectors are learned twice, from
/// narrow and from wide neighbourhoods, and grouped by spherical k-means.</para>
/// <para>The same texts in the same order, options and seed give the same bytes, on any machine and any number of threads. Memory: at most
/// twelve bytes a token and 20 bytes a word and dimension; time: linear in tokens, epochs and dimensions.</para></remarks>
public static class WordPretraining
{
    /// <summary>Learns.</summary>
    /// <param name="texts">Titles and abstracts; read once.</param>
    /// <param name="options">How.</param>
    /// <param name="progress">Told how far the learning has come, from any thread, or null.</param>
    /// <param name="cancellation">Ends the run.</param>
    /// <returns>The resources, and what they were made from.</returns>
    /// <exception cref="PapergraphException">An option is outside its range, or the texts are too few or too many.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was signalled.</exception>
    public static WordPretrainingResult Train(
        IEnumerable<PaperText> texts,
        WordPretrainingOptions options,
        IProgress<ProgressUpdate>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentNullException.ThrowIfNull(options);
        options.Validated();
        WordCorpus corpus = WordCorpus.Read(texts, options.MinCount, cancellation);
        if (corpus.Words.Count < 2) throw ExtractionErrors.TooFewWords(corpus.Words.Count);
        ParallelOptions parallel = new() { MaxDegreeOfParallelism = options.Threads, CancellationToken = cancellation };
        FloatRows[] vectors = LearnVectors(corpus, options, parallel, progress);
        List<WordVectors> sets = [];
        for (int set = 0; set < vectors.Length; set++)
        {
            sets.Add(Cluster(vectors[set], set, options, parallel));
            progress?.Report(new ProgressUpdate("clustering", set + 1, vectors.Length, "sets"));
        }

        return new WordPretrainingResult(
            WordResourcesBuilder.Build(corpus, sets, options.MostVectors), corpus.Texts, corpus.TokensRead);
    }

    private static FloatRows[] LearnVectors(
        WordCorpus corpus, WordPretrainingOptions options, ParallelOptions parallel, IProgress<ProgressUpdate>? progress)
    {
        FloatRows[] learned = new FloatRows[WordPretrainingOptions.Windows.Length];
        NoiseWords noise = new(corpus.Frequencies);
        long done = 0, total = (long)corpus.Tokens.Length * options.Epochs * learned.Length;
        Parallel.For(0, learned.Length, parallel, set =>
        {
            int window = WordPretrainingOptions.Windows[set];
            learned[set] = SkipGram.Train(corpus, noise, window, options, Advanced, parallel.CancellationToken);
        });
        return learned;

        void Advanced(int tokens) =>
            progress?.Report(new ProgressUpdate("learning vectors", Interlocked.Add(ref done, tokens), total, "words"));
    }

    private static WordVectors Cluster(FloatRows vectors, int set, WordPretrainingOptions options, ParallelOptions parallel)
    {
        float[] lengths = Scaled(vectors);
        FloatRows units = vectors.Copy();
        for (int word = 0; word < units.Count; word++) units.Normalize(word);
        List<Clustering> clusterings = [];
        foreach (int size in WordPretrainingOptions.ClusterSizes)
        {
            Xoshiro256 random = new(options.Seed, ((ulong)size << 32) + (ulong)WordPretrainingOptions.Windows[set]);
            int clusters = Math.Min(size, vectors.Count);
            (int[] cluster, FloatRows centres) = SphericalKMeans.Run(units, clusters, ref random, parallel);
            Lengthen(centres, cluster, lengths);
            clusterings.Add(new Clustering(cluster, centres));
        }

        return new WordVectors(vectors, clusterings);
    }

    // Brings the mean square of the lengths to 1, so that vectors of any run are of one size, and gives the lengths.
    private static float[] Scaled(FloatRows vectors)
    {
        double squares = 0;
        for (int word = 0; word < vectors.Count; word++) squares += FloatRows.Dot(vectors[word], vectors[word]);
        float factor = squares > 0 ? (float)(1 / Math.Sqrt(squares / vectors.Count)) : 1;
        float[] lengths = new float[vectors.Count];
        for (int word = 0; word < vectors.Count; word++)
        {
            FloatRows.Scale(vectors[word], factor);
            lengths[word] = MathF.Sqrt(FloatRows.Dot(vectors[word], vectors[word]));
        }

        return lengths;
    }

    // Gives each centre, a unit vector, the mean length of its words.
    private static void Lengthen(FloatRows centres, int[] cluster, float[] lengths)
    {
        double[] sums = new double[centres.Count];
        int[] members = new int[centres.Count];
        for (int word = 0; word < cluster.Length; word++)
        {
            sums[cluster[word]] += lengths[word];
            members[cluster[word]]++;
        }

        for (int centre = 0; centre < centres.Count; centre++)
            FloatRows.Scale(centres[centre], members[centre] == 0 ? 0 : (float)(sums[centre] / members[centre]));
    }
}
