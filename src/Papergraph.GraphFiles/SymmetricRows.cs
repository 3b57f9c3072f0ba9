using Papergraph.Core;

namespace Papergraph.GraphFiles;

/// <summary>Takes the edges of an undirected graph whose rows are to have each edge at both its ends.</summary>
internal static class SymmetricRows
{
    /// <summary>Each edge once, from its lesser end, also where only one of the two rows has it.</summary>
    internal static DirectedCsr EachEdgeOnce(DirectedCsr rows, int threads, CancellationToken cancellation)
    {
        List<(int, int)> edges = [];
        List<double>? weights = rows.IsWeighted ? [] : null;
        for (int node = 0; node < rows.NodeCount; node++)
        {
            if ((node & 0xFFFF) == 0) cancellation.ThrowIfCancellationRequested();
            ReadOnlySpan<int> there = rows.Outgoing(node), back = rows.Incoming(node);
            ReadOnlySpan<double> thereWeights = rows.OutgoingRows.WeightsOf(node), backWeights = rows.IncomingRows.WeightsOf(node);
            (int i, int j) = (0, 0);
            while (i < there.Length || j < back.Length)
            {
                int inThere = i < there.Length ? there[i] : int.MaxValue, inBack = j < back.Length ? back[j] : int.MaxValue;
                int other = Math.Min(inThere, inBack);
                if (other >= node)
                {
                    edges.Add((node, other));
                    weights?.Add(inThere == other ? thereWeights[i] : backWeights[j]);
                }

                if (inThere == other) i++;
                if (inBack == other) j++;
            }
        }

        ReadOnlyMemory<double>[]? parts = weights is null ? null : [weights.ToArray()];
        return DirectedCsr.FromEdgeParts(rows.NodeCount, [edges.ToArray()], parts, threads, cancellation);
    }
}
