namespace Papergraph.Store;

/// <summary>Finds the ends of the edges of a type, each from the direction in which it can be read.</summary>
internal static class SalvagedEdges
{
    private const int Unknown = -1;

    /// <summary>Source and target of each position; −1 and −1 where neither direction tells, and where there is no edge.</summary>
    public static (int[] Sources, int[] Targets) Of(EdgeTable table)
    {
        int[] sources = new int[table.RowBound], targets = new int[table.RowBound];
        Array.Fill(sources, Unknown);
        Array.Fill(targets, Unknown);
        Collect(table.Outgoing, (node, neighbour, position) => Set(position, node, neighbour));
        Collect(table.Incoming, (node, neighbour, position) => Set(position, neighbour, node));
        return (sources, targets);

        void Set(long position, int source, int target)
        {
            if ((ulong)position >= (ulong)sources.LongLength || sources[position] != Unknown) return;
            (sources[position], targets[position]) = (source, target);
        }
    }

    private static void Collect(Adjacency adjacency, Action<int, int, long> found)
    {
        for (int node = adjacency.FirstNode; node < adjacency.FirstNode + adjacency.NodeCount; node++)
        {
            try
            {
                ReadOnlySpan<int> neighbours = adjacency.Neighbours(node);
                EdgePositions positions = adjacency.Positions(node);
                for (int i = 0; i < neighbours.Length; i++) found(node, neighbours[i], positions[i]);
            }
            catch (StoreException)
            {
                // The other direction may have these edges.
            }
        }
    }
}
