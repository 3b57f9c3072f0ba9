using Papergraph.Algorithms;
using Papergraph.Engine.Analysis.Families;
using Papergraph.Engine.Analysis.Results;
using Papergraph.Engine.Search;

namespace Papergraph.Engine.Analysis;

/// <summary>All algorithms by name, for whoever lets users choose: the command line, and procedures of query languages.</summary>
public static class GraphAlgorithms
{
    /// <summary>The families, in the order in which they are shown.</summary>
    public static IReadOnlyList<AlgorithmFamily> Families { get; } =
    [
        new("centrality", CentralityAlgorithms.All),
        new("community", CommunityAlgorithms.All),
        new("structure", StructureAlgorithms.All),
        new("paths", PathAlgorithms.All),
        new("scientometrics", ScientometricAlgorithms.All),
        new("similarity", SimilarityAlgorithms.All),
    ];

    /// <summary>All of them, family after family.</summary>
    public static IReadOnlyList<GraphAlgorithm> All { get; } = [.. Families.SelectMany(family => family.Algorithms)];

    /// <summary>Every option of any of them, in ordinal order of the names.</summary>
    public static IReadOnlyList<AlgorithmOption> Options { get; } =
        [.. All.SelectMany(algorithm => algorithm.Options).Distinct().OrderBy(option => option.Name, StringComparer.Ordinal)];

    /// <summary>The algorithm of this name.</summary>
    /// <exception cref="Core.PapergraphException">There is none; the message names the nearest.</exception>
    public static GraphAlgorithm Named(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return All.FirstOrDefault(algorithm => algorithm.Name == name)
            ?? throw EngineErrors.UnknownAlgorithm(name, Spelling.Nearest(name, All.Select(algorithm => algorithm.Name)));
    }

    /// <summary>Checks that the algorithm has these options, before anything is read.</summary>
    /// <param name="algorithm">The algorithm.</param>
    /// <param name="given">The values by the name of their option; a flag has none.</param>
    /// <exception cref="Core.PapergraphException">The algorithm has no such option.</exception>
    public static AlgorithmArguments Arguments(GraphAlgorithm algorithm, IReadOnlyDictionary<string, IReadOnlyList<string>> given) => new(algorithm, given);

    /// <summary>Gives the graph the form that the algorithm works on, which else happens when it runs: so that both can be timed.</summary>
    public static void Prepare(GraphAlgorithm algorithm, AnalysisGraph graph)
    {
        ArgumentNullException.ThrowIfNull(algorithm);
        ArgumentNullException.ThrowIfNull(graph);
        bool directed = algorithm.Form == GraphForm.Directed || (algorithm.Form == GraphForm.AsGiven && graph.IsDirected);
        _ = directed ? graph.Directed.EdgeCount : graph.Undirected.EdgeCount;
    }

    /// <summary>Runs an algorithm.</summary>
    /// <param name="algorithm">Which.</param>
    /// <param name="graph">Over which graph.</param>
    /// <param name="arguments">With which options.</param>
    /// <param name="execution">Threads, progress, cancellation; the result does not depend on it.</param>
    /// <exception cref="Core.PapergraphException">An option is outside its range or missing, or the graph has not what the algorithm
    /// needs.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static AnalysisResult Run(GraphAlgorithm algorithm, AnalysisGraph graph, AlgorithmArguments arguments, Execution execution)
    {
        ArgumentNullException.ThrowIfNull(algorithm);
        return algorithm.Work(new(graph, arguments, execution));
    }
}
