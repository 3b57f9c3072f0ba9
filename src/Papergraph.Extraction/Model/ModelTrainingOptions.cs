using Papergraph.Corpus;

namespace Papergraph.Extraction;

/// <summary>How a model is trained.</summary>
public sealed record ModelTrainingOptions
{
    /// <summary>What is known of words; null for nothing.</summary>
    public WordResources? Words { get; init; }

    /// <summary>A model whose language model is built on for <see cref="ExtractionQuality.Best"/>; null when there is none. Its
    /// <see cref="ExtractionModel.Words"/> must be <see cref="Words"/>.</summary>
    public ExtractionModel? Base { get; init; }

    /// <summary>What the model shall be able to: <see cref="ExtractionQuality.Best"/> also trains taggers over the language model of
    /// <see cref="Base"/>, which takes many times as long.</summary>
    public ExtractionQuality Quality { get; init; }

    /// <summary>Papers without annotations: with <see cref="ExtractionQuality.Best"/>, the taggers mark 4,000 of them at equal distances, and
    /// the fast labeller learns from the marks. Those that have the title of an annotated paper are passed over.</summary>
    public IReadOnlyList<PaperText> Unlabelled { get; init; } = [];

    /// <summary>Strength of the Gaussian prior of the labeller, above 0: larger for fewer or noisier annotations.</summary>
    public double Prior { get; init; } = 4;

    /// <summary>Steps of optimisation at most, at least 1.</summary>
    public int Iterations { get; init; } = 60;

    /// <summary>Sizes and pace of the taggers.</summary>
    internal TaggerTrainingOptions Tagger { get; init; } = new();

    /// <summary>Threads at most, at least 1; the model does not depend on it.</summary>
    public int Threads { get; init; } = 1;
}
