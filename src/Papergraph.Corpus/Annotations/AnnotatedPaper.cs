using Papergraph.Core;

namespace Papergraph.Corpus;

/// <summary>A paper with what annotators, or an extractor in their place, marked in it.</summary>
/// <remarks>Labels are strings, because annotations of others have types of their own; Papergraph's are the names of
/// <see cref="EntityType"/>.</remarks>
public sealed record AnnotatedPaper
{
    /// <summary>The key of the record; empty when it has none.</summary>
    public string Id { get; init; } = "";

    /// <summary>What was annotated.</summary>
    public required PaperText Text { get; init; }

    /// <summary>Whether annotators looked for entities and for relations.</summary>
    public AnnotationLayers Layers { get; init; } = AnnotationLayers.All;

    /// <summary>What was marked, a thing once with all its surfaces.</summary>
    public IReadOnlyList<AnnotatedEntity> Entities { get; init; } = [];

    /// <summary>Where each mention stands, in order; null where only surfaces were recorded, so that a mention is wherever its surface is.</summary>
    public IReadOnlyList<AnnotatedSpan>? Spans { get; init; }

    /// <summary>The sentences of the abstract as the annotators cut them into tokens; null where that is left to the reader.</summary>
    public IReadOnlyList<IReadOnlyList<TextSpan>>? Sentences { get; init; }

    /// <summary>What the text states between entities.</summary>
    public IReadOnlyList<AnnotatedRelation> Relations { get; init; } = [];

    /// <summary>The pairs that the text defines; null where nobody looked for them.</summary>
    public IReadOnlyList<AbbreviationPair>? Abbreviations { get; init; }

    /// <summary>The addresses in the text; null where nobody looked for them.</summary>
    public IReadOnlyList<string>? Links { get; init; }

    /// <summary>The results that the text states; null where nobody looked for them.</summary>
    public IReadOnlyList<AnnotatedResult>? Results { get; init; }
}
