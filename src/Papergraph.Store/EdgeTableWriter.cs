namespace Papergraph.Store;

/// <summary>Takes the edges of one type, in any order; parallel edges and self-loops are edges like all others.</summary>
/// <remarks>In the finished table the edges lie sorted by source, target and order of adding.</remarks>
public sealed class EdgeTableWriter : TableWriter
{
    internal EdgeTableWriter()
    {
    }

    /// <summary>Number of edges added to this table.</summary>
    public long Count => throw new NotImplementedException();

    /// <summary>Adds an edge: the row that the columns of this table append to from now on.</summary>
    /// <param name="source">A node added before.</param>
    /// <param name="target">A node added before.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such node.</exception>
    /// <exception cref="InvalidOperationException">The table is finished.</exception>
    /// <exception cref="StoreException">The table has 2³¹ − 57 edges already, which is what the bulk writer can sort.</exception>
    public void Add(int source, int target) => throw new NotImplementedException();
}
