using Papergraph.Algorithms;
using Papergraph.Core;
using Papergraph.Corpus;
using Papergraph.Engine.Search;
using Papergraph.Store;

namespace Papergraph.Engine.Analysis.Projections;

/// <summary>A part of a stored graph that algorithms run over. It is good for as long as the reader it was made from.</summary>
public sealed class ProjectedGraph : AnalysisGraph
{
    private readonly GraphReader _graph;
    private readonly NodeSelection _nodes;

    internal ProjectedGraph(
        GraphReader graph, NodeSelection nodes, DirectedCsr edges, bool isDirected, bool isInPlace, string source, Execution execution)
        : base(edges, isDirected, execution) => (_graph, _nodes, IsInPlace, Source) = (graph, nodes, isInPlace, source);

    internal ProjectedGraph(GraphReader graph, NodeSelection nodes, UndirectedCsr edges, string source, Execution execution)
        : base(edges, execution) => (_graph, _nodes, Source) = (graph, nodes, source);

    /// <summary>Whether the neighbours were not copied but are read where they lie in the store. Dropping directions copies them all the
    /// same.</summary>
    public bool IsInPlace { get; }

    /// <inheritdoc/>
    public override string Source { get; }

    /// <summary>The id that the node has in the store.</summary>
    public int StoredNode(int node) => _nodes.IdOf(node);

    /// <summary>Whether a node of the store is one of these.</summary>
    internal bool Holds(int storedNode) => _nodes.NumberOf(storedNode) >= 0;

    /// <inheritdoc/>
    public override string IdOf(int node)
    {
        (NodeTable table, long row) = Place(node);
        return table.Strings(Keys.Id)?[row] ?? NodeSummary.Of(_graph, StoredNode(node)).Id;
    }

    /// <inheritdoc/>
    public override string NameOf(int node) => NodeSummary.Of(_graph, StoredNode(node)).Name;

    /// <inheritdoc/>
    public override int Find(string name) => _nodes.NumberOf(NodeSearch.Resolve(_graph, name, Holds, Source).Node);

    /// <inheritdoc/>
    public override long CitationsOf(int node) =>
        _graph.Edges(EdgeTypes.Cites) is { } citations ? citations.Incoming.Degree(StoredNode(node)) : base.CitationsOf(node);

    /// <inheritdoc/>
    public override double[] Numbers(string property)
    {
        double[] numbers = new double[NodeCount];
        bool any = false;
        for (int node = 0; node < NodeCount; node++)
        {
            (NodeTable table, long row) = Place(node);
            double? number = table.Doubles(property)?[row] ?? table.Int64s(property)?[row];
            any |= number is not null;
            numbers[node] = number ?? double.NaN;
        }

        return any || NodeCount == 0 ? numbers : throw EngineErrors.NoNumbers(property, Known(PropertyType.Double, PropertyType.Int64));
    }

    /// <inheritdoc/>
    public override string?[] Texts(string property)
    {
        string?[] texts = new string?[NodeCount];
        bool any = false;
        for (int node = 0; node < NodeCount; node++)
        {
            (NodeTable table, long row) = Place(node);
            texts[node] = table.Value(row, property) is { } value ? PropertyText.Of(value) : null;
            any |= texts[node] is not null;
        }

        return any || NodeCount == 0 ? texts : throw EngineErrors.NoProperty(property, Known());
    }

    private (NodeTable Table, long Row) Place(int node)
    {
        int id = StoredNode(node);
        NodeTable table = _graph.TableOf(id);
        return (table, table.RowOf(id));
    }

    private List<string> Known(params PropertyType[] types) =>
    [
        .. _graph.NodeTables.SelectMany(table => table.Columns).Where(column => types.Length == 0 || types.Contains(column.Type))
            .Select(column => column.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
    ];
}
