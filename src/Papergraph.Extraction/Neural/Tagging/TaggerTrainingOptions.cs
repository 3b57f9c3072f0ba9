namespace Papergraph.Extraction;

/// <summary>How a tagger is trained.</summary>
internal sealed record TaggerTrainingOptions
{
    public TaggerShape Shape { get; init; } = new(16, 32, 32, 160, 128);

    /// <summary>Sentences that one step reads.</summary>
    public int Batch { get; init; } = 16;

    /// <summary>How often the sentences of the first corpus are read.</summary>
    public int Epochs { get; init; } = 15;

    /// <summary>How often those of the other corpora are read.</summary>
    public int OtherEpochs { get; init; } = 8;

    /// <summary>Greatest rate of learning; it rises over the first steps and falls to nothing at the end.</summary>
    public double Rate { get; init; } = 2e-3;

    /// <summary>The share of each weight that is lost, times the rate.</summary>
    public double Decay { get; init; } = 0.01;

    public ulong Seed { get; init; } = 1;
}
