using Papergraph.Corpus;

namespace Papergraph.Extraction;

/// <summary>x</summary>
public sealed class PatternExtractor : IExtractor
{
    /// <inheritdoc/>
    public string Identity => "patterns/1";

    /// <inheritdoc/>
    public PaperExtraction Extract(PaperText text) => PaperExtraction.Empty;
}
