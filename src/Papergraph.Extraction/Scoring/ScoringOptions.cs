namespace Papergraph.Extraction;

/// <summary>How much is worked out beside the scores.</summary>
public sealed record ScoringOptions
{
    /// <summary>Mistakes listed of each kind, 0 to 10,000.</summary>
    public int Mistakes { get; init; } = 20;

    /// <summary>How often papers are drawn for an interval, 1 to 1,000,000.</summary>
    public int Resamples { get; init; } = 1000;

    /// <summary>Where the random numbers of the draws begin.</summary>
    public ulong Seed { get; init; } = 1;

    internal ScoringOptions Validated()
    {
        if (Mistakes is < 0 or > 10_000) throw ExtractionErrors.OutOfRange("number of mistakes listed", Mistakes, 0, 10_000);
        if (Resamples is < 1 or > 1_000_000) throw ExtractionErrors.OutOfRange("number of resamples", Resamples, 1, 1_000_000);
        return this;
    }
}
