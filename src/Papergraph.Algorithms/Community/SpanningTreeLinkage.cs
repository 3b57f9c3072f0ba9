namespace Papergraph.Algorithms;

/// <summary>Single linkage by the minimum spanning tree, whose edges by rising length are the merges: R. Sibson, “SLINK”, The Computer
/// Journal 16(1), 1973, and Prim's tree as in Müllner 2011, §3.1. No distance is kept but that of each point to the tree.</summary>
internal static class SpanningTreeLinkage
{
    public static List<(int First, int Second, double Height)> OfVectors(
        ReadOnlyMemory<double> points, int dimensions, CancellationToken cancellation)
    {
        ReadOnlySpan<double> all = points.Span;
        int count = points.Length / dimensions;
        List<(int, int, double)> merges = new(Math.Max(0, count - 1));

        // Points outside the tree, at the front of the list, with their distance to it and where it is nearest.
        int[] outside = new int[count], nearest = new int[count];
        double[] distances = new double[count];
        for (int i = 0; i < count; i++) (outside[i], distances[i]) = (i, double.PositiveInfinity);
        int last = count - 1;
        for (int left = count - 1; left > 0; left--)
        {
            cancellation.ThrowIfCancellationRequested();
            ReadOnlySpan<double> joined = all.Slice(last * dimensions, dimensions);
            int best = 0;
            for (int i = 0; i < left; i++)
            {
                int point = outside[i];
                double distance = PairDistances.Distance(joined, all.Slice(point * dimensions, dimensions));
                if (distance < distances[point]) (distances[point], nearest[point]) = (distance, last);
                if (distances[point] < distances[outside[best]]) best = i;
            }

            last = outside[best];
            merges.Add((last, nearest[last], distances[last]));
            outside[best] = outside[left - 1];
        }

        return merges;
    }
}
