using Papergraph.Core;

namespace Papergraph.Extraction;

/// <summary>Trains labellers on a set of papers.</summary>
/// <remarks>Where there are taggers, they mark papers without annotations, and the fast labeller learns from those marks too (C. Buciluă,
/// R. Caruana and A. Niculescu-Mizil, “Model compression”, KDD 2006).</remarks>
/// <param name="labels">What to find.</param>
/// <param name="options">How; validated.</param>
/// <param name="unlabelled">Papers without annotations.</param>
/// <param name="progress">Is told of steps done, or null.</param>
/// <param name="cancellation">Ends the training.</param>
internal sealed class LabellerTrainer(
    IReadOnlyList<string> labels, ModelTrainingOptions options, IReadOnlyList<PaperPassages> unlabelled, IProgress<ProgressUpdate>? progress,
    CancellationToken cancellation)
{
    // How much a paper marked by taggers counts beside an annotated one.
    private const float MarkedWeight = 0.2f;

    // Marks less probable than this are none.
    private const float LeastProbability = 0.4f;

    private readonly NeuralResources? _resources = options.Quality == ExtractionQuality.Best
        ? new NeuralResources(options.Language!.Model, options.Words!)
        : null;

    private readonly NeuralTrainingSet[] _others = [.. options.Auxiliary.Select(NeuralTrainingSet.Of)];

    /// <summary>Trains.</summary>
    /// <param name="papers">The papers.</param>
    /// <param name="taggers">Taggers to train, where <see cref="ModelTrainingOptions.Quality"/> wants some.</param>
    /// <param name="part">What to call the papers in reports of progress.</param>
    public TrainedLabellers Train(IReadOnlyList<LabelledPaper> papers, int taggers, string part)
    {
        List<WeightedPaper> learned = [.. papers.Select(paper => new WeightedPaper(paper, 1))];
        IReadOnlyList<TaggerNetwork> trained = [];
        NeuralLabeller? neural = null;
        if (_resources is not null)
        {
            NeuralTrainingOptions training = new() { Taggers = taggers, Tagger = options.Tagger, Others = _others, Threads = options.Threads };
            trained = NeuralTrainer.Train(new NeuralTrainingSet(papers, labels), _resources, training, Named($"taggers, {part}"), cancellation);
            neural = new NeuralLabeller(_resources.Language, _resources.Words, trained);
            learned.AddRange(Mark(neural, $"marking, {part}"));
        }

        CrfTrainingOptions fast = new() { Prior = options.Prior, Iterations = options.Iterations, Threads = options.Threads };
        CrfWeights crf = CrfTrainer.Train(learned, new TagSet(labels.Count), options.Words, fast, Named($"fast labeller, {part}"), cancellation);
        CrfLabeller labeller = new(labels, crf, options.Words);
        return new TrainedLabellers(crf, labeller, trained, neural is null ? null : ExtractionModel.Both(labeller, neural));
    }

    private WeightedPaper[] Mark(NeuralLabeller labeller, string stage)
    {
        WeightedPaper[] marked = new WeightedPaper[unlabelled.Count];
        ParallelOptions parallel = new() { MaxDegreeOfParallelism = options.Threads, CancellationToken = cancellation };
        int done = 0;
        Parallel.For(0, marked.Length, parallel, i =>
        {
            List<SpanCandidate> spans = [];
            labeller.Find(unlabelled[i], spans);
            spans.RemoveAll(span => span.Probability < LeastProbability);
            PaperDecoder.KeepBest(spans);
            marked[i] = new WeightedPaper(LabelledPaper.Of(unlabelled[i], spans), MarkedWeight);
            progress?.Report(new ProgressUpdate(stage, Interlocked.Increment(ref done), marked.Length, "papers"));
        });
        return marked;
    }

    private NamedProgress? Named(string stage) => progress is null ? null : new NamedProgress(progress, stage);

    private sealed class NamedProgress(IProgress<ProgressUpdate> progress, string stage) : IProgress<ProgressUpdate>
    {
        public void Report(ProgressUpdate value) => progress.Report(value with { Stage = stage });
    }
}
