namespace Papergraph.Extraction;

/// <summary>How a language model is trained.</summary>
internal sealed record LanguageModelOptions
{
    public LanguageModelShape Shape { get; init; } = new(128, 16, 64, 256);

    /// <summary>Words of the vocabulary.</summary>
    public int Words { get; init; } = 30_000;

    /// <summary>Numbers that a state is cut down to before it foretells.</summary>
    public int Projection { get; init; } = 128;

    /// <summary>Words that each word is compared with, a multiple of 16.</summary>
    public int Sample { get; init; } = 1024;

    /// <summary>Sentences that one step reads.</summary>
    public int Batch { get; init; } = 64;

    /// <summary>How often all sentences are read.</summary>
    public int Epochs { get; init; } = 1;

    /// <summary>Greatest rate of learning; it rises over the first steps and falls to nothing at the end.</summary>
    public double Rate { get; init; } = 2e-3;

    public ulong Seed { get; init; } = 1;
}
