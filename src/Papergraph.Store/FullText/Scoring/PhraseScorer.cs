namespace Papergraph.Store;

/// <summary>Scores terms that follow one another: a phrase is a term that tells as much as all of its terms together.</summary>
internal sealed class PhraseScorer : Scorer
{
    private readonly Bm25 _bm25;
    private readonly PostingCursor[] _cursors;
    private readonly int[] _offsets;
    private readonly int[] _rarestFirst;
    private readonly double _idf;
    private readonly bool[]? _fields;
    private readonly double[] _frequencies;
    private readonly List<int> _starts = [], _positions = [];

    /// <param name="bm25">The formula.</param>
    /// <param name="cursors">A cursor for each term.</param>
    /// <param name="offsets">The place of each term, counted from that of the first.</param>
    /// <param name="documentCounts">For each term, the number of documents that have it.</param>
    /// <param name="fields">For each field whether it counts; null if all do.</param>
    public PhraseScorer(Bm25 bm25, PostingCursor[] cursors, int[] offsets, int[] documentCounts, bool[]? fields)
    {
        (_bm25, _cursors, _offsets, _fields) = (bm25, cursors, offsets, fields);
        (_idf, Cost) = (documentCounts.Sum(bm25.Idf), documentCounts.Min());
        _rarestFirst = [.. Enumerable.Range(0, cursors.Length).OrderBy(i => documentCounts[i])];
        _frequencies = new double[bm25.FieldCount];
    }

    public override double Bound => _idf;

    public override long Cost { get; }

    public override int Advance(int target)
    {
        while (Node < target)
        {
            Node = NextWithAll(target);
            if (Node == PostingCursor.End || CountPhrases()) break;
            target = Node + 1;
        }

        return Node;
    }

    public override double Score() => _idf * _bm25.Score(Node, _frequencies);

    /// <summary>The first document from the target on that has all terms.</summary>
    private int NextWithAll(int target)
    {
        for (int i = 0; i < _rarestFirst.Length && target != PostingCursor.End;)
        {
            int node = _cursors[_rarestFirst[i]].Advance(target);
            i = node == target || i == 0 ? i + 1 : 0;
            target = node;
        }

        return target;
    }

    /// <summary>Counts the phrase in each field of the document that all cursors stand at.</summary>
    private bool CountPhrases()
    {
        Array.Clear(_frequencies);
        bool any = false;
        foreach (FieldFrequency at in _cursors[0].Fields)
        {
            if (_fields is not null && !_fields[at.Field]) continue;
            _frequencies[at.Field] = CountIn(at.Field);
            any |= _frequencies[at.Field] > 0;
        }

        return any;
    }

    private int CountIn(int field)
    {
        for (int i = 0; i < _cursors.Length; i++)
        {
            int entry = EntryOf(_cursors[i].Fields, field);
            if (entry < 0) return 0;
            _cursors[i].ReadPositions(entry, i == 0 ? _starts : _positions);
            if (i > 0) KeepFollowed(_offsets[i]);
            if (_starts.Count == 0) return 0;
        }

        return _starts.Count;
    }

    /// <summary>Keeps the starts that have one of the positions at the offset.</summary>
    private void KeepFollowed(int offset)
    {
        (int kept, int next) = (0, 0);
        for (int i = 0; i < _starts.Count; i++)
        {
            int start = _starts[i];
            while (next < _positions.Count && _positions[next] < start + offset) next++;
            if (next < _positions.Count && _positions[next] == start + offset) _starts[kept++] = start;
        }

        _starts.RemoveRange(kept, _starts.Count - kept);
    }

    private static int EntryOf(ReadOnlySpan<FieldFrequency> fields, int field)
    {
        for (int i = 0; i < fields.Length; i++)
        {
            if (fields[i].Field == field) return i;
        }

        return -1;
    }
}
