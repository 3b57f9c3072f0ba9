using Papergraph.Algorithms;
using Papergraph.Engine.Analysis.Results;

namespace Papergraph.Engine.Analysis;

/// <summary>An algorithm as users know it: by a name, with options, over a graph that is a projection of a stored one or a file.</summary>
/// <param name="Name">What it is called on the command line.</param>
/// <param name="Description">What it gives, in a line.</param>
/// <param name="Form">Whether it looks at directions.</param>
/// <param name="Options">What it can be given.</param>
/// <param name="Work">What it does.</param>
public sealed record GraphAlgorithm(
    string Name, string Description, GraphForm Form, IReadOnlyList<AlgorithmOption> Options, Func<AlgorithmInput, AnalysisResult> Work)
{
    /// <summary>The projection that suits it when the user names none, or null for the one that suits most:
    /// <c>Paper-CITES-Paper</c>.</summary>
    public string? UsualProjection { get; init; }
}

/// <summary>What an algorithm sees of the directions of edges.</summary>
public enum GraphForm
{
    /// <summary>Directions where the graph has them; else every edge without.</summary>
    AsGiven,

    /// <summary>Directions; of an undirected graph every edge in both.</summary>
    Directed,

    /// <summary>No directions: parallel and opposite edges are one, self-loops are left out.</summary>
    Undirected,
}

/// <summary>What an algorithm works on.</summary>
/// <param name="Graph">The graph.</param>
/// <param name="Arguments">What the user gave.</param>
/// <param name="Execution">Threads, progress, cancellation.</param>
public sealed record AlgorithmInput(AnalysisGraph Graph, AlgorithmArguments Arguments, Execution Execution);
