using System.Runtime.ExceptionServices;

namespace Papergraph.Algorithms;

/// <summary>Work that consists of blocks, each done once, by any worker, in any order.</summary>
internal interface IBlockWork
{
    /// <summary>Does one block.</summary>
    /// <param name="block">Which.</param>
    /// <param name="worker">Who does it, from 0 to below <see cref="WorkerTeam.Size"/>: the place of what is kept for each worker.</param>
    void Do(int block, int worker);
}

/// <summary>Work whose blocks each yield a part of a sum.</summary>
internal interface IBlockSum
{
    /// <inheritdoc cref="IBlockWork.Do"/>
    /// <returns>The block's part.</returns>
    double Sum(int block, int worker);
}

/// <summary>Threads that do blocks of work together, sweep after sweep, for as long as a kernel runs. The caller is one of them.</summary>
/// <remarks>A sweep allocates nothing: that is why this is here and not <see cref="Parallel"/>. Blocks are handed out one after another
/// to whoever is free, so work must not depend on who does which.</remarks>
internal sealed class WorkerTeam : IDisposable
{
    private readonly CancellationToken _cancellation;
    private readonly Thread[] _others;
    private readonly Barrier _gate;
    private IBlockWork? _work;
    private readonly SummedWork _sum = new();
    private int _blocks, _next;
    private bool _isOver;
    private ExceptionDispatchInfo? _failure;

    public WorkerTeam(Execution execution)
    {
        (_cancellation, Size) = (execution.Cancellation, execution.Threads);
        _gate = new Barrier(Size);
        _others = new Thread[Size - 1];
        for (int i = 0; i < _others.Length; i++)
        {
            int worker = i + 1;
            _others[i] = new Thread(() => Serve(worker)) { IsBackground = true, Name = $"kernel {worker}" };
            _others[i].Start();
        }
    }

    /// <summary>Number of workers.</summary>
    public int Size { get; }

    /// <summary>Does all blocks and returns when the last is done.</summary>
    /// <exception cref="OperationCanceledException">The kernel was cancelled; blocks not begun are not done.</exception>
    public void Run(IBlockWork work, int blocks)
    {
        _cancellation.ThrowIfCancellationRequested();
        if (Size == 1 || blocks <= 1)
        {
            for (int block = 0; block < blocks; block++)
            {
                if (_cancellation.IsCancellationRequested) break;
                work.Do(block, 0);
            }
        }
        else
        {
            (_work, _blocks, _next, _failure) = (work, blocks, 0, null);
            _gate.SignalAndWait(CancellationToken.None);
            TakeBlocks(0);
            _gate.SignalAndWait(CancellationToken.None);
            _failure?.Throw();
        }

        _cancellation.ThrowIfCancellationRequested();
    }

    /// <summary>Does all blocks and adds their parts in the order of the blocks.</summary>
    /// <inheritdoc cref="Run" path="/exception"/>
    public double Sum(IBlockSum work, int blocks)
    {
        double[] parts = _sum.For(work, blocks);
        Run(_sum, blocks);
        double sum = 0;
        for (int block = 0; block < blocks; block++) sum += parts[block];
        return sum;
    }

    public void Dispose()
    {
        _isOver = true;
        _gate.SignalAndWait(CancellationToken.None);
        foreach (Thread other in _others) other.Join();
        _gate.Dispose();
    }

    private void Serve(int worker)
    {
        while (true)
        {
            _gate.SignalAndWait(CancellationToken.None);
            if (_isOver) return;
            TakeBlocks(worker);
            _gate.SignalAndWait(CancellationToken.None);
        }
    }

    private void TakeBlocks(int worker)
    {
        try
        {
            for (int block; (block = Interlocked.Increment(ref _next) - 1) < _blocks && !_cancellation.IsCancellationRequested;) _work!.Do(block, worker);
        }
        catch (Exception e)
        {
            // Whatever it is goes to the caller; the other workers find nothing left to do.
            Interlocked.CompareExchange(ref _failure, ExceptionDispatchInfo.Capture(e), null);
            Volatile.Write(ref _next, _blocks);
        }
    }

    private sealed class SummedWork : IBlockWork
    {
        private double[] _parts = [];
        private IBlockSum? _work;

        public double[] For(IBlockSum work, int blocks)
        {
            _work = work;
            if (_parts.Length < blocks) _parts = new double[blocks];
            return _parts;
        }

        public void Do(int block, int worker) => _parts[block] = _work!.Sum(block, worker);
    }
}
