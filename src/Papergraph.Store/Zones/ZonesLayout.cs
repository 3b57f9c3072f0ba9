namespace Papergraph.Store;

/// <summary>The least and the greatest value of each zone of a column.</summary>
internal sealed record ZonesLayout(VectorLayout Least, VectorLayout Greatest)
{
    public void Write(LayoutWriter to)
    {
        Least.Write(to);
        Greatest.Write(to);
    }

    /// <param name="from">The directory.</param>
    /// <param name="type">Type of the column; the zones of texts are those of their codes.</param>
    public static ZonesLayout Read(LayoutReader from, PropertyType type) => type == PropertyType.Double
        ? new(new FlatLayout(from.Int32()), new FlatLayout(from.Int32()))
        : new(PackedLayout.Read(from), PackedLayout.Read(from));
}
