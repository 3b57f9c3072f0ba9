using Papergraph.Core;
using Papergraph.Corpus;

namespace Papergraph.Extraction;

/// <summary>Learns <see cref="LanguageResources"/> from unlabelled papers.</summary>
/// <remarks>The texts are cut into sentences and words as the extractors cut them. One network reads each sentence from its beginning and
/// learns to foretell the next word, one reads it from its end and learns to foretell the word before. The same texts in the same order,
/// options and seed give the same bytes, on any machine and any number of threads. Memory: at most twelve bytes a token, and some 4 KiB
/// a word of the vocabulary; time: linear in tokens and epochs.</remarks>
public static class LanguagePretraining
{
    private const int LastSteps = 100;

    /// <summary>Learns.</summary>
    /// <param name="texts">Titles and abstracts; read once.</param>
    /// <param name="options">How.</param>
    /// <param name="progress">Told of steps done, or null.</param>
    /// <param name="cancellation">Ends the run.</param>
    /// <returns>The resources, and what they were made from.</returns>
    /// <exception cref="PapergraphException">An option is outside its range, or the texts are too few or too many.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was signalled.</exception>
    public static LanguagePretrainingResult Train(
        IEnumerable<PaperText> texts,
        LanguagePretrainingOptions options,
        IProgress<ProgressUpdate>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        LanguageCorpus corpus = LanguageCorpus.Read(texts, options.Words, cancellation);
        if (corpus.Sentences == 0) throw ExtractionErrors.NoSentence();
        Queue<double> losses = new(LastSteps + 1);
        LanguageModel model = LanguageModelTrainer.Train(corpus, options, Report, cancellation);
        return new LanguagePretrainingResult(new LanguageResources(model))
        {
            Texts = corpus.Texts,
            Sentences = corpus.Sentences,
            Words = corpus.Tokens,
            UnknownWords = corpus.Frequencies[LanguageVocabulary.Unknown],
            Spellings = corpus.Spellings,
            Loss = losses.Average(),
        };

        void Report(LanguageModelProgress step)
        {
            losses.Enqueue(step.Loss);
            if (losses.Count > LastSteps) losses.Dequeue();
            progress?.Report(new ProgressUpdate("learning language", step.Step, step.Steps, "steps"));
        }
    }
}
