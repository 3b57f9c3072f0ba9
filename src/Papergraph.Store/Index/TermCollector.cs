namespace Papergraph.Store;

/// <summary>Collects which term occurs in which node, nodes ascending, and writes what <see cref="TermIndex"/> reads.</summary>
internal sealed class TermCollector
{
    private readonly TermTable _terms = new();
    private readonly List<(int Term, int Node)> _entries = [];

    public void Add(ReadOnlySpan<byte> term, int node) => _entries.Add((_terms.NumberOf(term), node));

    /// <summary>Sorts what was collected.</summary>
    /// <returns>Writes it.</returns>
    public Func<SegmentFileWriter, TermIndexLayout> Build()
    {
        int[] sorted = _terms.Sort();
        int[] rank = new int[sorted.Length];
        for (int i = 0; i < sorted.Length; i++) rank[sorted[i]] = i;
        Postings postings = Postings.Group(sorted.Length, _entries, entry => (rank[entry.Term], entry.Node));
        return file => new(
            TextListWriter.WriteSorted(file, sorted.Length, i => _terms[sorted[i]]), postings.Nodes.Length,
            PackedIntegerWriter.Write(file, postings.Offsets), file.WriteSection(postings.Nodes.Span));
    }
}
