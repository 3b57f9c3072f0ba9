namespace Papergraph.Store;

/// <summary>Checks that the two directions of an edge table are in order and say the same.</summary>
internal static class AdjacencyVerification
{
    public static void Verify(EdgeTable table, FaultList faults)
    {
        table.Outgoing.VerifyRows(faults);
        table.Incoming.VerifyRows(faults);
        faults.Each(table.Incoming.NodeCount, row => VerifyIncoming(table, (int)row + table.Incoming.FirstNode));
    }

    /// <summary>Every incoming edge is the outgoing edge at its position. As no position can occur twice (within a node they ascend, and
    /// between nodes the targets differ) and both sides have as many edges, none is missing either.</summary>
    private static void VerifyIncoming(EdgeTable table, int target)
    {
        ReadOnlySpan<int> sources = table.Incoming.Neighbours(target);
        EdgePositions positions = table.Incoming.Positions(target);
        for (int i = 0; i < sources.Length; i++)
        {
            if (i > 0 && sources[i] == sources[i - 1] && positions[i] <= positions[i - 1])
                throw table.Incoming.Fault($"the positions of the parallel edges from {sources[i]} to {target} do not ascend");
            EdgePositions row = table.Outgoing.Positions(sources[i]);
            long place = row.Count == 0 ? -1 : positions[i] - row[0];
            if (place < 0 || place >= row.Count || table.Outgoing.Neighbours(sources[i])[(int)place] != target)
                throw table.Incoming.Fault($"the edge from {sources[i]} to {target} is not at position {positions[i]}");
        }
    }
}
