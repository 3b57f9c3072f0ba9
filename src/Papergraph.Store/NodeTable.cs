namespace Papergraph.Store;

/// <summary>The nodes that have one set of labels: a contiguous range of ids, with their properties as columns.</summary>
public sealed class NodeTable : Table
{
    internal NodeTable(SegmentSections sections, NodeTableLayout layout, int firstNode)
        : base(OpenColumns(sections, layout.Columns, layout.Count, "nodes " + string.Join(':', layout.Labels))) =>
        (Labels, FirstNode, Count) = (layout.Labels, firstNode, layout.Count);

    /// <summary>The labels, in the order given by the writer.</summary>
    public IReadOnlyList<string> Labels { get; }

    /// <summary>The id of the first node; row r of the columns belongs to node <c>FirstNode + r</c>.</summary>
    public int FirstNode { get; }

    /// <summary>Number of nodes.</summary>
    public int Count { get; }

    /// <summary>Whether the nodes of this table have the label.</summary>
    public bool HasLabel(string label) => Labels.Contains(label, StringComparer.Ordinal);

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
            if (labels.Count == 0 || labels.Distinct(StringComparer.Ordinal).Count() < labels.Count || !seen.Add(SetOf(labels)))
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
