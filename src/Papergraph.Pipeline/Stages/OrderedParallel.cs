using System.Runtime.ExceptionServices;

namespace Papergraph.Pipeline.Stages;

/// <summary>Does work on many threads and takes the results in order.</summary>
internal static class OrderedParallel
{
    private const int Window = 256;

    /// <summary>Maps 0 … <paramref name="count"/> − 1 on several threads, and hands the results to <paramref name="take"/> one after the other in
    /// ascending order, while the next ones are being made. At most two windows of results exist at once.</summary>
    internal static void Map<T>(int count, int threads, Func<int, T> map, Action<int, T> take, CancellationToken cancellation)
    {
        ParallelOptions options = new() { MaxDegreeOfParallelism = threads, CancellationToken = cancellation };
        T[] made = [];
        int madeFrom = 0;
        for (int from = 0; from < count || made.Length > 0; from += Window)
        {
            T[] making = new T[Math.Max(0, Math.Min(Window, count - from))];
            int makingFrom = from;
            T[] ready = made;
            int readyFrom = madeFrom;
            Run(
                options,
                () => Parallel.For(0, making.Length, options, i => making[i] = map(makingFrom + i)),
                () =>
                {
                    for (int i = 0; i < ready.Length; i++) take(readyFrom + i, ready[i]);
                });
            (made, madeFrom) = (making, from);
        }
    }

    /// <summary>Does all the work, at most <paramref name="threads"/> pieces at once.</summary>
    internal static void Run(int threads, CancellationToken cancellation, params Action[] actions) =>
        Run(new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation }, actions);

    private static void Run(ParallelOptions options, params Action[] actions)
    {
        try
        {
            Parallel.Invoke(options, actions);
        }
        catch (AggregateException e)
        {
            ExceptionDispatchInfo.Throw(e.Flatten().InnerExceptions[0]);
        }
    }
}
