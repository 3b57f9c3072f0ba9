using Papergraph.Cli.Output;
using Papergraph.Core;
using Papergraph.Engine.Analysis;
using Papergraph.Engine.Analysis.Projections;
using Papergraph.Store;

namespace Papergraph.Cli.Commands.Analyze;

/// <summary>What one call of <c>analyze</c> is to do.</summary>
/// <param name="Path">The graph directory, packed snapshot or file of edges.</param>
/// <param name="Algorithm">The algorithm.</param>
internal sealed record AnalysisRequest(string Path, GraphAlgorithm Algorithm)
{
    /// <summary>Options that were given, by name.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Options { get; init; }

    /// <summary>Those of them that say how nodes are tied that share neighbours, where the algorithm does not tie them itself.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> SharingOptions => Options.Where(option => IsOfProjection(option.Key)).ToDictionary();

    /// <summary>Those of them that are for the algorithm.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> AlgorithmOptions => Options.Where(option => !IsOfProjection(option.Key)).ToDictionary();

    /// <summary>Which part of the graph is meant.</summary>
    public required GivenProjection Projection { get; init; }

    /// <summary>Where the whole result goes, or null.</summary>
    public string? Output { get; init; }

    /// <summary>The property that is to hold the result, or null.</summary>
    public string? Write { get; init; }

    /// <summary>What writing waits for.</summary>
    public Durability Durability { get; init; }

    /// <summary>Most threads.</summary>
    public int Threads { get; init; }

    /// <summary>Most entries shown.</summary>
    public int Top { get; init; }

    /// <summary>Whether a JSON document is wanted in place of tables.</summary>
    public bool AsJson { get; init; }

    /// <summary>Whether the graph is a file of edges and not a stored graph.</summary>
    public bool IsFile => Path == "-" || (File.Exists(Path) && !GraphDirectory.Exists(Path));

    /// <summary>Checks what can be checked before anything is read.</summary>
    /// <exception cref="PapergraphException">Something was asked for that does not go together or would destroy what is there.</exception>
    public void Validate()
    {
        if (IsFile && Write is not null) throw CliErrors.OnlyOfGraphs("--write");
        if (IsFile && Projection.FirstForGraphs is { } option) throw CliErrors.OnlyOfGraphs(option);
        if (Output is not { } output || output == "-")
        {
            if (Output == "-" && AsJson) throw CliErrors.TwoResultsOnOutput();
            return;
        }

        if (System.IO.Path.GetFullPath(output) == System.IO.Path.GetFullPath(Path)) throw CliErrors.OutputIsInput(output);
        if (!IsFile && Arguments.IsWithin(output, Path)) throw CliErrors.TargetInGraph(output);
    }

    private bool IsOfProjection(string option) =>
        Projection.TiesBySharing && SharedNeighbourOptions.Names.Contains(option) && Algorithm.Options.All(own => own.Name != option);

    /// <summary>The options that were given, each as it is typed, for the run that is recorded.</summary>
    public IReadOnlyList<string> Typed(AlgorithmArguments arguments) =>
    [
        .. Projection.Typed,
        .. SharingOptions.OrderBy(option => option.Key, StringComparer.Ordinal).Select(option => $"--{option.Key} {ShellWord.Of(option.Value[^1])}"),
        .. arguments.Given.Select(given => given.Value is null ? "--" + given.Name : $"--{given.Name} {ShellWord.Of(given.Value)}"),
        "--write " + Write,
    ];
}
