using Papergraph.Extraction;
using Papergraph.Sources;

namespace Papergraph.Pipeline;

/// <summary>How a graph is built. None of it but the extractor changes what the graph says.</summary>
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
}
