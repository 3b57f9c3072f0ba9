namespace Papergraph.Store;

/// <summary>The nodes that have one set of labels: a contiguous range of ids, with their properties as columns.</summary>
public sealed class NodeTable : Table
{
    internal NodeTable(IReadOnlyList<Column> columns) : base(columns)
    {
    }

    /// <summary>The labels, in the order given by the writer.</summary>
    public IReadOnlyList<string> Labels => throw new NotImplementedException();

    /// <summary>The id of the first node; row r of the columns belongs to node <c>FirstNode + r</c>.</summary>
    public int FirstNode => throw new NotImplementedException();

    /// <summary>Number of nodes.</summary>
    public int Count => throw new NotImplementedException();

    /// <summary>Whether the nodes of this table have the label.</summary>
    public bool HasLabel(string label) => throw new NotImplementedException();
}
