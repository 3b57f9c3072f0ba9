namespace Papergraph.Algorithms;

/// <summary>Does one long sweep and tells how far it has come: about a hundred times, from the calling thread.</summary>
internal sealed class ReportedBlocks(IBlockWork work) : IBlockWork
{
    private const int Parts = 100;

    private int _first;

    /// <summary>Does all blocks; the sweep is cut only where somebody listens.</summary>
    /// <exception cref="OperationCanceledException">The kernel was cancelled.</exception>
    public static void Run(WorkerTeam team, IBlockWork work, NodeBlocks blocks, Execution run, string stage)
    {
        if (run.Progress is null)
        {
            team.Run(work, blocks.Count);
            return;
        }

        ReportedBlocks part = new(work);
        int size = Math.Max(team.Size * 4, (blocks.Count + Parts - 1) / Parts);
        for (int first = 0; first < blocks.Count; first += size)
        {
            int end = Math.Min(blocks.Count, first + size);
            part._first = first;
            team.Run(part, end - first);
            run.Progress.Report(new(stage, blocks[end - 1].End, blocks[blocks.Count - 1].End, "nodes"));
        }
    }

    public void Do(int block, int worker) => work.Do(_first + block, worker);
}
