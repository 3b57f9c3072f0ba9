using Papergraph.Algorithms;
using Papergraph.Core;
using Papergraph.Corpus;
using Papergraph.Store;

namespace Papergraph.Engine.Analysis.Projections;

/// <summary>Makes of a stored graph the one that algorithms run over: without a copy where the store's rows are just that, else by copying the
/// edges asked for, on several threads.</summary>
internal sealed class GraphProjector
{
    private readonly GraphReader _graph;
    private readonly ProjectionRequest _request;
    private readonly Execution _execution;
    private readonly IReadOnlyList<ProjectionPattern> _patterns;

    private GraphProjector(GraphReader graph, ProjectionRequest request, Execution execution)
    {
        (_graph, _request, _execution) = (graph, request, execution);
        _patterns = request.Patterns.Count > 0 ? request.Patterns : [Default(graph)];
    }

    /// <summary>Projects.</summary>
    /// <param name="graph">What is stored.</param>
    /// <param name="request">What of it is wanted.</param>
    /// <param name="execution">Threads, progress, cancellation.</param>
    /// <param name="neverInPlace">Copies also what could be used in place, to compare the two.</param>
    /// <exception cref="PapergraphException">The graph has no such label, type or weight, or the patterns do not go together.</exception>
    internal static ProjectedGraph Project(GraphReader graph, ProjectionRequest request, Execution execution, bool neverInPlace = false) =>
        new GraphProjector(graph, request, execution).Project(neverInPlace);

    private ProjectedGraph Project(bool neverInPlace)
    {
        foreach (ProjectionPattern pattern in _patterns) RequireKnown(pattern);
        _execution.Progress?.Report(new ProgressUpdate("projecting", 0, null, "edges"));
        string source = string.Join(" and ", _patterns) + (_request.WithoutPlaceholders ? " without placeholders" : "");
        if (_patterns.FirstOrDefault(pattern => pattern.Shared is not null) is { } sharing)
        {
            if (_patterns.Count > 1) throw EngineErrors.PatternsTogether(sharing.ToString());
            if (_request.Weight is { } weight and not ProjectionRequest.NoWeight) throw EngineErrors.SharingWithoutWeights(weight);
            return SharedNeighbourProjector.Project(_graph, sharing, _request, IsIn, source, _execution);
        }

        NodeSelection nodes = NodeSelection.Of(_graph, [.. _patterns.SelectMany(pattern => new[] { pattern.From, pattern.To })], IsIn);
        List<EdgeLayer> layers = Layers(nodes);
        bool inPlace = !neverInPlace && layers is [{ } only] && only.HasAll(nodes);
        DirectedCsr edges = inPlace ? layers[0].Table.ToCsr(nodes.Count) : new EdgeCopy(nodes, layers, _request.WeightProperty, _execution).Graph();
        if (inPlace && _request.WeightProperty is { } property) edges = StoredWeights.Of(edges, layers[0].Table, property, _execution);
        if (_request.Weight == ProjectionRequest.CountWeight) (edges, inPlace) = (ParallelEdgeCount.Of(edges), false);
        return new(_graph, nodes, edges, isDirected: !_request.Undirected, inPlace, source, _execution);
    }

    private bool IsIn(NodeTable table) => !_request.WithoutPlaceholders || !table.HasLabel(Labels.Placeholder);

    /// <summary>The edges of each type that a pattern names, in the order of the store's tables.</summary>
    private List<EdgeLayer> Layers(NodeSelection nodes)
    {
        List<EdgeLayer> layers = [];
        foreach (EdgeTable table in _graph.EdgeTables.Where(table => table.Count > 0))
        {
            ProjectionPattern[] patterns = [.. _patterns.Where(pattern => pattern.Types.Count == 0 || pattern.Types.Contains(table.Type))];
            if (patterns.Length == 0) continue;
            layers.Add(new(table, [.. patterns.Select(pattern => (nodes.WithLabel(pattern.From), nodes.WithLabel(pattern.To)))]));
        }

        if (_request.WeightProperty is { } property && layers.Count > 0)
        {
            IReadOnlyList<string> known = EdgeWeights.Known(layers.Select(layer => layer.Table));
            if (!known.Contains(property)) throw EngineErrors.NoWeights(property, known);
        }

        return layers;
    }

    private void RequireKnown(ProjectionPattern pattern)
    {
        foreach (string? label in (string?[])[pattern.From, pattern.To])
            if (label is not null && !_graph.Labels.Contains(label)) throw EngineErrors.UnknownLabel(label, _graph.Labels);
        foreach (string type in pattern.Types)
            if (_graph.Edges(type) is null) throw EngineErrors.UnknownEdgeType(type, _graph.EdgeTables.Select(table => table.Type));
    }

    private static ProjectionPattern Default(GraphReader graph) =>
        graph.Edges(EdgeTypes.Cites) is { Count: > 0 } && graph.Labels.Contains(Labels.Paper)
            ? new(Labels.Paper, [EdgeTypes.Cites], Labels.Paper)
            : new(null, [], null);
}
