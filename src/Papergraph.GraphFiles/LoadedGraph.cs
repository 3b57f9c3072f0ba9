using Papergraph.Core;

namespace Papergraph.GraphFiles;

/// <summary>A graph read from a file of nodes and edges.</summary>
/// <param name="Graph">The edges; of an undirected file each edge once, as it stands there.</param>
/// <param name="IsDirected">Whether the file says that its edges have directions, or its format has no others.</param>
/// <param name="Names">What the file calls each node, indexed by node, or null when it has only numbers from 0 on without a gap.</param>
public sealed record LoadedGraph(DirectedCsr Graph, bool IsDirected, IReadOnlyList<string>? Names)
{
    /// <summary>The format that was recognised or asked for.</summary>
    public GraphFileFormat Format { get; init; }

    /// <summary>Number of lines, nodes and edges that were left out; each was reported, or counted in a report.</summary>
    public long Rejected { get; init; }

    /// <summary>Attributes of nodes as text, by name: for each node its value, or null where it has none.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string?>> NodeAttributes { get; init; } = new Dictionary<string, IReadOnlyList<string?>>();
}
