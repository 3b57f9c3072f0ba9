namespace Papergraph.Store;

/// <summary>Sorted distinct terms in UTF-8, and for each the nodes that have it.</summary>
internal sealed class TermIndex
{
    private readonly StringVector _terms;
    private readonly PackedIntegers _offsets;
    private readonly Section _nodes;
    private readonly long _entryCount;

    public TermIndex(SegmentSections sections, TermIndexLayout layout, int nodeCount, string name)
    {
        (Count, _entryCount, Name) = (layout.TermCount, layout.EntryCount, name);
        if (_entryCount > Array.MaxLength) throw sections.Fault($"{name} has {_entryCount} entries");
        _terms = new(sections, new(Count, layout.TextOffsets, layout.Texts, null), Count, name);
        _offsets = new(sections, layout.NodeOffsets, Count + 1L, name + ", node boundaries");
        _nodes = sections.Take(layout.Nodes, _entryCount * sizeof(int), name + ", nodes", limit: nodeCount);
    }

    public int Count { get; }

    public string Name { get; }

    public ReadOnlySpan<byte> Term(int number) => _terms.Text(number);

    /// <summary>The nodes that have the term of this number, ascending, each once.</summary>
    public ReadOnlySpan<int> Nodes(int number)
    {
        (long start, long count) = _offsets.Range(number, _entryCount);
        return _nodes.Span<int>(start, (int)count);
    }

    /// <summary>The nodes that have exactly this term, in UTF-8.</summary>
    public ReadOnlySpan<int> NodesOf(ReadOnlySpan<byte> term)
    {
        int number = LowerBound(term);
        return number < Count && Term(number).SequenceEqual(term) ? Nodes(number) : default;
    }

    /// <summary>The first term that does not come before this one.</summary>
    public int LowerBound(ReadOnlySpan<byte> term)
    {
        int low = 0, high = Count;
        while (low < high)
        {
            int middle = low + ((high - low) / 2);
            if (Term(middle).SequenceCompareTo(term) < 0) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    public StoreException Fault(string what) => _nodes.Fault(what);

    /// <exception cref="StoreException">The index has another number of entries.</exception>
    public void RequireEntries(long expected)
    {
        if (_entryCount != expected) throw Fault($"it has {_entryCount} entries in place of {expected}");
    }

    /// <summary>Checks that terms and their nodes ascend, and that no term is without nodes.</summary>
    public void VerifyTerms(FaultList faults)
    {
        _terms.Verify(faults);
        _offsets.VerifyBoundaries(_entryCount, faults);
        faults.Each(Count, number =>
        {
            if (number > 0 && Term((int)number - 1).SequenceCompareTo(Term((int)number)) >= 0)
                throw Fault($"term {number} does not follow the one before in order");
            if (Nodes((int)number).IsEmpty) throw Fault($"term {number} has no nodes");
            _nodes.RequireAscending(Nodes((int)number), number);
        });
    }
}
