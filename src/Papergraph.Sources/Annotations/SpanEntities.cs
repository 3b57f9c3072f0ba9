using Papergraph.Corpus;

namespace Papergraph.Sources;

/// <summary>What a paper speaks of, where only places were marked: a surface with its label is an entity.</summary>
internal static class SpanEntities
{
    internal static IReadOnlyList<AnnotatedEntity> Of(IEnumerable<AnnotatedSpan> spans, string text) =>
        [.. spans.Select(span => (span.Label, Surface: span.Place.Span.Of(text))).Distinct().Select(e => new AnnotatedEntity(e.Label, [e.Surface], Role: null))];
}
