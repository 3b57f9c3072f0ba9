using Papergraph.Cli.Output;
using Papergraph.Engine.Analysis.Projections;

namespace Papergraph.Cli.Commands.Analyze;

/// <summary>The part of a graph that was asked for.</summary>
/// <param name="Patterns">The patterns as they were typed.</param>
/// <param name="WithoutPlaceholders">Whether papers that are only cited are left out.</param>
/// <param name="Weight">Where the weights are from, or null.</param>
/// <param name="Undirected">Whether directions are dropped.</param>
internal sealed record GivenProjection(IReadOnlyList<string> Patterns, bool WithoutPlaceholders, string? Weight, bool Undirected)
{
    /// <summary>The first option given that means nothing for a file of edges, or null.</summary>
    public string? FirstForGraphs => Patterns.Count > 0 ? "--project" : WithoutPlaceholders ? "--without-placeholders" : null;

    /// <summary>Whether a pattern ties nodes by shared neighbours.</summary>
    public bool TiesBySharing => Patterns.Any(pattern => ProjectionPattern.Parse(pattern).Shared is not null);

    /// <summary>The options, each as it is typed.</summary>
    public IEnumerable<string> Typed =>
    [
        .. Patterns.Select(pattern => "--project " + ShellWord.Of(pattern)), .. WithoutPlaceholders ? (string[])["--without-placeholders"] : [],
        .. Weight is null ? (string[])[] : ["--weight " + ShellWord.Of(Weight)], .. Undirected ? (string[])["--undirected"] : [],
    ];

    /// <summary>What is asked of the engine.</summary>
    /// <param name="usual">The pattern that suits the algorithm when none was given, or null for the one that suits most.</param>
    /// <param name="sharing">Options for nodes tied by shared neighbours, by name.</param>
    public ProjectionRequest Request(string? usual, IReadOnlyDictionary<string, IReadOnlyList<string>> sharing) => new()
    {
        Patterns = [.. (Patterns.Count > 0 || usual is null ? Patterns : [usual]).Select(ProjectionPattern.Parse)],
        SharedNeighbours = SharedNeighbourOptions.Read(sharing),
        WithoutPlaceholders = WithoutPlaceholders,
        Weight = Weight,
        Undirected = Undirected,
    };
}
