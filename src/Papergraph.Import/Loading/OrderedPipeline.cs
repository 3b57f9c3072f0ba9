using System.Runtime.ExceptionServices;

namespace Papergraph.Import.Loading;

/// <summary>Reads items one after another, does work on several at once, and takes the results in the order of the items.</summary>
/// <remarks>Every thread looks for the most urgent thing that nobody is at: taking the next result, reading another item, or working on
/// one that was read. So none waits while there is work, and one thread alone does everything.</remarks>
internal sealed class OrderedPipeline<TItem, TResult>
    where TItem : class
    where TResult : class
{
    private readonly IEnumerator<TItem> _items;
    private readonly Func<TItem, TResult> _work;
    private readonly Action<TResult> _take;
    private readonly int _threads;
    private readonly CancellationToken _cancellation;
    private readonly object _gate = new();   // whoever waits for a change of what it guards waits on it
    private readonly Queue<(int Number, TItem Item)> _waiting = [];
    private readonly Dictionary<int, TResult> _done = [];
    private int _read, _taken;
    private bool _isReading, _isTaking, _allRead;
    private Exception? _failure;

    private OrderedPipeline(
        IEnumerator<TItem> items, Func<TItem, TResult> work, Action<TResult> take, int threads, CancellationToken cancellation) =>
        (_items, _work, _take, _threads, _cancellation) = (items, work, take, threads, cancellation);

    /// <param name="items">Read by one thread at a time.</param>
    /// <param name="work">Done by several at once.</param>
    /// <param name="take">Called by one thread at a time, in the order of the items.</param>
    /// <param name="threads">How many threads there may be.</param>
    /// <param name="cancellation">Ends everything.</param>
    public static void Run(
        IEnumerable<TItem> items, Func<TItem, TResult> work, Action<TResult> take, int threads, CancellationToken cancellation)
    {
        using IEnumerator<TItem> enumerator = items.GetEnumerator();
        OrderedPipeline<TItem, TResult> pipeline = new(enumerator, work, take, threads, cancellation);
        Action[] loops = [.. Enumerable.Repeat<Action>(pipeline.Loop, threads)];
        Parallel.Invoke(new ParallelOptions { MaxDegreeOfParallelism = threads }, loops);
        if (pipeline._failure is { } failure) ExceptionDispatchInfo.Throw(failure);
    }

    private void Loop()
    {
        try
        {
            while (Next() is { } step)
            {
                _cancellation.ThrowIfCancellationRequested();
                step();
            }
        }
        catch (Exception e)
        {
            // The first failure is what the caller gets; the other threads find nothing more to do.
            Change(() => _failure ??= e);
        }
    }

    /// <summary>The most urgent step, or null when there is none any more.</summary>
    private Action? Next()
    {
        lock (_gate)
        {
            while (true)
            {
                if (_failure is not null || (_allRead && _taken == _read)) return null;
                if (!_isTaking && _done.Remove(_taken, out TResult? result))
                {
                    _isTaking = true;
                    return () => Take(result);
                }

                // Twice as many in flight as there are threads: nobody starves, and memory is bounded.
                if (!_isReading && !_allRead && _waiting.Count < _threads && _read - _taken < (2 * _threads) + 2)
                {
                    _isReading = true;
                    return Read;
                }

                if (_waiting.TryDequeue(out (int Number, TItem Item) next)) return () => Work(next.Number, next.Item);
                Monitor.Wait(_gate);   // another thread is at something, and tells when that is done
            }
        }
    }

    private void Read()
    {
        TItem? item = _items.MoveNext() ? _items.Current : null;
        Change(() =>
        {
            _isReading = false;
            if (item is null) _allRead = true;
            else _waiting.Enqueue((_read++, item));
        });
    }

    private void Work(int number, TItem item)
    {
        TResult result = _work(item);
        Change(() => _done.Add(number, result));
    }

    private void Take(TResult result)
    {
        _take(result);
        Change(() =>
        {
            _isTaking = false;
            _taken++;
        });
    }

    private void Change(Action change)
    {
        lock (_gate)
        {
            change();
            Monitor.PulseAll(_gate);
        }
    }
}
