using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>Adds the edges of a block to a list, drawing on a stream of random numbers that is the block's own.</summary>
internal delegate void EdgeDrawing(int block, ref Xoshiro256 random, List<(int Source, int Target)> edges);

/// <summary>Draws edges block by block on several threads: each block has its own random numbers, so that the edges are the same for any
/// number of threads.</summary>
internal sealed class SeededEdges : IBlockWork
{
    private readonly ulong _seed, _firstStream;
    private readonly EdgeDrawing _draw;
    private readonly ReadOnlyMemory<(int Source, int Target)>[] _parts;
    private readonly List<(int, int)>[] _scratch;

    private SeededEdges(ulong seed, ulong firstStream, int blocks, int workers, EdgeDrawing draw)
    {
        (_seed, _firstStream, _draw) = (seed, firstStream, draw);
        _parts = new ReadOnlyMemory<(int, int)>[blocks];
        _scratch = [.. Enumerable.Range(0, workers).Select(_ => new List<(int, int)>())];
    }

    /// <summary>The edges of all blocks, in their order.</summary>
    /// <param name="seed">The seed of the graph.</param>
    /// <param name="firstStream">The stream of the first block; the others follow.</param>
    /// <param name="blocks">Number of blocks.</param>
    /// <param name="run">How many threads.</param>
    /// <param name="draw">Draws the edges of one.</param>
    internal static ReadOnlyMemory<(int Source, int Target)>[] Draw(ulong seed, ulong firstStream, int blocks, Execution run, EdgeDrawing draw)
    {
        using WorkerTeam team = new(run);
        SeededEdges work = new(seed, firstStream, blocks, team.Size, draw);
        team.Run(work, blocks);
        return work._parts;
    }

    public void Do(int block, int worker)
    {
        List<(int, int)> edges = _scratch[worker];
        edges.Clear();
        Xoshiro256 random = new(_seed, _firstStream + (ulong)block);
        _draw(block, ref random, edges);
        _parts[block] = edges.ToArray();
    }
}
