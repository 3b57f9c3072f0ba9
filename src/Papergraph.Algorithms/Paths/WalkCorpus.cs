namespace Papergraph.Algorithms;

/// <summary>Walks as rows of nodes. Walk i starts at the start i modulo the number of starts: first one walk from each start, then another
/// from each.</summary>
public sealed class WalkCorpus
{
    internal const int WalksPerChunk = 1 << 10;

    private readonly int _mostNodes;
    private readonly int[][] _chunks;
    private readonly int[] _lengths;

    internal WalkCorpus(int count, int mostNodes)
    {
        (_mostNodes, _lengths) = (mostNodes, new int[count]);
        _chunks = new int[(int)(((long)count + WalksPerChunk - 1) / WalksPerChunk)][];
        for (int chunk = 0; chunk < _chunks.Length; chunk++) _chunks[chunk] = new int[Math.Min(WalksPerChunk, count - (chunk * WalksPerChunk)) * mostNodes];
    }

    /// <summary>Number of walks.</summary>
    public int Count => _lengths.Length;

    /// <summary>The nodes of a walk in order, its start first.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such walk.</exception>
    public ReadOnlyMemory<int> this[int walk]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)walk, (uint)Count, nameof(walk));
            return _chunks[walk / WalksPerChunk].AsMemory(walk % WalksPerChunk * _mostNodes, _lengths[walk]);
        }
    }

    internal int ChunkCount => _chunks.Length;

    internal Span<int> Room(int walk) => _chunks[walk / WalksPerChunk].AsSpan(walk % WalksPerChunk * _mostNodes, _mostNodes);

    internal void SetLength(int walk, int length) => _lengths[walk] = length;
}
