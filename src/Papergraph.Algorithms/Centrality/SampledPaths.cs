using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>Counts the inner nodes of shortest paths that are drawn at random between random nodes, on several threads.</summary>
internal sealed class SampledPaths : IBlockWork
{
    private const int BlockSize = 32;

    private readonly int _nodeCount, _firstStream;
    private readonly ulong _seed;
    private readonly WorkerTeam _team;
    private readonly PathSampler[] _samplers;
    private readonly int[][] _found;
    private int _end;

    public SampledPaths(int nodeCount, CsrRows along, CsrRows against, ulong seed, WorkerTeam team)
        : this(nodeCount, seed, 0, team, [.. Enumerable.Range(0, team.Size).Select(_ => new PathSampler(nodeCount, along, against))]) { }

    private SampledPaths(int nodeCount, ulong seed, int firstStream, WorkerTeam team, PathSampler[] samplers)
    {
        (_nodeCount, _seed, _firstStream, _team, _samplers) = (nodeCount, seed, firstStream, team, samplers);
        _found = [.. samplers.Select(_ => new int[nodeCount])];
        Counts = new int[nodeCount];
    }

    /// <summary>How many of the paths lead over each node.</summary>
    public int[] Counts { get; }

    /// <summary>How many pairs have been drawn; those without a path count as well.</summary>
    public int Drawn { get; private set; }

    /// <summary>Nothing drawn yet, and other random numbers than here.</summary>
    public SampledPaths Anew() => new(_nodeCount, _seed, _firstStream + Drawn, _team, _samplers);

    public void Draw(int samples)
    {
        _end = Drawn + samples;
        _team.Run(this, (samples + BlockSize - 1) / BlockSize);
        Drawn = _end;
        Array.Clear(Counts);
        foreach (int[] found in _found)
            for (int node = 0; node < found.Length; node++) Counts[node] += found[node];
    }

    public void Do(int block, int worker)
    {
        int first = Drawn + (block * BlockSize);
        for (int sample = first; sample < Math.Min(_end, first + BlockSize); sample++)
        {
            Xoshiro256 random = new(_seed, (ulong)_firstStream + (ulong)sample);
            int source = random.Next(_nodeCount), target = random.Next(_nodeCount - 1);
            if (target >= source) target++;
            _samplers[worker].Sample(source, target, ref random, _found[worker]);
        }
    }
}
