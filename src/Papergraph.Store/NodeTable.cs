namespace Papergraph.Store;

/// <summary>The nodes that have one set of labels, with their properties as columns.</summary>
/// <remarks>Either a table of the segment, whose nodes are a contiguous range of ids (some of them dead rows where nodes were deleted or
/// have other labels now), or the table of the nodes that have come to the set since: created ones, and ones that had other labels. So a
/// set has up to two tables, in which the rows of the second are the ids themselves.</remarks>
public sealed class NodeTable : Table
{
    private readonly long _rowBound;

    internal NodeTable(SegmentSections sections, NodeTableLayout layout, int firstNode)
        : base(
            OpenColumns(sections, layout.Columns, layout.Count, "nodes " + string.Join(':', layout.Labels)), layout.Count, TableChanges.None) =>
        (Labels, FirstNode, Count, _rowBound) = (layout.Labels, firstNode, layout.Count, layout.Count);

    /// <summary>A table for nodes that come to a set of labels, without any yet.</summary>
    internal NodeTable(IReadOnlyList<string> labels) : base([], 0, TableChanges.None) => Labels = labels;

    private NodeTable(NodeTable before, TableChanges changes, int count, long rowBound)
        : base(before.StoredColumns, before.StoredRows, changes) =>
        (Labels, FirstNode, Count, _rowBound) = (before.Labels, before.FirstNode, count, rowBound);

    /// <summary>The labels, in the order given by the writer. A node may have none.</summary>
    public IReadOnlyList<string> Labels { get; }

    /// <summary>Number of nodes; dead rows are not counted.</summary>
    public int Count { get; }

    /// <inheritdoc/>
    public override long RowBound => _rowBound;

    internal override long LiveCount => Count;

    /// <summary>The id of row 0.</summary>
    internal int FirstNode { get; }

    /// <summary>Whether the nodes of this table have the label.</summary>
    public bool HasLabel(string label) => Labels.Contains(label, StringComparer.Ordinal);

    /// <summary>The row of a node in the columns. O(1).</summary>
    /// <param name="node">A node of this table (see <see cref="GraphReader.TableOf"/>); for any other the answer has no meaning.</param>
    public long RowOf(int node) => (long)node - FirstNode;

    /// <summary>The node of a row. O(1).</summary>
    /// <param name="row">A live row; for any other the answer has no meaning.</param>
    public int NodeAt(long row) => FirstNode + (int)row;

    /// <summary>The table with the node in it, which it had not.</summary>
    internal NodeTable With(int node, RowChange change)
    {
        long row = RowOf(node);
        TableChanges changes = Changes with { Rows = Changes.Rows.With(row, change) };
        NodeTable with = new(this, changes, Count + 1, Math.Max(_rowBound, row + 1));
        foreach ((string name, object value) in with.KeptValues(row)) changes = changes.Count(name, value, 1);
        return new(this, changes, with.Count, with._rowBound);
    }

    /// <summary>The table without one of its nodes.</summary>
    internal NodeTable Without(int node) => new(this, ChangesWithout(RowOf(node)), Count - 1, _rowBound);

    /// <summary>The table with these values of a property of its nodes; null removes it.</summary>
    /// <param name="name">Name of the property.</param>
    /// <param name="values">At least one; the nodes rise.</param>
    internal NodeTable With(string name, ReadOnlySpan<(int Node, object? Value)> values)
    {
        (long, object?)[] rows = new (long, object?)[values.Length];
        for (int i = 0; i < rows.Length; i++) rows[i] = (RowOf(values[i].Node), values[i].Value);
        return new(this, ChangesWith(name, rows), Count, _rowBound);
    }

    /// <summary>The tables of a segment, one after another from node 0 on.</summary>
    /// <exception cref="StoreException">They have too many nodes, or two of them the same labels.</exception>
    internal static NodeTable[] OpenAll(SegmentSections sections, IReadOnlyList<NodeTableLayout> layouts)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        NodeTable[] tables = new NodeTable[layouts.Count];
        int firstNode = 0;
        for (int i = 0; i < tables.Length; i++)
        {
            if (layouts[i].Count > Array.MaxLength - firstNode) throw sections.Fault("there are too many nodes");
            IReadOnlyList<string> labels = layouts[i].Labels;
            if (labels.Distinct(StringComparer.Ordinal).Count() < labels.Count || !seen.Add(SetOf(labels)))
                throw sections.Fault($"node table {i} has no labels of its own");
            tables[i] = new(sections, layouts[i], firstNode);
            firstNode += layouts[i].Count;
        }

        return tables;
    }

    /// <summary>The labels as a set: equal for all orders, and for nothing else. With lengths, as a label may hold any character.</summary>
    internal static string SetOf(IEnumerable<string> labels) =>
        string.Concat(labels.Order(StringComparer.Ordinal).Select(label => $"{label.Length}:{label}"));
}
