using System.Globalization;
using Papergraph.Corpus;

namespace Papergraph.Extraction;

/// <summary>What another extractor finds and is sure enough of.</summary>
/// <remarks>Mentions, abbreviations, roles, statements and results less confident than the least are left out, and so are roles, statements and
/// results of mentions that are. Links are facts of the text and stay.</remarks>
public sealed class ConfidentExtractor : IExtractor
{
    private readonly IExtractor _inner;
    private readonly double _least;

    /// <summary>Takes from an extractor what reaches a confidence.</summary>
    /// <param name="inner">What extracts.</param>
    /// <param name="least">Least confidence, 0 to 1.</param>
    /// <exception cref="Core.PapergraphException">The confidence is outside its range.</exception>
    public ConfidentExtractor(IExtractor inner, double least)
    {
        ArgumentNullException.ThrowIfNull(inner);
        if (least is not (>= 0 and <= 1)) throw ExtractionErrors.UnfitConfidence(least);
        (_inner, _least) = (inner, least);
    }

    /// <inheritdoc/>
    public string Identity => string.Create(CultureInfo.InvariantCulture, $"{_inner.Identity} min-confidence={_least:R}");

    /// <inheritdoc/>
    public PaperExtraction Extract(PaperText text)
    {
        PaperExtraction found = _inner.Extract(text);
        int?[] kept = new int?[found.Mentions.Count];
        List<Mention> mentions = [];
        for (int i = 0; i < kept.Length; i++)
        {
            if (found.Mentions[i].Confidence < _least) continue;
            kept[i] = mentions.Count;
            mentions.Add(found.Mentions[i]);
        }

        return new PaperExtraction(
            mentions,
            [.. found.Abbreviations.Where(pair => pair.Confidence >= _least)],
            [.. found.Roles.Where(claim => claim.Confidence >= _least && kept[claim.Mention] is not null)
                .Select(claim => claim with { Mention = kept[claim.Mention]!.Value })],
            [.. found.Statements.Where(s => s.Confidence >= _least && kept[s.Head] is not null && kept[s.Tail] is not null)
                .Select(s => s with { Head = kept[s.Head]!.Value, Tail = kept[s.Tail]!.Value })],
            found.Links,
            [.. found.Results.Where(result => result.Confidence >= _least && kept[result.Metric] is not null).Select(result => result with
            {
                Metric = kept[result.Metric]!.Value,
                Dataset = result.Dataset is { } dataset ? kept[dataset] : null,
                Method = result.Method is { } method ? kept[method] : null,
            })]);
    }
}
