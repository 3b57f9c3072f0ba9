using System.Diagnostics;
using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>Breadth-first search that costs only what it reaches, from one node after another.</summary>
/// <remarks>For one thread; allocates nothing while it runs.</remarks>
internal sealed class LevelSearch
{
    private const int NodesBetweenLooks = 1 << 14;

    private readonly CsrRows[] _rows;
    private readonly CancellationToken _cancellation;
    private readonly int[] _distances, _nodes;
    private int _count;

    /// <param name="nodeCount">Number of nodes.</param>
    /// <param name="cancellation">Observed every few thousand nodes.</param>
    /// <param name="rows">The rows that are gone along: one, or several to take the neighbours of all.</param>
    public LevelSearch(int nodeCount, CancellationToken cancellation, params CsrRows[] rows)
    {
        (_rows, _cancellation, _distances, _nodes) = (rows, cancellation, new int[nodeCount], new int[nodeCount]);
        Array.Fill(_distances, -1);
    }

    /// <summary>The nodes that the last search found, by rising distance.</summary>
    public ReadOnlySpan<int> Nodes => _nodes.AsSpan(0, _count);

    /// <summary>The greatest distance of the last search.</summary>
    public int Depth => _distances[_nodes[_count - 1]];

    /// <summary>The distance of a node from the source of the last search; −1 if it was not found.</summary>
    public int Distance(int node) => _distances[node];

    /// <summary>The nodes of the last search at a distance.</summary>
    public ReadOnlySpan<int> Level(int distance) => _nodes.AsSpan(FirstFrom(distance)..FirstFrom(distance + 1));

    /// <summary>A neighbour that is nearer to the source than a node that was found; for searches along one kind of rows that are
    /// symmetric.</summary>
    public int Nearer(int node)
    {
        foreach (int neighbour in _rows[0].Neighbours(node))
            if (_distances[neighbour] == _distances[node] - 1) return neighbour;
        throw new UnreachableException("Each node but the source was found from a nearer one.");
    }

    /// <summary>Searches from a node as far as asked for.</summary>
    public void From(int source, int radius = int.MaxValue)
    {
        foreach (int node in Nodes) _distances[node] = -1;
        (_distances[source], _nodes[0], _count) = (0, source, 1);
        for (int i = 0; i < _count; i++)
        {
            if (i % NodesBetweenLooks == 0) _cancellation.ThrowIfCancellationRequested();
            int node = _nodes[i], distance = _distances[node];
            if (distance == radius) break;
            foreach (CsrRows rows in _rows)
            {
                foreach (int neighbour in rows.Neighbours(node))
                {
                    if (_distances[neighbour] >= 0) continue;
                    _distances[neighbour] = distance + 1;
                    _nodes[_count++] = neighbour;
                }
            }
        }
    }

    // The place of the first node that is at least as far: distances rise.
    private int FirstFrom(int distance)
    {
        int low = 0, high = _count;
        while (low < high)
        {
            int middle = low + ((high - low) / 2);
            if (_distances[_nodes[middle]] < distance) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
