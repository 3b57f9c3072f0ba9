using Papergraph.Corpus;
using Papergraph.Extraction;

namespace Papergraph.Pipeline;

/// <summary>Whatever marks papers as annotators do, so that it can be scored.</summary>
/// <param name="Identity">What it is called.</param>
/// <param name="Labels">The types that it tells apart.</param>
/// <param name="Annotate">Marks a paper, of which it sees the text and the tokens only; may be called from many threads at once. Null where it
/// has nothing for the paper.</param>
public sealed record Annotator(string Identity, IReadOnlyList<string> Labels, Func<AnnotatedPaper, AnnotatedPaper?> Annotate)
{
    private static readonly string[] Types = [.. Enum.GetNames<EntityType>().Order(StringComparer.Ordinal)];

    /// <summary>An extractor.</summary>
    public static Annotator Of(IExtractor extractor)
    {
        ArgumentNullException.ThrowIfNull(extractor);
        return new Annotator(extractor.Identity, Types, paper => ExtractedPaper.By(extractor, paper.Id, paper.Text).ToAnnotatedPaper());
    }

    /// <summary>A model with its own labels, on the tokens of the annotators where they gave them. Where the labels are types of Papergraph and no
    /// tokens are given it is the extractor as a graph is built with it, with roles and statements.</summary>
    /// <param name="model">What it has learned.</param>
    /// <param name="quality">What to spend on a paper.</param>
    /// <param name="minConfidence">Least confidence, 0 to 1, of what counts as found.</param>
    public static Annotator Of(ExtractionModel model, ExtractionQuality quality, double minConfidence)
    {
        ArgumentNullException.ThrowIfNull(model);
        LearnedExtractor learned = new(model, quality);
        IExtractor extractor = minConfidence > 0 ? new ConfidentExtractor(learned, minConfidence) : learned;
        bool isOfTypes = !model.Labels.Except(Types).Any();
        return new Annotator(
            extractor.Identity,
            isOfTypes ? Types : model.Labels,
            paper => isOfTypes && paper.Sentences is null
                ? ExtractedPaper.By(extractor, paper.Id, paper.Text).ToAnnotatedPaper()
                : Sure(learned.Annotate(paper), minConfidence));
    }

    /// <summary>What was found before, told by the id of the paper; of two with one id the first counts.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="predictions">The papers as they were marked.</param>
    /// <param name="gold">The papers as they should be marked: predictions that use no other labels know all of theirs, even those of which
    /// nothing was found.</param>
    public static Annotator Of(string name, IReadOnlyList<AnnotatedPaper> predictions, IReadOnlyList<AnnotatedPaper> gold)
    {
        ArgumentNullException.ThrowIfNull(predictions);
        ArgumentNullException.ThrowIfNull(gold);
        IReadOnlyList<string> used = LabelSelection.LabelsOf(predictions), wanted = LabelSelection.LabelsOf(gold);
        IReadOnlyList<string> labels = !used.Except(wanted).Any() ? wanted : !used.Except(Types).Any() ? Types : used;
        Dictionary<string, AnnotatedPaper> known = new(StringComparer.Ordinal);
        foreach (AnnotatedPaper paper in predictions.Where(paper => paper.Id.Length > 0)) known.TryAdd(paper.Id, paper);
        return new Annotator(name, labels, paper => known.GetValueOrDefault(paper.Id) is { } found ? InTextOf(paper, found) : null);
    }

    // Places of another text would be nonsense in this one.
    private static AnnotatedPaper InTextOf(AnnotatedPaper paper, AnnotatedPaper found) =>
        found with { Text = paper.Text, Spans = found.Text == paper.Text ? found.Spans : null };

    private static AnnotatedPaper Sure(AnnotatedPaper paper, double minConfidence)
    {
        if (minConfidence <= 0) return paper;
        List<AnnotatedSpan> spans = [.. paper.Spans!.Where(span => span.Confidence >= minConfidence)];
        HashSet<(string, string)> left = [.. spans.Select(span => (span.Label, paper.Text.At(span.Place)))];
        return paper with { Spans = spans, Entities = [.. paper.Entities.Where(e => e.Surfaces.Any(surface => left.Contains((e.Label, surface))))] };
    }
}
