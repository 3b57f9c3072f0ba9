using Papergraph.Core;
using Papergraph.Corpus;

namespace Papergraph.Extraction;

/// <summary>Trains a model on annotated papers, whatever their labels.</summary>
/// <remarks>The labellers are trained on all papers. What decides between their spans, and what tells roles and statements, learns from
/// spans in papers that the labellers had not seen: the papers are dealt into <see cref="Folds"/> parts, and each part is labelled by what
/// was trained on the others. The same papers, in the same order, always give the same model, on any number of threads.</remarks>
public static class ModelTrainer
{
    /// <summary>Papers that training needs at least.</summary>
    public const int FewestPapers = 5;

    private const int Folds = 5, TaggersOfPart = 2, Taggers = 3;

    /// <summary>Trains a model.</summary>
    /// <param name="papers">Annotated papers, at least <see cref="FewestPapers"/>.</param>
    /// <param name="options">How.</param>
    /// <param name="progress">Is told of steps done, or null.</param>
    /// <param name="cancellation">Ends the training.</param>
    /// <returns>The model, and what was reached in cross-validation.</returns>
    /// <exception cref="PapergraphException">There are too few papers, or no marks in them, or something is missing that the quality
    /// needs.</exception>
    public static (ExtractionModel Model, TrainingReport Report) Train(
        IReadOnlyList<AnnotatedPaper> papers, ModelTrainingOptions options, IProgress<ProgressUpdate>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(papers);
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        IReadOnlyList<string> labels = LabelledPaper.LabelsOf(papers);
        if (papers.Count < FewestPapers || labels.Count == 0) throw ExtractionErrors.TooFewPapers(papers.Count);
        List<LabelledPaper> labelled = [.. papers.Select(paper => LabelledPaper.Of(paper, labels))];
        IReadOnlyList<PaperPassages> unlabelled = UnlabelledSample.Of(options.Unlabelled, papers);
        LabellerTrainer trainer = new(labels, options, unlabelled, progress, cancellation);
        List<SpanCandidate>[] fast = new List<SpanCandidate>[papers.Count], best = new List<SpanCandidate>[papers.Count];
        for (int fold = 0; fold < Folds; fold++)
        {
            LabelledPaper[] others = [.. labelled.Where((_, i) => i % Folds != fold)];
            TrainedLabellers ofOthers = trainer.Train(others, TaggersOfPart, $"part {fold + 1} of {Folds}");
            for (int i = fold; i < papers.Count; i += Folds)
            {
                ofOthers.Fast.Find(labelled[i].Passages, fast[i] = []);
                ofOthers.Best?.Find(labelled[i].Passages, best[i] = []);
            }
        }

        TrainedLabellers all = trainer.Train(labelled, Taggers, "all papers");
        List<DecidedSpans> decided = [DecoderTrainer.Train(labelled, fast, Folds, cancellation)];
        if (all.Best is not null) decided.Add(DecoderTrainer.Train(labelled, best, Folds, cancellation));
        ClaimModel? claims = ClaimTrainer.Train(labelled, decided, labels, cancellation);
        ExtractionModel model = ExtractionModel.Of(labels, options.Words, all.Crf, decided[0].Decoder, claims);
        if (all.Best is not null) model = model.With(options.Language!.Model, all.Taggers, decided[1].Decoder);
        TrainingReport report = new(
            papers.Count, labelled.Sum(p => p.Spans.Count), labelled.Sum(p => p.Lost), unlabelled.Count, model.Crf.Count,
            decided[0].Reached, all.Best is null ? null : decided[1].Reached);
        return (model, report);
    }
}
