using Papergraph.Core;
using Papergraph.Corpus;
using Papergraph.Extraction;
using Papergraph.Pipeline.Stages;

namespace Papergraph.Pipeline;

/// <summary>Lets an annotator loose on annotated papers and scores it.</summary>
public static class ExtractionEvaluation
{
    /// <summary>Scores an annotator.</summary>
    /// <param name="gold">The papers as they should be marked.</param>
    /// <param name="annotator">What is scored; it sees texts and tokens, not the marks.</param>
    /// <param name="options">Which labels count, and how much is worked out.</param>
    /// <param name="progress">Told of each paper, or null.</param>
    /// <param name="cancellation">Observed between papers.</param>
    /// <exception cref="PapergraphException">An option is outside its range, or the labels of the two have nothing in common.</exception>
    public static EvaluationResult Run(
        IReadOnlyList<AnnotatedPaper> gold,
        Annotator annotator,
        EvaluationOptions options,
        IProgress<ProgressUpdate>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(gold);
        ArgumentNullException.ThrowIfNull(annotator);
        ArgumentNullException.ThrowIfNull(options);
        options.Validated();
        LabelSelection labels = new(LabelSelection.LabelsOf(gold), annotator.Labels, options);
        List<AnnotatedPaper> found = [];
        List<ScoredPaper> scored = [];
        int missing = 0;
        OrderedParallel.Map(
            gold.Count,
            options.Threads,
            i => annotator.Annotate(Unmarked(gold[i])),
            (i, marked) =>
            {
                if (marked is null) missing++;
                found.Add(marked ?? new AnnotatedPaper { Id = gold[i].Id, Text = gold[i].Text });
                scored.Add(labels.Apply(gold[i], found[i]));
                progress?.Report(new ProgressUpdate("extracting", i + 1, gold.Count, "papers"));
            },
            cancellation);
        if (missing == gold.Count) throw PipelineErrors.NoPaperPredicted(gold.Count);
        List<string> notes = [.. labels.Notes];
        if (missing > 0) notes.Add(FormattableString.Invariant($"{missing} of the {gold.Count} papers have no prediction; nothing counts as found in them"));
        return new EvaluationResult(ExtractionScorer.Score(scored, options.Scoring), labels.Labels, found, notes);
    }

    private static AnnotatedPaper Unmarked(AnnotatedPaper paper) => new() { Id = paper.Id, Text = paper.Text, Sentences = paper.Sentences };
}
