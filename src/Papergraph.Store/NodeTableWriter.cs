namespace Papergraph.Store;

/// <summary>Takes the nodes of one set of labels.</summary>
public sealed class NodeTableWriter : TableWriter
{
    internal NodeTableWriter()
    {
    }

    /// <summary>The id of the first node of the table, whether or not it was added yet.</summary>
    public int FirstNode => throw new NotImplementedException();

    /// <summary>Number of nodes added to this table.</summary>
    public int Count => throw new NotImplementedException();

    /// <summary>Adds a node: the row that the columns of this table append to from now on.</summary>
    /// <returns>The id of the node: one more than the node added before, in whatever table; 0 for the first.</returns>
    /// <exception cref="InvalidOperationException">The table is finished.</exception>
    /// <exception cref="StoreException">The graph has 2³¹ − 1 nodes already.</exception>
    public int AddNode() => throw new NotImplementedException();
}
