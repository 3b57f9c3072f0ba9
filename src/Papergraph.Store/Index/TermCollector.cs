using System.Text;

namespace Papergraph.Store;

/// <summary>Collects which term occurs in which node, nodes ascending, and writes what <see cref="TermIndex"/> reads.</summary>
internal sealed class TermCollector
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly List<byte[]> _terms = [];
    private readonly List<(int Term, int Node)> _entries = [];

    public TermCollector() => _lookup = _numbers.GetAlternateLookup<ReadOnlySpan<char>>();

    public void Add(ReadOnlySpan<char> term, int node)
    {
        if (!_lookup.TryGetValue(term, out int number))
        {
            number = _terms.Count;
            string text = term.ToString();
            _numbers.Add(text, number);
            _terms.Add(Encoding.UTF8.GetBytes(text));
        }

        _entries.Add((number, node));
    }

    public TermIndexLayout Write(SegmentFileWriter file)
    {
        int[] sorted = [.. Enumerable.Range(0, _terms.Count)];
        Array.Sort(sorted, (a, b) => _terms[a].AsSpan().SequenceCompareTo(_terms[b]));
        int[] rank = new int[sorted.Length];
        for (int i = 0; i < sorted.Length; i++) rank[sorted[i]] = i;
        TextListLayout terms = TextListWriter.WriteSorted(file, sorted.Length, i => _terms[sorted[i]]);
        Postings postings = Postings.Group(sorted.Length, _entries, entry => (rank[entry.Term], entry.Node));
        return new(
            terms, postings.Nodes.Length, PackedIntegerWriter.Write(file, postings.Offsets), file.WriteSection(postings.Nodes.Span));
    }
}
