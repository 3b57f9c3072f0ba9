namespace Papergraph.Store;

/// <summary>A list of byte strings: compressed blocks one after another, where each begins, which item each begins with, and where
/// each item begins among the bytes of all.</summary>
internal sealed record BlobListLayout(
    string Name, int Count, int BlockCount, int Data, PackedLayout BlockStarts, PackedLayout BlockItems, PackedLayout ItemOffsets)
{
    public void Write(LayoutWriter to)
    {
        to.Text(Name);
        to.Int32(Count);
        to.Int32(BlockCount);
        to.Int32(Data);
        BlockStarts.Write(to);
        BlockItems.Write(to);
        ItemOffsets.Write(to);
    }

    public static BlobListLayout Read(LayoutReader from) => new(
        from.Text(), from.Int32(), from.Int32(), from.Int32(), PackedLayout.Read(from), PackedLayout.Read(from), PackedLayout.Read(from));
}

/// <summary>A hash table from values of a property to nodes: 2^<c>BucketBits</c> buckets, their boundaries and their nodes.</summary>
internal sealed record KeyIndexLayout(string Label, string Property, byte BucketBits, long EntryCount, PackedLayout Offsets, int Nodes)
{
    public void Write(LayoutWriter to)
    {
        to.Text(Label);
        to.Text(Property);
        to.Byte(BucketBits);
        to.Int64(EntryCount);
        Offsets.Write(to);
        to.Int32(Nodes);
    }

    public static KeyIndexLayout Read(LayoutReader from)
    {
        (string label, string property, byte bits) = (from.Text(), from.Text(), from.Byte());
        if (bits > KeyIndex.MaxBucketBits) throw from.Fault("a key index with too many buckets");
        return new(label, property, bits, from.Size(), PackedLayout.Read(from), from.Int32());
    }
}

/// <summary>Sorted distinct terms, and for each the nodes that have it.</summary>
internal sealed record TermIndexLayout(TextListLayout Terms, long EntryCount, PackedLayout NodeOffsets, int Nodes)
{
    public void Write(LayoutWriter to)
    {
        Terms.Write(to);
        to.Int64(EntryCount);
        NodeOffsets.Write(to);
        to.Int32(Nodes);
    }

    public static TermIndexLayout Read(LayoutReader from) =>
        new(ReadTerms(from), from.Size(), PackedLayout.Read(from), from.Int32());

    // Format 1 counted terms in 32 bits.
    private static TextListLayout ReadTerms(LayoutReader from) => from.Version < 2
        ? new(from.Int32(), false, PackedLayout.Read(from), from.Int32())
        : TextListLayout.Read(from);
}

internal sealed record NameIndexLayout(
    string Name, IReadOnlyList<(string Label, string Property)> Of, TermIndexLayout Names, TermIndexLayout Words)
{
    public void Write(LayoutWriter to)
    {
        to.Text(Name);
        to.List(Of, (w, of) =>
        {
            w.Text(of.Label);
            w.Text(of.Property);
        });
        Names.Write(to);
        Words.Write(to);
    }

    public static NameIndexLayout Read(LayoutReader from) => new(
        from.Text(), from.List(r => (r.Text(), r.Text())), TermIndexLayout.Read(from), TermIndexLayout.Read(from));
}
