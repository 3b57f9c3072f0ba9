using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>How a kernel runs, whatever it computes: the result never depends on it.</summary>
public sealed record Execution
{
    /// <summary>All processors, no progress, no cancellation.</summary>
    public static Execution Default { get; } = new();

    /// <summary>Most threads to use; at least 1. Default: the number of processors.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Called now and then from the calling thread with how far the kernel has come, or null.</summary>
    public IProgress<ProgressUpdate>? Progress { get; init; }

    /// <summary>Observed at least once a block of nodes or a sweep; then the kernel ends with <see cref="OperationCanceledException"/>.</summary>
    public CancellationToken Cancellation { get; init; }

    internal static Execution Of(Execution? execution)
    {
        Execution chosen = execution ?? Default;
        if (chosen.Threads < 1) throw AlgorithmErrors.OutOfRange("threads", chosen.Threads, "at least 1");
        return chosen;
    }

    /// <summary>The same with no more threads than there are blocks of work: small graphs are done before a thread has begun.</summary>
    internal Execution ForBlocks(int blocks) => blocks < Threads ? this with { Threads = Math.Max(1, blocks) } : this;
}
