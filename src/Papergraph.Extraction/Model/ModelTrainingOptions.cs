using Papergraph.Corpus;

namespace Papergraph.Extraction;

/// <summary>How a model is trained.</summary>
public sealed record ModelTrainingOptions
{
    /// <summary>What is known of words; null for nothing.</summary>
    public WordResources? Words { get; init; }

    /// <summary>Papers without annotations; the labeller reads them and learns how terms are used across papers. Those that have the
    /// title of an
    /// annotated paper are passed over.</summary>
    public IReadOnlyList<PaperText> Unlabelled { get; init; } = [];

    /// <summary>Strength of the Gaussian prior of the labeller, above 0: larger for fewer or noisier annotations.</summary>
    public double Prior { get; init; } = 4;

    /// <summary>Steps of optimisation at most, at least 1.</summary>
    public int Iterations { get; init; } = 40;

    /// <summary>Threads at most, at least 1; the model does not depend on it.</summary>
    public int Threads { get; init; } = 1;
}
