namespace Papergraph.Algorithms.Tests;

public class WorkerTeamTests
{
    private sealed class Counting(int blocks, Action<int>? also = null) : IBlockWork, IBlockSum
    {
        public int[] Done { get; } = new int[blocks];

        public void Do(int block, int worker)
        {
            Interlocked.Increment(ref Done[block]);
            also?.Invoke(block);
        }

        public double Sum(int block, int worker) => 1.0 / (block + 1);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(8)]
    public void Every_block_is_done_once_in_every_sweep(int threads)
    {
        using WorkerTeam team = new(new Execution { Threads = threads });
        Counting work = new(1000);
        for (int sweep = 0; sweep < 20; sweep++) team.Run(work, 1000);
        Assert.All(work.Done, times => Assert.Equal(20, times));
    }

    [Fact]
    public void A_sum_is_the_same_to_the_bit_for_any_number_of_threads()
    {
        double[] sums = [.. ((int[])[1, 2, 3, 8]).Select(threads =>
        {
            using WorkerTeam team = new(new Execution { Threads = threads });
            return team.Sum(new Counting(10_000), 10_000);
        })];
        Assert.All(sums, sum => Assert.Equal(BitConverter.DoubleToInt64Bits(sums[0]), BitConverter.DoubleToInt64Bits(sum)));
    }

    [Fact]
    public void Sweeps_allocate_nothing()
    {
        using WorkerTeam team = new(new Execution { Threads = 2 });
        Counting work = new(100);
        for (int sweep = 0; sweep < 100; sweep++) team.Run(work, 100);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int sweep = 0; sweep < 100; sweep++) team.Run(work, 100);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void What_a_worker_throws_reaches_the_caller_and_the_team_goes_on(int threads)
    {
        using WorkerTeam team = new(new Execution { Threads = threads });
        Counting bad = new(100, block => { if (block == 50) throw new InvalidOperationException("at fifty"); });
        Assert.Equal("at fifty", Assert.Throws<InvalidOperationException>(() => team.Run(bad, 100)).Message);
        Counting good = new(10);
        team.Run(good, 10);
        Assert.All(good.Done, times => Assert.Equal(1, times));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void A_cancelled_sweep_ends_before_its_last_block(int threads)
    {
        using CancellationTokenSource source = new();
        using WorkerTeam team = new(new Execution { Threads = threads, Cancellation = source.Token });
        Counting work = new(100_000, block => { if (block == 10) source.Cancel(); });
        Assert.Throws<OperationCanceledException>(() => team.Run(work, 100_000));
        Assert.Contains(0, work.Done);
    }
}
