namespace Papergraph.Extraction;

/// <summary>Sequences of different lengths side by side: the rows of a matrix are the first steps of all, then the second steps of those
/// that
/// have one, and so on, the longest sequence first. No row is padding.</summary>
internal sealed class SequenceBatch
{
    private readonly int[] _rank;
    private readonly int[] _offsets;

    /// <summary>Lays out sequences of these lengths, each at least 1.</summary>
    public SequenceBatch(ReadOnlySpan<int> lengths)
    {
        int[] order = new int[lengths.Length];
        long[] keys = new long[lengths.Length];
        for (int i = 0; i < order.Length; i++)
        {
            order[i] = i;
            keys[i] = ((long)-lengths[i] << 32) | (uint)i;
        }

        Array.Sort(keys, order);
        _rank = new int[order.Length];
        for (int rank = 0; rank < order.Length; rank++) _rank[order[rank]] = rank;
        Steps = order.Length == 0 ? 0 : lengths[order[0]];
        Counts = new int[Steps];
        _offsets = new int[Steps + 1];
        for (int step = 0, running = order.Length; step < Steps; step++)
        {
            while (lengths[order[running - 1]] <= step) running--;
            Counts[step] = running;
            _offsets[step + 1] = _offsets[step] + running;
        }

        Mirror = new int[Rows];
        for (int step = 0; step < Steps; step++)
        {
            for (int rank = 0; rank < Counts[step]; rank++)
                Mirror[_offsets[step] + rank] = _offsets[lengths[order[rank]] - 1 - step] + rank;
        }
    }

    /// <summary>Length of the longest sequence.</summary>
    public int Steps { get; }

    /// <summary>How many sequences have each step.</summary>
    public int[] Counts { get; }

    /// <summary>All steps of all sequences.</summary>
    public int Rows => _offsets[Steps];

    /// <summary>For each row the row of the same sequence read from its end.</summary>
    public int[] Mirror { get; }

    /// <summary>The first row of a step.</summary>
    public int Offset(int step) => _offsets[step];

    /// <summary>The row of a position of a sequence.</summary>
    public int Row(int sequence, int position) => _offsets[position] + _rank[sequence];
}
