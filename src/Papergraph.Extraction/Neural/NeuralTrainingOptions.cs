namespace Papergraph.Extraction;

/// <summary>How the taggers of a <see cref="NeuralLabeller"/> are trained.</summary>
internal sealed record NeuralTrainingOptions
{
    /// <summary>Taggers whose probabilities are averaged; they differ by their seeds.</summary>
    public int Taggers { get; init; } = 3;

    /// <summary>Sizes and pace of each; its seed is that of the first.</summary>
    public TaggerTrainingOptions Tagger { get; init; } = new();

    /// <summary>Papers with other labels that teach the shared layers as well.</summary>
    public IReadOnlyList<NeuralTrainingSet> Others { get; init; } = [];

    /// <summary>Taggers trained at once; the result is the same for any number.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;
}
