using System.Runtime.ExceptionServices;

namespace Papergraph.Core;

/// <summary>Pairs of a node and one of its neighbours, in an order, cut into blocks that can be gone through at the same time.</summary>
internal interface IPairBlocks
{
    /// <summary>Number of blocks.</summary>
    int Count { get; }

    /// <summary>Number of pairs of all blocks.</summary>
    long PairCount { get; }

    /// <summary>Whether each pair has a weight.</summary>
    bool IsWeighted { get; }

    /// <summary>Counts the pairs of a block in each bucket: that of a node is its number shifted right.</summary>
    void CountBuckets(int block, int shift, Span<int> counts);

    /// <summary>Writes each pair of the block where <paramref name="next"/> says for its bucket, and moves that on.</summary>
    void Scatter(int block, int shift, Span<int> next, Span<(int Node, int Neighbour)> pairs, Span<double> weights);
}

/// <summary>Puts pairs into rows, one for each node, those of a node in the order in which they come: a counting sort in two steps on
/// several threads.</summary>
/// <remarks>First all pairs go to buckets of consecutive nodes, each block of pairs to a place of its own in each bucket; then each bucket
/// goes to its rows. A bucket lies in the cache, where writing all over the rows would miss it with each pair. Nothing depends on how many
/// threads there are or which is first. Temporarily 8 bytes a pair, 16 with weights.</remarks>
internal static class RowGrouping
{
    private const int MostBuckets = 512, LeastPairsInBucket = 4096;

    /// <summary>The rows of the nodes from 0 to below <paramref name="nodeCount"/>.</summary>
    /// <exception cref="OverflowException">There are more pairs than an array can hold.</exception>
    internal static (long[] Offsets, int[] Neighbours, double[]? Weights) Group(IPairBlocks source, int nodeCount, ParallelOptions bounded)
    {
        int total = checked((int)source.PairCount), most = Math.Clamp(total / LeastPairsInBucket, 1, MostBuckets), shift = 0;
        while ((nodeCount - 1) >> shift >= most) shift++;
        int buckets = nodeCount == 0 ? 0 : ((nodeCount - 1) >> shift) + 1;
        int[] next = new int[(long)source.Count * buckets];
        Each(source.Count, bounded, block => source.CountBuckets(block, shift, next.AsSpan(block * buckets, buckets)));
        int[] starts = Starts(next, source.Count, buckets);

        (int Node, int Neighbour)[] pairs = GC.AllocateUninitializedArray<(int, int)>(total);
        double[]? pairWeights = source.IsWeighted ? GC.AllocateUninitializedArray<double>(total) : null;
        Each(source.Count, bounded, block => source.Scatter(block, shift, next.AsSpan(block * buckets, buckets), pairs, pairWeights));

        long[] offsets = new long[nodeCount + 1L];
        int[] neighbours = GC.AllocateUninitializedArray<int>(total);
        double[]? weights = source.IsWeighted ? GC.AllocateUninitializedArray<double>(total) : null;
        Each(buckets, bounded, bucket =>
        {
            int first = bucket << shift, end = (int)Math.Min(nodeCount, (bucket + 1L) << shift);
            ReadOnlySpan<(int Node, int Neighbour)> inBucket = pairs.AsSpan(starts[bucket]..starts[bucket + 1]);
            int[] places = new int[end - first];
            Span<int> place = places;
            foreach ((int node, _) in inBucket) place[node - first]++;
            int at = starts[bucket];
            for (int i = 0; i < places.Length; i++)
            {
                offsets[first + i] = at;
                (place[i], at) = (at, at + place[i]);
            }

            Span<int> rows = neighbours;
            if (weights is null)
            {
                foreach ((int node, int neighbour) in inBucket) rows[place[node - first]++] = neighbour;
                return;
            }

            for (int i = 0; i < inBucket.Length; i++)
            {
                int to = place[inBucket[i].Node - first]++;
                rows[to] = inBucket[i].Neighbour;
                weights[to] = pairWeights![starts[bucket] + i];
            }
        });
        offsets[nodeCount] = total;
        return (offsets, neighbours, weights);
    }

    /// <summary>Turns the counts of each block, bucket by bucket, into where its pairs go.</summary>
    /// <returns>Where buckets begin, and the last one ends.</returns>
    private static int[] Starts(int[] counts, int blocks, int buckets)
    {
        int[] starts = new int[buckets + 1];
        int at = 0;
        for (int bucket = 0; bucket < buckets; bucket++)
        {
            starts[bucket] = at;
            for (int i = bucket; i < blocks * buckets; i += buckets) (counts[i], at) = (at, at + counts[i]);
        }

        starts[buckets] = at;
        return starts;
    }

    /// <summary>Does all of <paramref name="count"/> pieces of work; one alone on the calling thread.</summary>
    internal static void Each(int count, ParallelOptions bounded, Action<int> work)
    {
        if (count > 1 && bounded.MaxDegreeOfParallelism != 1)
        {
            try
            {
                Parallel.For(0, count, bounded, work);
                return;
            }
            catch (AggregateException e) when (e.InnerExceptions.Count > 0)
            {
                ExceptionDispatchInfo.Throw(e.InnerExceptions[0]);
            }
        }

        for (int i = 0; i < count; i++)
        {
            bounded.CancellationToken.ThrowIfCancellationRequested();
            work(i);
        }
    }
}
