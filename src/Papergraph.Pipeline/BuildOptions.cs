using Papergraph.Extraction;
using Papergraph.Sources;

namespace Papergraph.Pipeline;

/// <summary>How a graph is built. What the graph says depends on the extractor, and, through the records read, on how inputs are read; not on
/// the rest.</summary>
public sealed record BuildOptions
{
    /// <summary>How inputs are read.</summary>
    public SourceOptions Sources { get; init; } = new();

    /// <summary>What finds knowledge in the texts.</summary>
    public IExtractor Extractor { get; init; } = new PatternExtractor();

    /// <summary>Most threads used, 1 to 1,024.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Whether <see cref="GraphBuilder.Build"/> may replace a graph of other papers.</summary>
    public bool Replace { get; init; }

    /// <summary>Whether changes that transactions made to the graph may be lost: the graph is made anew from its records, which know nothing of
    /// them. The results of analyses are no such changes: they are dropped, and the report says how to compute them again.</summary>
    public bool DiscardChanges { get; init; }

    /// <summary>These options, if each is within its range.</summary>
    /// <exception cref="Papergraph.Core.PapergraphException">One is not.</exception>
    internal BuildOptions Validated() => Threads is >= 1 and <= 1024 ? this : throw PipelineErrors.BadThreads(Threads);
}
