using Papergraph.Store;

namespace Papergraph.Engine.Analysis.Projections;

/// <summary>The nodes of a stored graph that a projection has, numbered anew from 0 in the order of their ids.</summary>
internal sealed class NodeSelection
{
    private readonly GraphReader _graph;
    private readonly List<NodeTable> _tables;

    // Null when the nodes are the ids from 0 on: then nothing has to be numbered anew.
    private readonly int[]? _nodes, _numbers;

    private NodeSelection(GraphReader graph, List<NodeTable> tables)
    {
        (_graph, _tables, Count) = (graph, tables, tables.Sum(table => table.Count));
        if (AreFirst(tables)) return;
        _nodes = new int[Count];
        int number = 0;
        foreach (NodeTable table in tables)
            foreach (long row in table.LiveRows) _nodes[number++] = table.NodeAt(row);
        Array.Sort(_nodes);
        _numbers = new int[graph.NodeBound];
        Array.Fill(_numbers, -1);
        for (number = 0; number < _nodes.Length; number++) _numbers[_nodes[number]] = number;
    }

    /// <summary>Number of nodes.</summary>
    internal int Count { get; }

    /// <summary>Whether the numbers are the ids themselves.</summary>
    internal bool IsAsStored => _nodes is null;

    /// <summary>The nodes that have one of the labels; null among these stands for any label.</summary>
    internal static NodeSelection Of(GraphReader graph, IReadOnlyCollection<string?> labels, Func<NodeTable, bool> isIn) =>
        new(graph, [.. graph.NodeTables.Where(table => table.Count > 0 && isIn(table) && labels.Any(label => Has(table, label)))]);

    /// <summary>The id of a node in the store.</summary>
    internal int IdOf(int number) => _nodes is null ? number : _nodes[number];

    /// <summary>The number of a node of the store, or −1 when it is not among these.</summary>
    internal int NumberOf(int id) => _numbers is not null ? _numbers[id] : id < Count ? id : -1;

    /// <summary>Which nodes of the store have the label, by their ids, or null when all of these nodes have it.</summary>
    internal bool[]? WithLabel(string? label)
    {
        if (_tables.TrueForAll(table => Has(table, label))) return null;
        bool[] has = new bool[_graph.NodeBound];
        foreach (NodeTable table in _tables.Where(table => Has(table, label)))
            foreach (long row in table.LiveRows) has[table.NodeAt(row)] = true;
        return has;
    }

    private static bool Has(NodeTable table, string? label) => label is null || table.HasLabel(label);

    /// <summary>Whether the nodes of the tables are the ids from 0 on, without a gap.</summary>
    private static bool AreFirst(List<NodeTable> tables)
    {
        if (tables.Exists(table => table.Count != table.RowBound)) return false;
        int next = 0;
        foreach (NodeTable table in tables.OrderBy(table => table.NodeAt(0)))
        {
            if (table.NodeAt(0) != next) return false;
            next += table.Count;
        }

        return true;
    }
}
