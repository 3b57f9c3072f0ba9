namespace Papergraph.Store;

/// <summary>Sorted distinct terms in UTF-8, and for each the nodes that have it.</summary>
internal sealed class TermIndex
{
    private readonly TextList _terms;
    private readonly PackedIntegers _offsets;
    private readonly Section _nodes;
    private readonly long _entryCount;

    public TermIndex(SegmentSections sections, TermIndexLayout layout, int nodeCount, string name)
    {
        (_entryCount, Name) = (layout.EntryCount, name);
        // No term is without an entry.
        if (_entryCount > Array.MaxLength || layout.Terms.Count > _entryCount)
            throw sections.Fault($"{name} has {_entryCount} entries of {layout.Terms.Count} terms");
        Count = (int)layout.Terms.Count;
        _terms = TextList.Open(sections, layout.Terms, name);
        _offsets = new(sections, layout.NodeOffsets, Count + 1L, name + ", node boundaries");
        _nodes = sections.Take(layout.Nodes, _entryCount * sizeof(int), name + ", nodes", limit: nodeCount);
    }

    public int Count { get; }

    public string Name { get; }

    public ReadOnlySpan<byte> Term(int number) => _terms[number];

    /// <summary>The nodes that have the term of this number, ascending, each once.</summary>
    public ReadOnlySpan<int> Nodes(int number)
    {
        (long start, long count) = _offsets.Range(number, _entryCount);
        return _nodes.Span<int>(start, (int)count);
    }

    /// <summary>The nodes that have exactly this term, in UTF-8.</summary>
    public ReadOnlySpan<int> NodesOf(ReadOnlySpan<byte> term)
    {
        long number = _terms.Find(term);
        return number >= 0 ? Nodes((int)number) : default;
    }

    /// <summary>The first term that does not come before this one.</summary>
    public int LowerBound(ReadOnlySpan<byte> term) => (int)_terms.LowerBound(term);

    public StoreException Fault(string what) => _nodes.Fault(what);

    /// <exception cref="StoreException">The index has another number of entries.</exception>
    public void RequireEntries(long expected)
    {
        if (_entryCount != expected) throw Fault($"it has {_entryCount} entries in place of {expected}");
    }

    /// <summary>Checks that terms and their nodes ascend, and that no term is without nodes.</summary>
    public void VerifyTerms(FaultList faults)
    {
        _terms.Verify(sorted: true, faults);
        _offsets.VerifyBoundaries(_entryCount, faults);
        faults.Each(Count, number =>
        {
            if (Nodes((int)number).IsEmpty) throw Fault($"term {number} has no nodes");
            _nodes.RequireAscending(Nodes((int)number), number);
        });
    }
}
