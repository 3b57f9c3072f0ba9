namespace Papergraph.Store;

/// <summary>The neighbours of each node along the edges of one type in one direction (compressed sparse rows).</summary>
/// <remarks>A node that has no such edge, and a number that is no node, has no neighbours. A neighbour occurs as often as there are
/// parallel edges to it. Every id handed out is a node of the graph.</remarks>
public sealed class Adjacency
{
    internal Adjacency()
    {
    }

    /// <summary>The first node that may have neighbours.</summary>
    public int FirstNode => throw new NotImplementedException();

    /// <summary>Number of nodes from <see cref="FirstNode"/> on that may have neighbours.</summary>
    public int NodeCount => throw new NotImplementedException();

    /// <summary>Number of edges.</summary>
    public long EdgeCount => throw new NotImplementedException();

    /// <summary>The neighbours of the node, ascending. The span ends with the reader.</summary>
    /// <exception cref="StoreException">The file is damaged here.</exception>
    /// <exception cref="ObjectDisposedException">The reader was disposed.</exception>
    public ReadOnlySpan<int> Neighbours(int node) => throw new NotImplementedException();

    /// <summary>Number of neighbours, parallel edges counted each. O(1).</summary>
    /// <inheritdoc cref="Neighbours" path="/exception"/>
    public int Degree(int node) => throw new NotImplementedException();

    /// <summary>Where the edges to the neighbours lie in the table: the row of the i-th neighbour's edge in the columns.</summary>
    /// <inheritdoc cref="Neighbours" path="/exception"/>
    public EdgePositions Positions(int node) => throw new NotImplementedException();
}
