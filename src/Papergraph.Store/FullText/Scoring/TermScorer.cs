namespace Papergraph.Store;

/// <summary>Scores a set of terms as if they were one: the forms of a word, the words with a beginning, the words near another.</summary>
/// <remarks>The document count of the set is that of its most frequent term: so a rare misspelling is no rare word.</remarks>
internal sealed class TermScorer : Scorer
{
    private readonly Bm25 _bm25;
    private readonly double _idf;
    private readonly bool[]? _fields;
    private readonly PostingCursor[] _cursors;
    private readonly int[] _nodes;                  // where the cursors stand, side by side: they are looked through for every document
    private readonly double[] _weights;
    private readonly double[] _frequencies;

    /// <param name="bm25">The formula.</param>
    /// <param name="terms">A cursor for each term, and what one occurrence of the term counts: 1 or half as much for each edit. Sums of
    /// these are exact in any order.</param>
    /// <param name="documentCount">Number of documents of the most frequent term.</param>
    /// <param name="cost">Number of documents of all terms.</param>
    /// <param name="fields">For each field whether it counts; null if all do.</param>
    public TermScorer(Bm25 bm25, IReadOnlyList<(PostingCursor Cursor, double Weight)> terms, int documentCount, long cost, bool[]? fields)
    {
        (_bm25, _idf, Cost, _fields) = (bm25, bm25.Idf(documentCount), cost, fields);
        (_cursors, _weights) = ([.. terms.Select(term => term.Cursor)], [.. terms.Select(term => term.Weight)]);
        (_nodes, _frequencies) = (new int[_cursors.Length], new double[bm25.FieldCount]);
        Array.Fill(_nodes, -1);
    }

    public override double Bound => _idf;

    public override long Cost { get; }

    public override int Advance(int target)
    {
        while (Node < target)
        {
            int next = PostingCursor.End;
            for (int i = 0; i < _nodes.Length; i++)
            {
                if (_nodes[i] < target) _nodes[i] = _cursors[i].Advance(target);
                next = Math.Min(next, _nodes[i]);
            }

            Node = next;
            if (next == PostingCursor.End || IsInFields()) break;
            target = next + 1;
        }

        return Node;
    }

    public override double Score()
    {
        Array.Clear(_frequencies);
        for (int i = 0; i < _nodes.Length; i++)
        {
            if (_nodes[i] != Node) continue;
            foreach (FieldFrequency at in _cursors[i].Fields)
            {
                if (_fields is null || _fields[at.Field]) _frequencies[at.Field] += _weights[i] * at.Frequency;
            }
        }

        return _idf * _bm25.Score(Node, _frequencies);
    }

    private bool IsInFields()
    {
        if (_fields is null) return true;
        for (int i = 0; i < _nodes.Length; i++)
        {
            if (_nodes[i] != Node) continue;
            foreach (FieldFrequency at in _cursors[i].Fields)
            {
                if (_fields[at.Field]) return true;
            }
        }

        return false;
    }
}
