using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Papergraph.Store;

/// <summary>One state of a graph: a segment, and what was changed since. Immutable: a change makes a successor, which shares with this
/// state all that the change did not touch.</summary>
/// <remarks>
/// <para>So a savepoint is a state that somebody keeps, a rollback forgets the newer one, and what a reader sees is the state that it was
/// given. A change costs O(log changes) besides what it says itself.</para>
/// <para>A state does not count as a user of its <see cref="Basis"/>; whoever keeps states does.</para>
/// </remarks>
internal sealed record GraphState
{
    /// <summary>The key of the metadata under which a compaction notes that transactions have changed the graph.</summary>
    public const string EditedKey = "edited";

    /// <summary>The key of the metadata that counts the commits since the segment that were <see cref="GraphTransaction.IsDerived"/>.</summary>
    public const string DerivedKey = "derived-commits";

    private readonly IndexCatalog? _indexes;

    private GraphState(GraphBasis basis)
    {
        SegmentContent content = basis.Content;
        (Basis, NodeBound, NodeCount, EdgeCount) = (basis, content.NodeCount, content.NodeCount, content.EdgeCount);
        (Tables, EdgeTables, Metadata) = ([.. content.NodeTables], [.. content.EdgeTables], content.Metadata);
    }

    /// <summary>The segment.</summary>
    public GraphBasis Basis { get; }

    /// <summary>The tables of nodes: first those of the segment, then those of label sets to which nodes have come since, in the order in
    /// which the first came. A table stays when its last node has left it.</summary>
    public ImmutableArray<NodeTable> Tables { get; private init; }

    /// <summary>The tables of edges: first those of the segment, then the others in the order in which their first edge was
    /// created.</summary>
    public ImmutableArray<EdgeTable> EdgeTables { get; private init; }

    /// <summary>The texts kept with the graph.</summary>
    public ImmutableSortedDictionary<string, string> Metadata { get; private init; }

    /// <summary>The indexes and constraints. They are as of the last time that changes were told to them; the transaction does so before
    /// anybody asks them.</summary>
    public IndexCatalog Indexes
    {
        get => _indexes ?? Basis.Content.Indexes;
        init => _indexes = value;
    }

    /// <summary>Number of nodes.</summary>
    public int NodeCount { get; private init; }

    /// <summary>Number of edges.</summary>
    public long EdgeCount { get; private init; }

    /// <summary>The least number that was never the id of a node: the next one to be given.</summary>
    public int NodeBound { get; private init; }

    /// <summary>Number of commits that lead from the segment to this state.</summary>
    public long Commits { get; init; }

    /// <summary>Number of these commits that wrote only what can be computed again.</summary>
    public long DerivedCommits =>
        Metadata.TryGetValue(DerivedKey, out string? count) && long.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out long derived)
            ? derived
            : 0;

    /// <summary>Whether transactions that are not derived have changed the graph since it was written as a whole; a compaction does not make
    /// this forgotten.</summary>
    public bool IsEdited => Commits > DerivedCommits || Metadata.ContainsKey(EditedKey);

    // Where nodes lie that do not lie in their table of the segment: created, deleted, and with other labels.
    private IdMap<NodeHome> Homes { get; init; } = IdMap<NodeHome>.Empty;

    // The number of the table of a label set to which nodes have come, by the set.
    private ImmutableDictionary<string, int>? NumberOfSet { get; init; }

    // The number of the table of a type that the segment does not have, by the type.
    private ImmutableDictionary<string, int>? NewEdgeTypes { get; init; }

    /// <summary>The state that the segment holds.</summary>
    public static GraphState Of(GraphBasis basis) => new(basis);

    /// <summary>Whether there is a node of this id, not deleted.</summary>
    public bool HasNode(int node) =>
        (uint)node < (uint)NodeBound && (Homes.IsEmpty || Homes.Find(node) is not { } home || home != NodeHome.Nowhere);

    /// <summary>The table in which the node lies.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such node.</exception>
    public NodeTable TableOf(int node) => Tables[NumberOf(node)];

    /// <summary>The edges of a type, or null when there never was one.</summary>
    public EdgeTable? Edges(string type) => NumberOf(type) is { } number ? EdgeTables[number] : null;

    /// <summary>The node or edge as it is in this state, or null when it is not there.</summary>
    public IEntityImage? ImageOf(EntityKey entity)
    {
        if (entity.Kind == EntityKind.Edge)
            return Edges(entity.Type) is { } edges && edges.IsLive(entity.Id) ? new EdgeImage(edges, entity.Id) : null;
        if (!HasNode((int)entity.Id)) return null;
        NodeTable table = TableOf((int)entity.Id);
        return new NodeImage(table, table.RowOf((int)entity.Id));
    }

    /// <summary>All nodes and edges that are not as they are in the segment, each once.</summary>
    public IEnumerable<ChangedEntity> ChangedEntities()
    {
        SegmentContent content = Basis.Content;
        for (int number = 0; number < Tables.Length; number++)
        {
            NodeTable table = Tables[number];
            foreach ((long row, RowChange change) in table.Changes.Rows.Entries())
            {
                // A node that came from the segment has a row there too, a dead one, and is named when that comes by.
                if (change.Origin is not null) continue;
                int node = table.NodeAt(row);
                IEntityImage? before = number < content.NodeTables.Count ? new NodeImage(content.NodeTables[number], row) : null;
                yield return new(EntityKind.Node, node, before, ImageOf(EntityKey.Node(node)));
            }
        }

        for (int number = 0; number < EdgeTables.Length; number++)
        {
            EdgeTable table = EdgeTables[number];
            foreach ((long position, _) in table.Changes.Rows.Entries())
            {
                IEntityImage? before = position < table.StoredRows ? new EdgeImage(content.EdgeTables[number], position) : null;
                yield return new(EntityKind.Edge, position, before, ImageOf(EntityKey.Edge(table.Type, position)));
            }
        }
    }

    /// <summary>The state with a new node, whose id is <see cref="NodeBound"/>.</summary>
    /// <exception cref="StoreException">There is no id left.</exception>
    public GraphState WithNode(IReadOnlyList<string> labels)
    {
        if (NodeBound == Array.MaxLength) throw StoreErrors.TooManyNodes();
        return Put(NodeBound, labels, RowChange.Unchanged) with { NodeBound = NodeBound + 1, NodeCount = NodeCount + 1 };
    }

    /// <summary>The state without a node that has no edges.</summary>
    public GraphState WithoutNode(int node)
    {
        int number = NumberOf(node);
        return this with
        {
            Tables = Tables.SetItem(number, Tables[number].Without(node)),
            Homes = Homes.With(node, NodeHome.Nowhere),
            NodeCount = NodeCount - 1,
        };
    }

    /// <summary>The state in which the node has just these labels.</summary>
    public GraphState WithLabels(int node, IReadOnlyList<string> labels)
    {
        int number = NumberOf(node);
        NodeTable table = Tables[number];
        long row = table.RowOf(node);
        RowChange change = table.Changes.Rows.Find(row) ?? RowChange.Unchanged;
        // A table of the segment, as the segment has it: it outlives all states and drags none of them along.
        if (row < table.StoredRows) change = change with { Origin = (Basis.Content.NodeTables[number], row) };
        return (this with { Tables = Tables.SetItem(number, table.Without(node)) }).Put(node, labels, change);
    }

    /// <summary>The state with these values of a property of nodes; null removes it.</summary>
    /// <param name="name">Name of the property.</param>
    /// <param name="values">The nodes rise.</param>
    public GraphState WithProperties(string name, ReadOnlySpan<(int Node, object? Value)> values)
    {
        List<(int Node, object? Value)>?[] ofTables = new List<(int, object?)>?[Tables.Length];
        foreach ((int Node, object? Value) value in values) (ofTables[NumberOf(value.Node)] ??= []).Add(value);
        ImmutableArray<NodeTable>.Builder tables = Tables.ToBuilder();
        for (int number = 0; number < ofTables.Length; number++)
            if (ofTables[number] is { } ofTable) tables[number] = tables[number].With(name, CollectionsMarshal.AsSpan(ofTable));
        return this with { Tables = tables.MoveToImmutable() };
    }

    /// <summary>The state with a new edge, whose position is the <see cref="Table.RowBound"/> of the table of its type.</summary>
    public GraphState WithEdge(string type, int source, int target)
    {
        GraphState state = NumberOf(type) is null
            ? this with { NewEdgeTypes = (NewEdgeTypes ?? NoNumbers).Add(type, EdgeTables.Length), EdgeTables = EdgeTables.Add(new(type)) }
            : this;
        int number = state.NumberOf(type)!.Value;

        EdgeTable table = state.EdgeTables[number].With(source, target);
        return state with { EdgeTables = state.EdgeTables.SetItem(number, table), EdgeCount = EdgeCount + 1 };
    }

    /// <summary>The state without an edge.</summary>
    public GraphState WithoutEdge(string type, long position)
    {
        int number = NumberOf(type)!.Value;
        return this with { EdgeTables = EdgeTables.SetItem(number, EdgeTables[number].Without(position)), EdgeCount = EdgeCount - 1 };
    }

    /// <summary>The state with this value of a property of an edge; null removes it.</summary>
    public GraphState WithProperty(string type, long position, string name, object? value)
    {
        int number = NumberOf(type)!.Value;
        return this with { EdgeTables = EdgeTables.SetItem(number, EdgeTables[number].With(position, name, value)) };
    }

    /// <summary>The state with this text under a key; null removes it.</summary>
    public GraphState WithMetadata(string key, string? value) =>
        this with { Metadata = value is null ? Metadata.Remove(key) : Metadata.SetItem(key, value) };

    // Not a static field: opening a graph without changes shall not have it made.
    private static ImmutableDictionary<string, int> NoNumbers => ImmutableDictionary.Create<string, int>(StringComparer.Ordinal);

    private int? NumberOf(string type) =>
        Basis.Content.EdgeTypes.TryGetValue(type, out int number) || NewEdgeTypes?.TryGetValue(type, out number) == true ? number : null;

    private int NumberOf(int node)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)node, (uint)NodeBound, nameof(node));
        if (Homes.Find(node) is { } home)
            return home.Table >= 0 ? home.Table : throw new ArgumentOutOfRangeException(nameof(node), node, "The node was deleted.");
        (int low, int high) = (0, Basis.Content.NodeTables.Count - 1);
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            if (Tables[middle].FirstNode <= node) low = middle;
            else high = middle - 1;
        }

        return low;
    }

    private GraphState Put(int node, IReadOnlyList<string> labels, RowChange change)
    {
        string set = NodeTable.SetOf(labels);
        ImmutableDictionary<string, int> numberOfSet = NumberOfSet ?? NoNumbers;
        ImmutableArray<NodeTable> tables = Tables;
        if (!numberOfSet.TryGetValue(set, out int number))
        {
            number = tables.Length;
            numberOfSet = numberOfSet.Add(set, number);
            tables = tables.Add(new([.. LabelsAsKnown(set) ?? labels]));
        }

        NodeTable table = tables[number];
        return this with
        {
            Tables = tables.SetItem(number, table.With(node, change)),
            NumberOfSet = numberOfSet,
            Homes = Homes.With(node, new(number)),
        };
    }

    /// <summary>The labels of a set in the order of the segment, if it has the set: both tables of a set name them alike.</summary>
    private IReadOnlyList<string>? LabelsAsKnown(string set) =>
        Basis.Content.NodeTables.FirstOrDefault(table => NodeTable.SetOf(table.Labels) == set)?.Labels;
}
