namespace Papergraph.Extraction;

/// <summary>How <see cref="LanguagePretraining"/> learns.</summary>
public sealed record LanguagePretrainingOptions
{
    private const int MostWords = 200_000;

    /// <summary>The most frequent words, which are learned one by one and foretold; others are known by their spelling only. 1 to
    /// 200,000.</summary>
    public int Words { get; init; } = 30_000;

    /// <summary>Of these words, how many of the most frequent ones stay at most when all is learned: fewer make a smaller file. 0 to
    /// 200,000.</summary>
    public int KeptWords { get; init; } = 22_000;

    /// <summary>How often all sentences are read; 1 to 100.</summary>
    public int Epochs { get; init; } = 1;

    /// <summary>Where the random numbers begin.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Most threads to use, 1 to 1,024, of which there is work for two; the result does not depend on it.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    internal LanguageModelShape Shape { get; init; } = new(128, 16, 64, 256);

    /// <summary>Numbers that a state is cut down to before it foretells.</summary>
    internal int Projection { get; init; } = 128;

    /// <summary>Words that each word is compared with, a multiple of 16.</summary>
    internal int Sample { get; init; } = 512;

    /// <summary>Sentences that one step reads.</summary>
    internal int Batch { get; init; } = 64;

    /// <summary>Greatest rate of learning; it rises over the first steps and falls to nothing at the end.</summary>
    internal double Rate { get; init; } = 2e-3;

    internal void Validate()
    {
        Check("--vocabulary", Words, 1, MostWords);
        Check("--keep", KeptWords, 0, MostWords);
        Check("--epochs", Epochs, 1, 100);
        Check("--threads", Threads, 1, 1024);
    }

    private static void Check(string option, int value, int least, int most)
    {
        if (value < least || value > most) throw ExtractionErrors.UnfitOption(option, $"{value}", $"{least} to {most:N0}");
    }
}
