using System.Numerics;
using Papergraph.Core;

namespace Papergraph.Store;

/// <summary>Counts what there is to know of the edges of one type.</summary>
internal static class EdgeSurvey
{
    public static EdgeTableStatistics Of(EdgeTable table, IReadOnlyList<NodeTable> nodeTables, IReadOnlyList<ColumnStatistics> columns)
    {
        (IReadOnlyList<EndpointCount> endpoints, long selfLoops) = CountEndpoints(table.Outgoing.Rows, nodeTables);
        return new(
            table.Type, table.Count, selfLoops, HistogramOf(table.Outgoing.Rows), HistogramOf(table.Incoming.Rows), endpoints, columns);
    }

    private static DegreeHistogram HistogramOf(CsrRows rows)
    {
        Span<long> counts = stackalloc long[64];
        counts.Clear();
        long greatest = 0;
        ReadOnlySpan<long> offsets = rows.Offsets;
        for (int row = 0; row < rows.NodeCount; row++)
        {
            long degree = offsets[row + 1] - offsets[row];
            if (degree == 0) continue;
            counts[BitOperations.Log2((ulong)degree)]++;
            greatest = Math.Max(greatest, degree);
        }

        return new(counts[..(greatest == 0 ? 0 : BitOperations.Log2((ulong)greatest) + 1)].ToArray(), greatest);
    }

    /// <summary>Goes along the edges; as targets ascend within a source, the table changes seldom.</summary>
    private static (IReadOnlyList<EndpointCount> Endpoints, long SelfLoops) CountEndpoints(CsrRows rows, IReadOnlyList<NodeTable> tables)
    {
        Dictionary<(int Source, int Target), long> counts = [];
        long selfLoops = 0;
        int source = 0;
        for (int node = rows.FirstNode; node < rows.FirstNode + rows.NodeCount; node++)
        {
            if (!Holds(tables[source], node)) source = TableOf(tables, node);
            ReadOnlySpan<int> targets = rows.Neighbours(node);
            int start = 0;
            while (start < targets.Length)
            {
                int target = TableOf(tables, targets[start]), end = start;
                for (; end < targets.Length && Holds(tables[target], targets[end]); end++)
                {
                    if (targets[end] == node) selfLoops++;
                }

                counts[(source, target)] = counts.GetValueOrDefault((source, target)) + end - start;
                start = end;
            }
        }

        return ([.. counts.Select(entry => new EndpointCount(entry.Key.Source, entry.Key.Target, entry.Value))
            .OrderBy(entry => entry.Source).ThenBy(entry => entry.Target)], selfLoops);
    }

    private static bool Holds(NodeTable table, int node) => node >= table.FirstNode && node - table.FirstNode < table.Count;

    private static int TableOf(IReadOnlyList<NodeTable> tables, int node)
    {
        (int low, int high) = (0, tables.Count - 1);
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            if (tables[middle].FirstNode <= node) low = middle;
            else high = middle - 1;
        }

        return low;
    }
}
