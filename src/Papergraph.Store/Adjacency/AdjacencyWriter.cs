namespace Papergraph.Store;

/// <summary>Writes the adjacency of one edge table in both directions.</summary>
internal static class AdjacencyWriter
{
    internal readonly record struct Layouts(AdjacencyLayout Outgoing, AdjacencyLayout Incoming, PackedLayout Positions);

    /// <param name="file">Where to write.</param>
    /// <param name="sources">The source of each edge, ascending.</param>
    /// <param name="targets">The target of each edge, ascending among equal sources.</param>
    /// <param name="count">Number of edges: the first ones of both arrays.</param>
    /// <param name="threads">How many threads may work at once; the bytes do not depend on it.</param>
    public static Layouts Write(SegmentFileWriter file, int[] sources, int[] targets, int count, int threads)
    {
        (int firstSource, int[] sourceStarts) = EdgeSort.CountStarts(sources.AsSpan(0, count));
        AdjacencyLayout outgoing = WriteRows(file, firstSource, sourceStarts, targets.AsSpan(0, count));

        (int firstTarget, int[] targetStarts) = EdgeSort.CountStarts(targets.AsSpan(0, count));
        int[] next = targetStarts[..^1];
        int[] incomingSources = new int[count];
        long[] positions = new long[count];
        EdgeScatter.InRanges(targetStarts, count, threads, (first, end) =>
        {
            int firstKey = firstTarget + first, keyCount = end - first;
            for (int position = 0; position < count; position++)
            {
                int target = targets[position];
                if ((uint)(target - firstKey) >= (uint)keyCount) continue;
                int slot = next[target - firstTarget]++;
                incomingSources[slot] = sources[position];
                positions[slot] = position;
            }
        });
        AdjacencyLayout incoming = WriteRows(file, firstTarget, targetStarts, incomingSources);
        return new(outgoing, incoming, PackedIntegerWriter.Write(file, positions));
    }

    private static AdjacencyLayout WriteRows(SegmentFileWriter file, int firstNode, int[] starts, ReadOnlySpan<int> neighbours)
    {
        int offsets = file.WriteSection<long>(Array.ConvertAll(starts, start => (long)start));
        return new(firstNode, starts.Length - 1, offsets, file.WriteSection(neighbours));
    }
}
