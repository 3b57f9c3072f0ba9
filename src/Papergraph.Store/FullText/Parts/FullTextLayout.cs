namespace Papergraph.Store;

/// <summary>A full-text index in the directory of a segment.</summary>
internal sealed record FullTextLayout(
    FullTextDefinition Definition, int DocumentCount, IReadOnlyList<FieldLengthsLayout> Lengths, IReadOnlyList<FullTextPartLayout> Parts)
{
    public void Write(LayoutWriter to)
    {
        Definition.Write(to);
        to.Int32(DocumentCount);
        to.List(Lengths, (w, lengths) => lengths.Write(w));
        to.List(Parts, (w, part) => part.Write(w));
    }

    public static FullTextLayout Read(LayoutReader from) =>
        new(FullTextDefinition.Read(from), from.Int32(), from.List(FieldLengthsLayout.Read), from.List(FullTextPartLayout.Read));
}

/// <summary>How many words one field of each node has, for the nodes from the first to the last that has any.</summary>
internal sealed record FieldLengthsLayout(int FirstNode, int Count, int DocumentCount, long Total, PackedLayout Words)
{
    public void Write(LayoutWriter to)
    {
        to.Int32(FirstNode);
        to.Int32(Count);
        to.Int32(DocumentCount);
        to.Int64(Total);
        Words.Write(to);
    }

    public static FieldLengthsLayout Read(LayoutReader from) => new(
        from.Int32(), from.Int32(), from.Int32(), from.Size(), PackedLayout.Read(from));

    /// <exception cref="StoreException">The nodes do not exist, or there are more documents than nodes.</exception>
    public FieldLengths Open(SegmentSections sections, string name, int nodeCount)
    {
        if (Count > nodeCount - FirstNode || DocumentCount > Count) throw sections.Fault($"{name} span nodes that do not exist");
        PackedIntegers words = new(sections, Words, Count, name);
        return new(FirstNode, Count, place => words[place], DocumentCount, Total);
    }
}

/// <summary>One part of a full-text index: sorted terms, their document counts, and their postings with boundaries.</summary>
internal sealed record FullTextPartLayout(
    int TermCount, PackedLayout TextOffsets, int Texts, PackedLayout DocumentCounts, PackedLayout Boundaries, int Postings)
{
    public void Write(LayoutWriter to)
    {
        to.Int32(TermCount);
        TextOffsets.Write(to);
        to.Int32(Texts);
        DocumentCounts.Write(to);
        Boundaries.Write(to);
        to.Int32(Postings);
    }

    public static FullTextPartLayout Read(LayoutReader from) => new(
        from.Int32(), PackedLayout.Read(from), from.Int32(), PackedLayout.Read(from), PackedLayout.Read(from), from.Int32());
}
