namespace Papergraph.Extraction;

/// <summary>What to spend on a paper.</summary>
public enum ExtractionQuality
{
    /// <summary>Thousands of abstracts a second.</summary>
    Fast,

    /// <summary>Everything that the model has, hundreds of abstracts a second; the same as <see cref="Fast"/> where it has no
    /// more.</summary>
    Best,
}
