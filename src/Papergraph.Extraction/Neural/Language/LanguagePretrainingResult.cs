namespace Papergraph.Extraction;

/// <summary>What <see cref="LanguagePretraining"/> made, and from how much.</summary>
/// <param name="Language">What was learned.</param>
public sealed record LanguagePretrainingResult(LanguageResources Language)
{
    /// <summary>Papers read.</summary>
    public required long Texts { get; init; }

    /// <summary>Sentences of their titles and abstracts; one of more than 60 words counts as several.</summary>
    public required int Sentences { get; init; }

    /// <summary>Words in them.</summary>
    public required long Words { get; init; }

    /// <summary>Words among them that are not in the vocabulary.</summary>
    public required long UnknownWords { get; init; }

    /// <summary>Different spellings of words.</summary>
    public required int Spellings { get; init; }

    /// <summary>Mean loss of the last hundred steps: nats a word, against a sample of other words.</summary>
    public required double Loss { get; init; }
}
