using Papergraph.Core;
using Papergraph.Corpus;

namespace Papergraph.Extraction;

/// <summary>Trains a model on annotated papers, whatever their labels.</summary>
/// <remarks>The labeller is trained on all papers. What decides between its spans learns from spans in papers that the labeller had not
/// seen: the
/// papers are dealt into <see cref="Folds"/> parts, and each part is labelled by what was trained on the others, which also reads the
/// unlabelled
/// papers anew for that part: else a term marked in a paper would be known from its own mark. The same papers, in the same
/// order, always give the same model, on any number of threads.</remarks>
public static class ModelTrainer
{
    /// <summary>Papers that training needs at least.</summary>
    public const int FewestPapers = 5;

    private const int Folds = 5;

    /// <summary>Trains a model.</summary>
    /// <param name="papers">Annotated papers, at least <see cref="FewestPapers"/>.</param>
    /// <param name="options">How.</param>
    /// <param name="progress">Is told of steps done, or null.</param>
    /// <param name="cancellation">Ends the training.</param>
    /// <returns>The model, and what was reached in cross-validation.</returns>
    /// <exception cref="PapergraphException">There are too few papers, or no marks in them.</exception>
    public static (ExtractionModel Model, TrainingReport Report) Train(
        IReadOnlyList<AnnotatedPaper> papers, ModelTrainingOptions options, IProgress<ProgressUpdate>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(papers);
        ArgumentNullException.ThrowIfNull(options);
        IReadOnlyList<string> labels = LabelledPaper.LabelsOf(papers);
        if (papers.Count < FewestPapers || labels.Count == 0) throw ExtractionErrors.TooFewPapers(papers.Count);
        List<LabelledPaper> labelled = [.. papers.Select(paper => LabelledPaper.Of(paper, labels))];
        StagedProgress? stages = progress is null ? null : new StagedProgress(progress, (Folds + 1) * options.Iterations);
        List<SpanCandidate>[] spans = new List<SpanCandidate>[papers.Count];
        TermStatistics?[] statistics = new TermStatistics?[Folds];
        for (int fold = 0; fold < Folds; fold++)
        {
            CrfWeights others = TrainLabeller(labelled.Where((_, i) => i % Folds != fold), labels, options, stages, cancellation);
            CrfLabeller labeller = new(labels, others, options.Words);
            for (int i = fold; i < papers.Count; i += Folds) labeller.Find(labelled[i].Passages, spans[i] = []);
            stages?.EndStage(options.Iterations);
            statistics[fold] = ReadUnlabelled(papers, labeller, options, progress, cancellation);
        }

        CrfWeights crf = TrainLabeller(labelled, labels, options, stages, cancellation);
        stages?.EndStage(options.Iterations);
        TermStatistics? read = ReadUnlabelled(papers, new CrfLabeller(labels, crf, options.Words), options, progress, cancellation);
        (BoostedTrees trees, float threshold, Agreement reached) = DecoderTrainer.Train(labelled, spans, statistics, cancellation);
        TrainingReport report = new(papers.Count, labelled.Sum(p => p.Spans.Count), labelled.Sum(p => p.Lost), crf.Count,
            reached.Precision, reached.Recall);
        PaperDecoder decoder = new(trees, threshold, read);
        ClaimModel? claims = ClaimTrainer.Train(labelled, spans, decoder, labels, cancellation);
        ExtractionModel model = ExtractionModel.Of(labels, options.Words, crf, decoder, claims);
        return (options.Quality == ExtractionQuality.Best ? WithTaggers(model, labelled, options, progress, cancellation) : model, report);
    }

    private static ExtractionModel WithTaggers(
        ExtractionModel model, List<LabelledPaper> papers, ModelTrainingOptions options, IProgress<ProgressUpdate>? progress, CancellationToken cancellation)
    {
        if (options.Words is null || options.Base?.Language is not { } language) throw ExtractionErrors.NoLanguageModel();
        NeuralTrainingOptions training = new() { Threads = options.Threads };
        NeuralResources resources = new(language, options.Words, Start: null);
        return model.With(language, NeuralTrainer.Train(new NeuralTrainingSet(papers, model.Labels), resources, training, progress, cancellation));
    }

    private static TermStatistics? ReadUnlabelled(
        IReadOnlyList<AnnotatedPaper> papers, CrfLabeller labeller, ModelTrainingOptions options, IProgress<ProgressUpdate>? progress,
        CancellationToken cancellation)
    {
        if (options.Unlabelled.Count == 0) return null;
        HashSet<string> titles = [.. papers.Select(paper => TextFolding.Fold(paper.Text.Title))];
        return TermStatisticsBuilder.Build(
            options.Unlabelled.Where(text => !titles.Contains(TextFolding.Fold(text.Title))), labeller, options.Threads,
            read => progress?.Report(new ProgressUpdate("reading", read, options.Unlabelled.Count, "papers")), cancellation);
    }

    private static CrfWeights TrainLabeller(
        IEnumerable<LabelledPaper> papers, IReadOnlyList<string> labels, ModelTrainingOptions options, StagedProgress? progress,
        CancellationToken cancellation)
    {
        CrfTrainingOptions training = new() { Prior = options.Prior, Iterations = options.Iterations, Threads = options.Threads };
        return CrfTrainer.Train(
            [.. papers.Select(paper => new WeightedPaper(paper, 1))], new TagSet(labels.Count), options.Words, training, progress,
            cancellation);
    }

    /// <summary>Joins the progress of several trainings into one.</summary>
    private sealed class StagedProgress(IProgress<ProgressUpdate> progress, long total) : IProgress<ProgressUpdate>
    {
        private long _before;

        public void Report(ProgressUpdate value) => progress.Report(value with { Done = _before + value.Done, Total = total });

        public void EndStage(long steps) => _before += steps;
    }
}
