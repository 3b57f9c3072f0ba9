using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>A graph of groups in place of nodes.</summary>
/// <remarks>Of the <see cref="StrongComponents">strong components</see> it is the condensation, which has no cycles (F. Harary, R. Norman
/// and D. Cartwright, “Structural Models”, Wiley, 1965).</remarks>
public static class Condensation
{
    /// <summary>Puts a node in place of each group, and one edge in place of all those from one group to another.</summary>
    /// <param name="graph">Any directed graph.</param>
    /// <param name="groups">The group of each of its nodes.</param>
    /// <returns>A graph whose node g is group g of the partition. An edge weighs as many as it stands for, or the sum of their weights
    /// where there are any. Edges within a group are left out.</returns>
    /// <remarks>O(nodes + edges · log of the longest row).</remarks>
    /// <exception cref="PapergraphException">The partition is not one of the nodes of the graph.</exception>
    /// <exception cref="OverflowException">There are more edges than an array can hold.</exception>
    public static DirectedCsr Of(DirectedCsr graph, Partition groups)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(groups);
        if (groups.NodeCount != graph.NodeCount) throw AlgorithmErrors.UnfitLength("The partition", groups.NodeCount, graph.NodeCount);
        (long[] starts, int[] targets, double[] weights) = EdgesByGroup(graph, groups.Groups.Span, groups.Count);
        long[] offsets = new long[groups.Count + 1L];
        int kept = 0;
        for (int group = 0; group < groups.Count; group++)
        {
            (int start, int end) = ((int)starts[group], (int)starts[group + 1]);
            Array.Sort(targets, weights, start, end - start);
            for (int i = start; i < end; i++)
            {
                if (kept > offsets[group] && targets[kept - 1] == targets[i]) weights[kept - 1] += weights[i];
                else (targets[kept], weights[kept++]) = (targets[i], weights[i]);
            }

            offsets[group + 1] = kept;
        }

        CsrRows outgoing = CsrRows.OfArrays(offsets, targets[..kept], weights: weights[..kept]);
        return new(groups.Count, outgoing, outgoing.Transposed(groups.Count));
    }

    // The group that each edge between two groups leads to, and its weight, by the group that it comes from.
    private static (long[] Starts, int[] Targets, double[] Weights) EdgesByGroup(
        DirectedCsr graph, ReadOnlySpan<int> groups, int groupCount)
    {
        CsrView rows = new(graph.OutgoingRows);
        long[] starts = new long[groupCount + 1L];
        for (int node = 0; node < groups.Length; node++)
        {
            int group = groups[node], between = 0;
            foreach (int target in rows.Neighbours(node)) between += groups[target] != group ? 1 : 0;
            starts[group + 1] += between;
        }

        for (int group = 0; group < groupCount; group++) starts[group + 1] += starts[group];
        int[] targets = new int[checked((int)starts[groupCount])];
        double[] weights = new double[targets.Length];
        long[] next = starts[..groupCount];
        for (int node = 0; node < groups.Length; node++)
        {
            ReadOnlySpan<int> row = rows.Neighbours(node);
            ReadOnlySpan<double> values = rows.Weights(node);
            for (int i = 0; i < row.Length; i++)
            {
                if (groups[row[i]] == groups[node]) continue;
                long at = next[groups[node]]++;
                (targets[at], weights[at]) = (groups[row[i]], values.IsEmpty ? 1 : values[i]);
            }
        }

        return (starts, targets, weights);
    }
}
