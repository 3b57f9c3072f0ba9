namespace Papergraph.Store;

/// <summary>Takes the nodes of one set of labels.</summary>
public sealed class NodeTableWriter : TableWriter
{
    private readonly string[] _labels;

    internal NodeTableWriter(string[] labels, int firstNode) => (_labels, FirstNode) = (labels, firstNode);

    /// <summary>The id of the first node of the table, whether or not it was added yet.</summary>
    public int FirstNode { get; }

    /// <summary>Number of nodes added to this table.</summary>
    public int Count { get; private set; }

    private protected override int RowCount => Count;

    /// <summary>Adds a node: the row that the columns of this table append to from now on.</summary>
    /// <returns>The id of the node: one more than the node added before, in whatever table; 0 for the first.</returns>
    /// <exception cref="InvalidOperationException">The table is finished.</exception>
    /// <exception cref="StoreException">The graph has 2³¹ − 57 nodes already, as many as an array can have elements.</exception>
    public int AddNode()
    {
        ThrowIfFinished();
        if (FirstNode + Count == Array.MaxLength) throw StoreErrors.TooManyNodes();
        return FirstNode + Count++;
    }

    internal NodeTableLayout Finish(SegmentFileWriter file) => new(_labels, Count, WriteColumns(file, RowOrder.AsAdded));
}
