using System.Globalization;

namespace Papergraph.Extraction;

/// <summary>How <see cref="WordPretraining"/> learns.</summary>
public sealed record WordPretrainingOptions
{
    internal const int NoiseWords = 5;
    internal const double LearningRate = 0.025;

    /// <summary>Words to either side that count as neighbours, for each set of vectors: near ones tell how a word is used, far ones what it
    /// is about.</summary>
    internal static readonly int[] Windows = [2, 6];

    /// <summary>Numbers of clusters, for each set of vectors.</summary>
    internal static readonly int[] ClusterSizes = [64, 256, 1000];

    /// <summary>Numbers in a vector; 4 to 512.</summary>
    public int Dimensions { get; init; } = 100;

    /// <summary>How often the text is gone through; 1 to 100.</summary>
    public int Epochs { get; init; } = 5;

    /// <summary>A word that occurs less often is left out; 1 or more. The most frequent 1,048,576 words are kept.</summary>
    public int MinCount { get; init; } = 5;

    /// <summary>Words that keep a vector of their own, the most frequent ones; a rarer word has that of its cluster. 0 or more.</summary>
    public int MostVectors { get; init; } = 36_000;

    /// <summary>A word that is more than this share of the text is passed over now and then, the more often the more frequent it is; above
    /// 0, at most 1, which passes over nothing.</summary>
    public double FrequentShare { get; init; } = 1e-4;

    /// <summary>Where the random numbers begin.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Most threads to use, 1 to 1,024; the result does not depend on it.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    internal WordPretrainingOptions Validated()
    {
        Check("--dimensions", Dimensions, 4, 512);
        Check("--epochs", Epochs, 1, 100);
        Check("--min-count", MinCount, 1, int.MaxValue);
        Check("--vectors", MostVectors, 0, int.MaxValue);
        if (!(FrequentShare > 0 && FrequentShare <= 1))
        {
            string share = FrequentShare.ToString(CultureInfo.InvariantCulture);
            throw ExtractionErrors.UnfitOption("The share of frequent words", share, "above 0, at most 1");
        }

        Check("--threads", Threads, 1, 1024);
        return this;
    }

    private static void Check(string option, int value, int least, int most)
    {
        if (value < least || value > most)
            throw ExtractionErrors.UnfitOption(option, $"{value}", most == int.MaxValue ? $"{least} or more" : $"{least} to {most:N0}");
    }
}
