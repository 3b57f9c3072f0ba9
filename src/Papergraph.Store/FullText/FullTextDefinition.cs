namespace Papergraph.Store;

/// <summary>What a full-text index is about.</summary>
/// <param name="Name">Name of the index.</param>
/// <param name="Fields">Its fields; their number is their place in this list.</param>
internal sealed record FullTextDefinition(string Name, IReadOnlyList<FullTextField> Fields)
{
    public const int MostFields = 64;

    public const double GreatestWeight = 1000;

    /// <summary>The numbers of the fields that nodes with these labels have.</summary>
    public int[] FieldsOf(NodeTable table) => [.. Enumerable.Range(0, Fields.Count).Where(field => table.HasLabel(Fields[field].Label))];

    /// <exception cref="ArgumentException">The name or a field is unfit.</exception>
    public static FullTextDefinition Checked(string name, IEnumerable<FullTextField> fields)
    {
        StoredName.ThrowIfUnfit(name);
        ArgumentNullException.ThrowIfNull(fields);
        FullTextField[] all = [.. fields];
        if (all.Length is 0 or > MostFields)
            throw new ArgumentException($"A full-text index has 1 to {MostFields} fields.", nameof(fields));
        foreach (FullTextField field in all)
        {
            StoredName.ThrowIfUnfit(field.Label, nameof(fields));
            StoredName.ThrowIfUnfit(field.Property, nameof(fields));
            if (!IsWeight(field.Weight)) throw new ArgumentException($"The weight of {field.Property} is {field.Weight}.", nameof(fields));
        }

        if (all.DistinctBy(field => (field.Label, field.Property)).Count() < all.Length)
            throw new ArgumentException("A field is given twice.", nameof(fields));
        return new(name, all);
    }

    public void Write(LayoutWriter to)
    {
        to.Text(Name);
        to.List(Fields, (w, field) =>
        {
            w.Text(field.Label);
            w.Text(field.Property);
            w.Int64(BitConverter.DoubleToInt64Bits(field.Weight));
        });
    }

    /// <exception cref="StoreException">It is not what <see cref="Write"/> writes.</exception>
    public static FullTextDefinition Read(LayoutReader from)
    {
        string name = from.Text();
        List<FullTextField> fields = from.List(r => new FullTextField(r.Text(), r.Text(), BitConverter.Int64BitsToDouble(r.Int64())));
        try
        {
            return Checked(name, fields);
        }
        catch (ArgumentException e)
        {
            throw from.Fault($"a full-text index that cannot be: {e.Message.ReplaceLineEndings(" ")}");
        }
    }

    private static bool IsWeight(double weight) => weight is > 0 and <= GreatestWeight;
}
