namespace Papergraph.Store;

/// <summary>The positions in their table of the edges between one node and its neighbours, in the order of the neighbours.</summary>
public readonly ref struct EdgePositions
{
    /// <summary>Number of edges; equal to the number of neighbours.</summary>
    public int Count => throw new NotImplementedException();

    /// <summary>Position of the edge to the i-th neighbour: its row in the columns of the edge table.</summary>
    /// <exception cref="IndexOutOfRangeException">There is no such neighbour.</exception>
    public long this[int index] => throw new NotImplementedException();
}
