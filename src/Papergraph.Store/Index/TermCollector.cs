namespace Papergraph.Store;

/// <summary>Collects which term occurs in which node, nodes ascending, and writes what <see cref="TermIndex"/> reads.</summary>
internal sealed class TermCollector
{
    private readonly TermTable _terms = new();
    private readonly List<(int Term, int Node)> _entries = [];
    private int[]? _sorted;

    public void Add(ReadOnlySpan<byte> term, int node) => _entries.Add((_terms.NumberOf(term), node));

    /// <summary>Puts the terms in order: the part of <see cref="Write"/> that may be done on another thread.</summary>
    public void Arrange() => _sorted = _terms.Sort();

    public TermIndexLayout Write(SegmentFileWriter file)
    {
        int[] sorted = _sorted ?? _terms.Sort();
        int[] rank = new int[sorted.Length];
        for (int i = 0; i < sorted.Length; i++) rank[sorted[i]] = i;

        long[] offsets = new long[sorted.Length + 1];
        file.BeginSection();
        for (int i = 0; i < sorted.Length; i++)
        {
            file.Write(_terms[sorted[i]]);
            offsets[i + 1] = offsets[i] + _terms[sorted[i]].Length;
        }

        int texts = file.EndSection();
        Postings postings = Postings.Group(sorted.Length, _entries, entry => (rank[entry.Term], entry.Node));
        return new(
            sorted.Length, PackedIntegerWriter.Write(file, offsets), texts,
            postings.Nodes.Length, PackedIntegerWriter.Write(file, postings.Offsets), file.WriteSection(postings.Nodes.Span));
    }
}
