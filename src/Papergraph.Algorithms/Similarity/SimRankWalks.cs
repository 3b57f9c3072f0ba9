using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>SimRank of the pairs of a few nodes by random walks against the edges that meet.</summary>
/// <remarks>In each sample every node of the set has one walk, independent of all others; so every pair has two independent ones.</remarks>
internal sealed class SimRankWalks(DirectedCsr graph, ReadOnlyMemory<int> nodes, SimRankOptions options) : IBlockWork
{
    public const int MostNodes = 4096;

    private const int SamplesOfBlock = 64;

    // What meetings are worth is added in whole numbers, of which 2³¹ samples fit into 63 bits: their sum does not depend on who added
    // what.
    private const double Whole = 1L << 31;

    private readonly int _count = nodes.Length;
    private readonly long[] _worth = Worth(options);
    private readonly int _samples = Samples(options, nodes.Length);
    private Walker[] _walkers = [];

    public double[] Scores(WorkerTeam team)
    {
        _walkers = new Walker[team.Size];
        team.Run(this, (_samples + SamplesOfBlock - 1) / SamplesOfBlock);
        double[] scores = new double[(long)_count * _count];
        for (int first = 0; first < _count; first++)
        {
            for (int second = 0; second < first; second++)
            {
                long sum = 0;
                foreach (Walker? walker in _walkers) sum += walker?.Sums[Walker.Pair(first, second)] ?? 0;
                bool isSame = nodes.Span[first] == nodes.Span[second];
                scores[((long)first * _count) + second] = scores[((long)second * _count) + first] = isSame ? 1 : sum / Whole / _samples;
            }

            scores[((long)first * _count) + first] = 1;
        }

        return scores;
    }

    public void Do(int block, int worker)
    {
        Walker walker = _walkers[worker] ??= new(_count);
        CsrView sources = new(graph.IncomingRows);
        int end = Math.Min(_samples, (block + 1) * SamplesOfBlock);
        for (int sample = block * SamplesOfBlock; sample < end; sample++)
        {
            Xoshiro256 random = new(options.Seed, (ulong)sample);
            nodes.Span.CopyTo(walker.Places);
            walker.MetSample.AsSpan().Clear();
            foreach (long worth in _worth)
            {
                for (int i = 0; i < _count; i++)
                {
                    if (walker.Places[i] < 0) continue;
                    ReadOnlySpan<int> from = sources.Neighbours(walker.Places[i]);
                    walker.Places[i] = from.IsEmpty ? -1 : from[random.Next(from.Length)];
                }

                AddMeetings(walker, worth);
            }
        }
    }

    // Walks at one place stand together when sorted by place.
    private void AddMeetings(Walker walker, long worth)
    {
        walker.Places.CopyTo(walker.Keys, 0);
        for (int i = 0; i < _count; i++) walker.Order[i] = i;
        Array.Sort(walker.Keys, walker.Order);
        for (int start = 0, end; start < _count; start = end)
        {
            for (end = start + 1; end < _count && walker.Keys[end] == walker.Keys[start];) end++;
            if (walker.Keys[start] < 0) continue;
            for (int a = start; a < end; a++)
                for (int b = start; b < a; b++) walker.Meet(walker.Order[a], walker.Order[b], worth);
        }
    }

    // Cᵗ of each step t; walks of more than this many steps add less than half the error.
    private static long[] Worth(SimRankOptions options)
    {
        long[] worth = new long[Math.Max(1, (int)Math.Ceiling(Math.Log(options.Error / 2) / Math.Log(options.Decay)) - 1)];
        for (int step = 0; step < worth.Length; step++) worth[step] = (long)Math.Round(Whole * Math.Pow(options.Decay, step + 1));
        return worth;
    }

    private static int Samples(SimRankOptions options, int count)
    {
        double pairs = Math.Max(1, (double)count * (count - 1) / 2), range = options.Decay;
        double samples = Math.Log(2 * pairs / options.FailureProbability) * range * range / (2 * (options.Error / 2) * (options.Error / 2));
        if (samples >= int.MaxValue) throw AlgorithmErrors.OutOfRange("error", options.Error, "great enough for 2^31 samples");
        return (int)Math.Ceiling(samples);
    }

    private sealed class Walker(int count)
    {
        public int[] Places { get; } = new int[count];

        public int[] Keys { get; } = new int[count];

        public int[] Order { get; } = new int[count];

        /// <summary>Whether a pair has met in this sample, a bit each.</summary>
        public ulong[] MetSample { get; } = new ulong[(Pair(count, 0) + 63) / 64];

        /// <summary>What the meetings of each pair are worth, over all samples.</summary>
        public long[] Sums { get; } = new long[Pair(count, 0)];

        /// <summary>The number of a pair: of 1 with 0, of 2 with 0 and 1, and so on.</summary>
        public static long Pair(int first, int second)
        {
            (long high, long low) = (Math.Max(first, second), Math.Min(first, second));
            return (high * (high - 1) / 2) + low;
        }

        public void Meet(int first, int second, long worth)
        {
            long pair = Pair(first, second);
            ulong bit = 1UL << (int)(pair & 63);
            if ((MetSample[pair >> 6] & bit) != 0) return;
            MetSample[pair >> 6] |= bit;
            Sums[pair] += worth;
        }
    }
}
