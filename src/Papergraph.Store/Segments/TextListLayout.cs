namespace Papergraph.Store;

/// <summary>A list of texts: one after another with their boundaries, or, sorted, in groups that share prefixes
/// (<see cref="FrontCoding"/>) with the boundaries of the groups.</summary>
internal sealed record TextListLayout(long Count, bool FrontCoded, PackedLayout Boundaries, int Bytes)
{
    public void Write(LayoutWriter to)
    {
        to.Int64(Count);
        to.Byte((byte)(FrontCoded ? 1 : 0));
        Boundaries.Write(to);
        to.Int32(Bytes);
    }

    public static TextListLayout Read(LayoutReader from)
    {
        long count = from.Size();
        byte coding = from.Version < 2 ? (byte)0 : from.Byte();
        if (coding > 1) throw from.Fault("an unknown coding of texts");
        return new(count, coding == 1, PackedLayout.Read(from), from.Int32());
    }
}
