namespace Papergraph.Store;

/// <summary>A list of byte strings: compressed blocks one after another, where each begins, which item each begins with, where each item
/// begins among the bytes of all, and which node each belongs to, if they belong to nodes.</summary>
internal sealed record BlobListLayout(
    string Name, int Count, int BlockCount, int Data, PackedLayout BlockStarts, PackedLayout BlockItems, PackedLayout ItemOffsets,
    PackedLayout? Nodes = null)
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
        to.Byte(Nodes is null ? (byte)0 : (byte)1);
        Nodes?.Write(to);
    }

    public static BlobListLayout Read(LayoutReader from) => new(
        from.Name(), from.Int32(), from.Int32(), from.Int32(), PackedLayout.Read(from), PackedLayout.Read(from), PackedLayout.Read(from),
        from.Version >= 2 && ReadFlag(from) ? PackedLayout.Read(from) : null);

    private static bool ReadFlag(LayoutReader from) => from.Byte() switch
    {
        0 => false,
        1 => true,
        _ => throw from.Fault("blobs that neither belong to nodes nor do not"),
    };
}

/// <summary>A hash table from keys to entities: 2^<c>BucketBits</c> buckets, where each starts, and their entities.</summary>
internal sealed record HashLayout(byte BucketBits, long EntryCount, PackedLayout Starts, PackedLayout Entities)
{
    public void Write(LayoutWriter to)
    {
        to.Byte(BucketBits);
        to.Int64(EntryCount);
        Starts.Write(to);
        Entities.Write(to);
    }

    public static HashLayout Read(LayoutReader from) => new(Bits(from), from.Size(), PackedLayout.Read(from), PackedLayout.Read(from));

    /// <summary>Reads the body of a key index of format 1, whose nodes are not packed but 32 bits each.</summary>
    public static HashLayout ReadFormat1(LayoutReader from) =>
        new(Bits(from), from.Size(), PackedLayout.Read(from), new(8 * sizeof(int), 0, 0, from.Int32()));

    private static byte Bits(LayoutReader from)
    {
        byte bits = from.Byte();
        return bits <= HashBuckets.MaxBucketBits ? bits : throw from.Fault("a hash index with too many buckets");
    }
}

/// <summary>The entities of a range index in the order of their values.</summary>
internal sealed record SortedLayout(long EntryCount, PackedLayout Entities)
{
    public void Write(LayoutWriter to)
    {
        to.Int64(EntryCount);
        Entities.Write(to);
    }

    public static SortedLayout Read(LayoutReader from) => new(from.Size(), PackedLayout.Read(from));
}

/// <summary>An index of values: <c>Hash</c> or <c>Sorted</c>, as its definition says.</summary>
internal sealed record IndexLayout(IndexDefinition Definition, HashLayout? Hash, SortedLayout? Sorted)
{
    public void Write(LayoutWriter to)
    {
        Definition.Write(to);
        Hash?.Write(to);
        Sorted?.Write(to);
    }

    public static IndexLayout Read(LayoutReader from)
    {
        IndexDefinition definition = IndexDefinition.Read(from);
        return definition.Kind == IndexKind.Hash
            ? new(definition, HashLayout.Read(from), null)
            : new(definition, null, SortedLayout.Read(from));
    }

    /// <summary>Reads a key index of format 1.</summary>
    public static IndexLayout ReadFormat1(LayoutReader from) => new(IndexDefinition.ReadFormat1(from), HashLayout.ReadFormat1(from), null);
}

/// <summary>A constraint, and the hash index of a unique one.</summary>
internal sealed record ConstraintLayout(ConstraintDefinition Definition, HashLayout? Hash)
{
    public void Write(LayoutWriter to)
    {
        Definition.Write(to);
        Hash?.Write(to);
    }

    public static ConstraintLayout Read(LayoutReader from)
    {
        ConstraintDefinition definition = ConstraintDefinition.Read(from);
        return new(definition, definition.Kind == ConstraintKind.Unique ? HashLayout.Read(from) : null);
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

/// <summary>Sorted folded names; in format 1 also the words in them, whose place full-text indexes have taken.</summary>
internal sealed record NameIndexLayout(
    string Name, IReadOnlyList<(string Label, string Property)> Of, TermIndexLayout Names, TermIndexLayout? Words = null)
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
    }

    public static NameIndexLayout Read(LayoutReader from) => new(
        from.Name(), from.List(r => (r.Name(), r.Name())), TermIndexLayout.Read(from),
        from.Version < 2 ? TermIndexLayout.Read(from) : null);
}
