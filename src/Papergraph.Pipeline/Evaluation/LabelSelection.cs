using Papergraph.Corpus;
using Papergraph.Extraction;

namespace Papergraph.Pipeline;

/// <summary>Decides which labels of the gold and of the extractor count, and as what.</summary>
/// <remarks>Where the extractor has all labels of the gold, they are compared as they are, with whatever else it finds. Where it has not, the
/// gold's labels become its own by <see cref="LabelMapping"/>, what has no counterpart is left out on both sides, and so is what the extractor
/// finds of a kind that the gold's annotators had no label for.</remarks>
internal sealed class LabelSelection
{
    private static readonly HashSet<string> KnownRelations = [.. Enum.GetValues<Relation>().Select(EdgeTypes.Of)];

    private readonly Dictionary<string, string> _ofGold = new(StringComparer.Ordinal);
    private readonly HashSet<string> _ofFound;
    private readonly bool _isTranslated;

    /// <exception cref="Core.PapergraphException">A label is named that nobody has, or none is left.</exception>
    public LabelSelection(IReadOnlyList<string> gold, IReadOnlyList<string> found, EvaluationOptions options)
    {
        HashSet<string> only = new(options.Labels, StringComparer.OrdinalIgnoreCase), without = new(options.Without, StringComparer.OrdinalIgnoreCase);
        string[] all = [.. gold.Union(found).Order(StringComparer.Ordinal)];
        foreach (string name in only.Concat(without))
            if (!all.Contains(name, StringComparer.OrdinalIgnoreCase)) throw PipelineErrors.NoSuchLabel(name, all);
        _isTranslated = gold.Except(found).Any();
        foreach (string label in gold)
        {
            string? translated = !_isTranslated || found.Contains(label) ? label : Translated(label, found);
            if (translated is not null && Counts(label, translated)) _ofGold.Add(label, translated);
        }

        _ofFound = [.. _isTranslated ? _ofGold.Values : found.Concat(gold).Where(label => Counts(label, label))];
        if (_ofFound.Count == 0) throw PipelineErrors.NoLabelInCommon(gold, found);
        Notes = [.. NotesOn(gold, found)];

        bool Counts(string label, string translated) =>
            (only.Count == 0 || only.Contains(label) || only.Contains(translated)) && !without.Contains(label) && !without.Contains(translated);
    }

    /// <summary>The labels that count, in ordinal order.</summary>
    public IReadOnlyList<string> Labels => [.. _ofFound.Order(StringComparer.Ordinal)];

    /// <summary>What a reader of the scores must know.</summary>
    public IReadOnlyList<string> Notes { get; }

    /// <summary>The labels in use, in ordinal order.</summary>
    public static IReadOnlyList<string> LabelsOf(IEnumerable<AnnotatedPaper> papers) =>
        [.. papers.SelectMany(paper => paper.Entities.Select(e => e.Label).Concat((paper.Spans ?? []).Select(s => s.Label))).Distinct().Order(StringComparer.Ordinal)];

    public ScoredPaper Apply(AnnotatedPaper gold, AnnotatedPaper found)
    {
        AnnotatedPaper wanted = LabelMapping.Apply(gold, label => _ofGold.GetValueOrDefault(label));
        return new ScoredPaper(
            _isTranslated ? WithKnownRelations(wanted) : wanted,
            LabelMapping.Apply(found, label => _ofFound.Contains(label) ? label : null));
    }

    private static string? Translated(string label, IReadOnlyList<string> found) =>
        LabelMapping.ToEntityType(label)?.ToString() is { } type && found.Contains(type) ? type : null;

    private static AnnotatedPaper WithKnownRelations(AnnotatedPaper paper)
    {
        Dictionary<string, EntityType?> types = new(StringComparer.Ordinal);
        foreach (AnnotatedEntity entity in paper.Entities)
            foreach (string surface in entity.Surfaces) types.TryAdd(surface, LabelMapping.ToEntityType(entity.Label));
        return paper with
        {
            Relations = [.. paper.Relations.Select(r => LabelMapping.ToRelation(r, types.GetValueOrDefault(r.Head))).Where(r => KnownRelations.Contains(r.Label))],
        };
    }

    private IEnumerable<string> NotesOn(IReadOnlyList<string> gold, IReadOnlyList<string> found)
    {
        if (_ofGold.Where(l => l.Key != l.Value).Select(l => $"{l.Key} as {l.Value}").ToList() is { Count: > 0 } translated)
            yield return $"labels of the annotations counted under other names: {string.Join(", ", translated)}";
        if (gold.Where(label => !_ofGold.ContainsKey(label)).ToList() is { Count: > 0 } left)
            yield return $"labels of the annotations left out: {string.Join(", ", left)}";
        if (found.Where(label => !_ofFound.Contains(label)).ToList() is { Count: > 0 } unasked)
            yield return $"labels of the extractor left out: {string.Join(", ", unasked)}";
        if (_isTranslated) yield return "relations of the annotations that correspond to none of the extractor's are left out";
    }
}
