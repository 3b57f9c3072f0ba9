using System.Runtime.Intrinsics;
using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>For each node: how many others it reaches, the sum of their distances and the sum of their inverses.</summary>
internal sealed class DistanceSums
{
    private const string Stage = "Distances between nodes";

    private DistanceSums(int nodeCount) =>
        (Reached, Distances, Inverses) = (new int[nodeCount], new double[nodeCount], new double[nodeCount]);

    public int[] Reached { get; }

    public double[] Distances { get; }

    public double[] Inverses { get; }

    /// <summary>Distances are numbers of edges along the rows.</summary>
    /// <remarks>The searches go backward, so that what a node is told of is its own distances.</remarks>
    public static DistanceSums Unweighted(int nodeCount, CsrRows along, CsrRows against, Execution run)
    {
        const int Width = BitParallelSearch.Width, Round = 64;
        SearchedBatches batches = new(nodeCount, against, along, run);
        int count = (nodeCount + Width - 1) / Width;
        using (WorkerTeam team = new(run))
        {
            for (int first = 0; first < count; first += Round)
            {
                batches.First = first;
                int round = Math.Min(Round, count - first);
                team.Run(batches, round);
                run.Progress?.Report(new(Stage, Math.Min(nodeCount, (first + round) * (long)Width), nodeCount, "nodes"));
            }
        }

        DistanceSums sums = new(nodeCount);
        batches.AddTo(sums);
        return sums;
    }

    /// <summary>Distances are sums of weights along the rows.</summary>
    public static DistanceSums Weighted(int nodeCount, CsrRows along, string algorithm, Execution run)
    {
        const int Block = 16, Round = 64;
        EdgeWeightCheck.RequirePositive(algorithm, along);
        DistanceSums sums = new(nodeCount);
        WeightedSources sources = new(sums, along, run, Block);
        int count = (nodeCount + Block - 1) / Block;
        using WorkerTeam team = new(run);
        for (int first = 0; first < count; first += Round)
        {
            sources.First = first;
            int round = Math.Min(Round, count - first);
            team.Run(sources, round);
            run.Progress?.Report(new(Stage, Math.Min(nodeCount, (first + round) * (long)Block), nodeCount, "nodes"));
        }

        return sums;
    }

    private sealed class SearchedBatches(int nodeCount, CsrRows forward, CsrRows backward, Execution run) : IBlockWork
    {
        private readonly BitParallelSearch?[] _searches = new BitParallelSearch?[run.Threads];
        private readonly Sums[] _sums = new Sums[run.Threads];

        public int First { get; set; }

        public void Do(int block, int worker)
        {
            BitParallelSearch search = _searches[worker] ??= new(nodeCount, forward, backward, run.Cancellation);
            if (_sums[worker].Reach is null) _sums[worker] = new(nodeCount);
            Span<int> sources = stackalloc int[BitParallelSearch.Width];
            int from = (First + block) * BitParallelSearch.Width, count = Math.Min(sources.Length, nodeCount - from);
            for (int i = 0; i < count; i++) sources[i] = from + i;
            search.From(sources[..count], ref _sums[worker]);
        }

        // Whole numbers: the order of the workers does not matter.
        public void AddTo(DistanceSums total)
        {
            Sums[] found = [.. _sums.Where(sums => sums.Reach is not null)];
            for (int node = 0; node < total.Reached.Length; node++)
            {
                long distances = 0;
                UInt128 inverses = 0;
                foreach (Sums sums in found)
                {
                    total.Reached[node] += sums.Reach[node].Count;
                    distances += sums.Reach[node].Distances;
                    inverses += sums.Reach[node].Inverses;
                }

                total.Distances[node] = distances;
                total.Inverses[node] = (double)inverses * Math.ScaleB(1, -63);
            }
        }
    }

    /// <summary>What the searches of one worker have found.</summary>
    private readonly struct Sums(int nodeCount) : IReachedNodes
    {
        // Inverses are multiples of 2⁻⁶³.
        public (UInt128 Inverses, long Distances, int Count)[] Reach { get; } = new (UInt128, long, int)[nodeCount];

        public void Reached(int node, int distance, int searches)
        {
            ref (UInt128 Inverses, long Distances, int Count) sum = ref Reach[node];
            sum.Count += searches;
            sum.Distances += (long)distance * searches;
            ulong high = Math.BigMul((1UL << 63) / (uint)distance, (ulong)searches, out ulong low);
            sum.Inverses += new UInt128(high, low);
        }

        public void LevelDone(int distance, in Vector512<ulong> searches) { }
    }

    private sealed class WeightedSources(DistanceSums sums, CsrRows along, Execution run, int size) : IBlockWork
    {
        private readonly WeightedSearch?[] _searches = new WeightedSearch?[run.Threads];

        public int First { get; set; }

        public void Do(int block, int worker)
        {
            WeightedSearch search = _searches[worker] ??= new(sums.Reached.Length, along, run.Cancellation);
            int from = (First + block) * size;
            for (int source = from; source < Math.Min(sums.Reached.Length, from + size); source++)
            {
                search.From(source);
                foreach (int node in search.Settled[1..])
                {
                    sums.Distances[source] += search.Distances[node];
                    sums.Inverses[source] += 1 / search.Distances[node];
                }

                sums.Reached[source] = search.Settled.Length - 1;
            }
        }
    }
}
