using Papergraph.Algorithms;
using Papergraph.Engine.Analysis.Keeping;
using Papergraph.Engine.Analysis.Projections;
using Papergraph.Engine.Explanations;
using Papergraph.Engine.Neighborhoods;
using Papergraph.Engine.Search;
using Papergraph.Engine.Statistics;
using Papergraph.Store;

namespace Papergraph.Engine;

/// <summary>An open graph of papers: the one place from which it is looked into.</summary>
/// <remarks>It shows the version that was the newest when it was opened, whatever is published meanwhile. Safe for many threads
/// until it is disposed.</remarks>
public sealed class PaperGraph : IDisposable
{
    private PaperGraph(GraphReader reader) => Reader = reader;

    /// <summary>The stored graph itself.</summary>
    public GraphReader Reader { get; }

    /// <summary>Opens the newest version of the graph in a directory.</summary>
    /// <exception cref="StoreException">The directory holds no graph, a newer format or a damaged one.</exception>
    public static PaperGraph Open(string path) => new(GraphDirectory.OpenRead(path));

    /// <summary>The graph that a reader shows; disposing the one disposes the other.</summary>
    internal static PaperGraph Of(GraphReader reader) => new(reader);

    /// <summary>The part of the graph that an algorithm is to run over, as a graph of its own.</summary>
    /// <param name="request">Which nodes and edges, with which weights.</param>
    /// <param name="execution">How many threads copy what must be copied, or null for all processors.</param>
    /// <exception cref="Papergraph.Core.PapergraphException">The graph has no such label, edge type or weight, or the patterns do not go
    /// together.</exception>
    public ProjectedGraph Project(ProjectionRequest request, Execution? execution = null)
    {
        ArgumentNullException.ThrowIfNull(request);
        return GraphProjector.Project(Reader, request, execution ?? Execution.Default);
    }

    /// <summary>The analyses whose results are kept in the graph.</summary>
    public IReadOnlyList<KeptAnalysis> Analyses() => KeptAnalysis.All(Reader);

    /// <summary>Counts by label and edge type, and how much of the corpus is covered.</summary>
    public GraphStatistics CountAll() => GraphCounter.Count(Reader);

    /// <summary>Finds nodes by identifier, name, beginning of a name or the words of their texts, best first.</summary>
    /// <param name="text">Any text; what signs in it mean is said at <see cref="FullTextIndex"/>.</param>
    /// <param name="options">How many, and of which label.</param>
    /// <exception cref="Papergraph.Core.PapergraphException">An option is outside its range, or the graph has no such label.</exception>
    public SearchResult Search(string text, SearchOptions options) => NodeSearch.Find(Reader, text, options);

    /// <summary>The node that a user means by an identifier or a name.</summary>
    /// <exception cref="Papergraph.Core.PapergraphException">There is none; the message names the nearest.</exception>
    public NodeSummary Resolve(string name) => NodeSearch.Resolve(Reader, name);

    /// <summary>Other nodes whose identifier or name is the text, at most five, best first.</summary>
    public IReadOnlyList<NodeSummary> Namesakes(string name, NodeSummary chosen) =>
        NodeSearch.Namesakes(Reader, name, chosen);

    /// <summary>What lies around a node, by distance, best connected first.</summary>
    public Neighborhood Neighbors(NodeSummary center, NeighborhoodOptions options, CancellationToken cancellation = default) =>
        NeighborhoodWalk.From(Reader, center, options, cancellation);

    /// <summary>Why the graph says what it says of a node: its values with their sources, and the sentences behind its edges.</summary>
    public Explanation Explain(NodeSummary node, int limit, double minConfidence = 0) =>
        NodeExplanation.Of(Reader, node, limit, minConfidence);

    /// <summary>The sentences behind the edges between two nodes.</summary>
    public Explanation Explain(NodeSummary from, NodeSummary to, int limit, double minConfidence = 0) =>
        EdgeExplanation.Between(Reader, from, to, limit, minConfidence);

    /// <inheritdoc />
    public void Dispose() => Reader.Dispose();
}
