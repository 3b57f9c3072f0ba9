using Papergraph.Extraction;

namespace Papergraph.Pipeline;

/// <summary>What of an extractor is scored.</summary>
public sealed record EvaluationOptions
{
    /// <summary>The only labels that count, in any case; empty for all.</summary>
    public IReadOnlyList<string> Labels { get; init; } = [];

    /// <summary>Labels that do not count, in any case.</summary>
    public IReadOnlyList<string> Without { get; init; } = [];

    /// <summary>Most threads used, 1 to 1,024; the scores do not depend on it.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>What is worked out beside the scores.</summary>
    public ScoringOptions Scoring { get; init; } = new();

    internal EvaluationOptions Validated() => Threads is >= 1 and <= 1024 ? this : throw PipelineErrors.BadThreads(Threads);
}
