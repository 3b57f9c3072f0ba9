using System.Runtime.Intrinsics;
using Papergraph.Core;

namespace Papergraph.Algorithms.Tests;

public class SearchAllocationTests
{
    [Fact]
    public void Searches_that_have_run_once_allocate_nothing_when_they_run_again()
    {
        DirectedCsr graph = Shapes.Random(2000, 12_000, seed: 15);
        BatchedBrandes batched = new(2000, graph.OutgoingRows, graph.IncomingRows, CancellationToken.None);
        SingleBrandes single = new(2000, graph.OutgoingRows, CancellationToken.None);
        BitParallelSearch bits = new(2000, graph.OutgoingRows, graph.IncomingRows, CancellationToken.None);
        PathSampler sampler = new(2000, graph.OutgoingRows, graph.IncomingRows);
        LevelSearch levels = new(2000, CancellationToken.None, graph.OutgoingRows);
        int[] sources = [.. Enumerable.Range(0, 8)], counts = new int[2000];
        double[] scores = new double[2000];
        Run();
        long before = GC.GetAllocatedBytesForCurrentThread();
        Run();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.True(scores.Sum() > 0 && counts.Sum() > 0);

        void Run()
        {
            Nothing nothing = default;
            Xoshiro256 random = new(1);
            batched.Add(sources, scores, []);
            single.Add(sources.AsSpan(0, 1), scores, []);
            bits.From(sources, ref nothing);
            levels.From(3);
            for (int i = 0; i < 100; i++) sampler.Sample(i, i + 1, ref random, counts);
        }
    }

    private struct Nothing : IReachedNodes
    {
        public readonly void Reached(int node, int distance, int searches) { }

        public readonly void LevelDone(int distance, in Vector512<ulong> searches) { }
    }
}
