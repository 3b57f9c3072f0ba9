namespace Papergraph.Extraction;

/// <summary>What learned to decide between the spans of a labeller.</summary>
/// <param name="Decoder">It.</param>
/// <param name="Spans">For each paper, what a labeller that had not seen it found.</param>
/// <param name="Reached">How well the annotators were met in cross-validation.</param>
internal sealed record DecidedSpans(PaperDecoder Decoder, IReadOnlyList<List<SpanCandidate>> Spans, Agreement Reached);
