namespace Papergraph.Store;

/// <summary>Scores a set of terms as if they were one: the forms of a word, the words with a beginning, the words near another.</summary>
/// <remarks>The document count of the set is that of its most frequent term: so a rare misspelling is no rare word.</remarks>
internal sealed class TermScorer : Scorer
{
    private readonly Bm25 _bm25;
    private readonly double _idf;
    private readonly bool[]? _fields;
    private readonly PriorityQueue<(PostingCursor Cursor, double Weight), int> _ahead = new();
    private readonly List<(PostingCursor Cursor, double Weight)> _here = [];
    private readonly double[] _frequencies;

    /// <param name="bm25">The formula.</param>
    /// <param name="terms">A cursor for each term, and what one occurrence of the term counts: 1 or half as much for each edit. Sums of
    /// these are exact in any order.</param>
    /// <param name="documentCount">Number of documents of the most frequent term.</param>
    /// <param name="cost">Number of documents of all terms.</param>
    /// <param name="fields">For each field whether it counts; null if all do.</param>
    public TermScorer(Bm25 bm25, IEnumerable<(PostingCursor Cursor, double Weight)> terms, int documentCount, long cost, bool[]? fields)
    {
        (_bm25, _idf, Cost, _fields) = (bm25, bm25.Idf(documentCount), cost, fields);
        _frequencies = new double[bm25.FieldCount];
        _here.AddRange(terms);
    }

    public override double Bound => _idf;

    public override long Cost { get; }

    public override int Advance(int target)
    {
        while (Node < target)
        {
            foreach ((PostingCursor Cursor, double Weight) term in _here) Enqueue(term, target);
            _here.Clear();
            while (_ahead.TryPeek(out (PostingCursor Cursor, double Weight) behind, out int node) && node < target)
            {
                _ahead.Dequeue();
                Enqueue(behind, target);
            }

            if (!_ahead.TryPeek(out _, out int next)) return Node = PostingCursor.End;
            Node = next;
            while (_ahead.TryPeek(out _, out int same) && same == Node) _here.Add(_ahead.Dequeue());
            if (!IsInFields()) target = Node + 1;
        }

        return Node;
    }

    public override double Score()
    {
        Array.Clear(_frequencies);
        foreach ((PostingCursor cursor, double weight) in _here)
        {
            foreach (FieldFrequency at in cursor.Fields)
            {
                if (_fields is null || _fields[at.Field]) _frequencies[at.Field] += weight * at.Frequency;
            }
        }

        return _idf * _bm25.Score(Node, _frequencies);
    }

    private void Enqueue((PostingCursor Cursor, double Weight) term, int target)
    {
        int node = term.Cursor.Advance(target);
        if (node != PostingCursor.End) _ahead.Enqueue(term, node);
    }

    private bool IsInFields()
    {
        if (_fields is null) return true;
        foreach ((PostingCursor cursor, _) in _here)
        {
            foreach (FieldFrequency at in cursor.Fields)
            {
                if (_fields[at.Field]) return true;
            }
        }

        return false;
    }
}
