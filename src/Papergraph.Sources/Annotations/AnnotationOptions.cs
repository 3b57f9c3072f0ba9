using Papergraph.Corpus;

namespace Papergraph.Sources;

/// <summary>How files of annotated papers are read.</summary>
public sealed record AnnotationOptions
{
    /// <summary>Limits, and what <c>-</c> stands for.</summary>
    public SourceOptions Sources { get; init; } = new();

    /// <summary>The texts of papers whose records hold annotations only, by their id; see <see cref="PaperTexts"/>.</summary>
    public IReadOnlyDictionary<string, PaperText>? Texts { get; init; }
}
