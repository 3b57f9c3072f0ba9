using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Papergraph.Core;

namespace Papergraph.Extraction;

/// <summary>Learns a vector for each word of a vocabulary, such that words with the same neighbours have similar vectors.</summary>
/// <remarks><para>The skip-gram model with negative sampling and subsampling of frequent words: T. Mikolov, I. Sutskever, K. Chen,
/// G. Corrado and J. Dean, “Distributed Representations of Words and Phrases and their Compositionality”, NIPS 2013,
/// https://arxiv.org/abs/1310.4546.
/// The window is of random width up to its limit, as in their program; the learning rate falls linearly to a ten-thousandth.</para>
/// <para>All neighbours of a word are told apart from the same noise words, drawn once for each place in the text, so that a step works on
/// few rows: S. Ji, N. Satish, S. Li and P. Dubey, “Parallelizing Word2Vec in Shared and Distributed Memory”, IEEE TPDS 30(9), 2019,
/// https://arxiv.org/abs/1604.04661.</para>
/// <para>One thread, own random numbers: the same text and seed give the same bits.</para></remarks>
internal sealed class SkipGram
{
    private const int ReportStep = 1 << 18;

    private readonly WordCorpus _corpus;
    private readonly WordPretrainingOptions _options;
    private readonly int _window;
    private readonly FloatRows _inputs, _outputs;
    private readonly Vector256<float>[] _gradient;
    private readonly NoiseWords _noise;
    private readonly double[] _kept;
    private readonly int[] _targets;
    private Xoshiro256 _random;
    private float _rate;

    private SkipGram(WordCorpus corpus, NoiseWords noise, int window, WordPretrainingOptions options)
    {
        (_corpus, _noise, _window, _options) = (corpus, noise, window, options);
        _inputs = new FloatRows(corpus.Words.Count, options.Dimensions);
        _outputs = new FloatRows(corpus.Words.Count, options.Dimensions);
        _gradient = new Vector256<float>[_inputs[0].Length];
        _kept = ShareKept(corpus.Frequencies, options.FrequentShare);
        _targets = new int[1 + WordPretrainingOptions.NoiseWords];
        _random = new Xoshiro256(options.Seed, (ulong)window);
        for (int word = 0; word < _inputs.Count; word++)
        {
            foreach (ref float value in _inputs.Values(word)) value = (float)((_random.NextDouble() - 0.5) / options.Dimensions);
        }
    }

    /// <summary>Learns the vectors.</summary>
    /// <param name="corpus">The text.</param>
    /// <param name="noise">Noise for its vocabulary.</param>
    /// <param name="window">Most words to either side that count as neighbours.</param>
    /// <param name="options">Dimensions, epochs and seed.</param>
    /// <param name="advanced">Told how many tokens were done since the last call, about each quarter of a million.</param>
    /// <param name="cancellation">Observed as often.</param>
    /// <returns>A row for each word of the vocabulary.</returns>
    public static FloatRows Train(
        WordCorpus corpus,
        NoiseWords noise,
        int window,
        WordPretrainingOptions options,
        Action<int> advanced,
        CancellationToken cancellation)
    {
        SkipGram training = new(corpus, noise, window, options);
        training.Run(advanced, cancellation);
        return training._inputs;
    }

    private void Run(Action<int> advanced, CancellationToken cancellation)
    {
        int[] tokens = _corpus.Tokens;
        double all = (double)tokens.Length * _options.Epochs;
        List<int> sentence = [];
        for (int epoch = 0; epoch < _options.Epochs; epoch++)
        {
            int told = 0;
            for (int at = 0; at < tokens.Length; at++)
            {
                if (tokens[at] != WordCorpus.SentenceEnd)
                {
                    if (_random.NextDouble() < _kept[tokens[at]]) sentence.Add(tokens[at]);
                    continue;
                }

                double done = (((double)tokens.Length * epoch) + at) / all;
                _rate = (float)(WordPretrainingOptions.LearningRate * Math.Max(1 - done, 1e-4));
                Learn(CollectionsMarshal.AsSpan(sentence));
                sentence.Clear();
                if (at - told < ReportStep) continue;
                cancellation.ThrowIfCancellationRequested();
                advanced(at - told);
                told = at;
            }

            advanced(tokens.Length - told);
        }
    }

    private void Learn(ReadOnlySpan<int> sentence)
    {
        for (int at = 0; at < sentence.Length; at++)
        {
            int width = 1 + _random.Next(_window);
            DrawTargets(sentence[at]);
            int end = Math.Min(sentence.Length, at + width + 1);
            for (int neighbour = Math.Max(0, at - width); neighbour < end; neighbour++)
            {
                if (neighbour != at) Learn(_inputs[sentence[neighbour]]);
            }
        }
    }

    // The word itself comes first; noise that happens to be the word teaches nothing and is marked.
    private void DrawTargets(int word)
    {
        _targets[0] = word;
        for (int i = 1; i < _targets.Length; i++)
        {
            int drawn = _noise.Draw(ref _random);
            _targets[i] = drawn == word ? -1 : drawn;
        }
    }

    private void Learn(Span<Vector256<float>> input)
    {
        Span<Vector256<float>> gradient = _gradient;
        gradient.Clear();
        for (int i = 0; i < _targets.Length; i++)
        {
            if (_targets[i] < 0) continue;
            Span<Vector256<float>> output = _outputs[_targets[i]];
            float error = (i == 0 ? 1 : 0) - LogisticTable.At(FloatRows.Dot(input, output));
            FloatRows.Exchange(input, output, error * _rate, gradient);
        }

        FloatRows.Add(gradient, input);
    }

    // A word that is more than a certain share of the text is passed over now and then: (√(f/t) + 1) · t/f of it is kept.
    private static double[] ShareKept(uint[] frequencies, double share)
    {
        double most = frequencies.Sum(f => (double)f) * share;
        return [.. frequencies.Select(f => (Math.Sqrt(f / most) + 1) * (most / f))];
    }
}
