using System.Runtime.ExceptionServices;
using Papergraph.Algorithms;

namespace Papergraph.Engine.Analysis;

/// <summary>Goes through the nodes of a graph on several threads. Each block writes only what is its own, so that who does which block shows
/// nowhere.</summary>
internal static class EdgeSweep
{
    private const int BlockSize = 4096;

    /// <summary>Does the work for consecutive blocks of nodes.</summary>
    /// <param name="nodeCount">Number of nodes.</param>
    /// <param name="execution">How many threads, and when to stop.</param>
    /// <param name="work">Given the first node of a block and the one after its last.</param>
    internal static void Blocks(int nodeCount, Execution execution, Action<int, int> work) => Do(() =>
    {
        ParallelOptions options = new() { MaxDegreeOfParallelism = execution.Threads, CancellationToken = execution.Cancellation };
        int blocks = (int)(((long)nodeCount + BlockSize - 1) / BlockSize);
        Parallel.For(0, blocks, options, block => work(block * BlockSize, (int)Math.Min(nodeCount, ((long)block + 1) * BlockSize)));
        return blocks;
    });

    /// <summary>Does work that uses <see cref="Parallel"/>; what fails in it fails as itself and not as one of several.</summary>
    internal static T Do<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (AggregateException e)
        {
            ExceptionDispatchInfo.Throw(e.Flatten().InnerExceptions[0]);
            throw;
        }
    }
}
