using System.Diagnostics;

namespace Papergraph.Store;

/// <summary>A part in memory: what a segment that was written without the index gets when the index is first asked for.</summary>
internal sealed class MemoryPart(int nodeLimit, int fieldCount) : FullTextPart(nodeLimit, fieldCount), IPartSink
{
    private readonly List<byte[]> _terms = [], _postings = [];
    private readonly List<int> _documentCounts = [];

    public override int TermCount => _terms.Count;

    public override ReadOnlySpan<byte> Term(int number) => _terms[number];

    public override int DocumentCount(int number) => _documentCounts[number];

    public override ReadOnlySpan<byte> Postings(int number) => _postings[number];

    public override Exception Fault(string what) => new UnreachableException(what);

    public void Add(ReadOnlySpan<byte> term, int documentCount, ReadOnlySpan<byte> postings)
    {
        _terms.Add(term.ToArray());
        _documentCounts.Add(documentCount);
        _postings.Add(postings.ToArray());
    }
}
