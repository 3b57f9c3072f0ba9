namespace Papergraph.Store;

/// <summary>Writes the adjacency of one edge table in both directions.</summary>
internal static class AdjacencyWriter
{
    internal readonly record struct Layouts(AdjacencyLayout Outgoing, AdjacencyLayout Incoming, PackedLayout Positions);

    /// <param name="file">Where to write.</param>
    /// <param name="sources">The source of each edge, ascending.</param>
    /// <param name="targets">The target of each edge, ascending among equal sources.</param>
    public static Layouts Write(SegmentFileWriter file, ReadOnlySpan<int> sources, ReadOnlySpan<int> targets)
    {
        (int firstSource, int[] sourceStarts) = EdgeSort.CountStarts(sources);
        AdjacencyLayout outgoing = WriteRows(file, firstSource, sourceStarts, targets);

        (int firstTarget, int[] targetStarts) = EdgeSort.CountStarts(targets);
        int[] next = [.. targetStarts];
        int[] incomingSources = new int[sources.Length];
        long[] positions = new long[sources.Length];
        for (int position = 0; position < targets.Length; position++)
        {
            int slot = next[targets[position] - firstTarget]++;
            incomingSources[slot] = sources[position];
            positions[slot] = position;
        }

        AdjacencyLayout incoming = WriteRows(file, firstTarget, targetStarts, incomingSources);
        return new(outgoing, incoming, PackedIntegerWriter.Write(file, positions));
    }

    private static AdjacencyLayout WriteRows(SegmentFileWriter file, int firstNode, int[] starts, ReadOnlySpan<int> neighbours)
    {
        int offsets = file.WriteSection<long>(Array.ConvertAll(starts, start => (long)start));
        return new(firstNode, starts.Length - 1, offsets, file.WriteSection(neighbours));
    }
}
