namespace Papergraph.Store;

/// <summary>What an index of values is over: one property of the nodes of one label, or of the edges of one type.</summary>
/// <remarks>Values are compared as <see cref="ValueRange"/> says, so that 1 and 1.0 are one value. A property may have values of several
/// types.</remarks>
public sealed record IndexDefinition
{
    /// <summary>Defines an index.</summary>
    /// <param name="kind">What it can answer.</param>
    /// <param name="on">Whether it is over nodes or over edges.</param>
    /// <param name="labelOrType">The label of the nodes or the type of the edges.</param>
    /// <param name="property">The property.</param>
    /// <param name="name">Its name, distinct among the indexes and constraints of the graph; made from the rest if left out.</param>
    /// <exception cref="ArgumentException">A name is empty or does not survive UTF-8.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such kind.</exception>
    public IndexDefinition(IndexKind kind, EntityKind on, string labelOrType, string property, string? name = null)
    {
        if (kind is not (IndexKind.Hash or IndexKind.Range))
            throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such kind.");
        if (on is not (EntityKind.Node or EntityKind.Edge))
            throw new ArgumentOutOfRangeException(nameof(on), on, "There is no such kind.");
        StoredName.ThrowIfUnfit(labelOrType);
        StoredName.ThrowIfUnfit(property);
        (Kind, On, LabelOrType, Property) = (kind, on, labelOrType, property);
        Name = name ?? $"{(kind == IndexKind.Hash ? "hash" : "range")} {Target}";
        StoredName.ThrowIfUnfit(Name, nameof(name));
    }

    /// <summary>Name of the index.</summary>
    public string Name { get; }

    /// <summary>What it can answer.</summary>
    public IndexKind Kind { get; }

    /// <summary>Whether it is over nodes or over edges.</summary>
    public EntityKind On { get; }

    /// <summary>The label of the nodes or the type of the edges.</summary>
    public string LabelOrType { get; }

    /// <summary>The property.</summary>
    public string Property { get; }

    /// <summary>What is indexed, e.g. <c>(:Paper).id</c> or <c>[:CITES].source</c>.</summary>
    internal string Target => StoredName.Target(On, LabelOrType, [Property]);

    /// <summary>Whether both are over the same thing and answer the same questions, whatever their names.</summary>
    internal bool HasSameContent(IndexDefinition other) =>
        (Kind, On, LabelOrType, Property) == (other.Kind, other.On, other.LabelOrType, other.Property);

    internal void Write(LayoutWriter to)
    {
        to.Text(Name);
        to.Byte((byte)Kind);
        to.Byte((byte)On);
        to.Text(LabelOrType);
        to.Text(Property);
    }

    internal static IndexDefinition Read(LayoutReader from)
    {
        (string name, byte kind, byte on, string labelOrType, string property) =
            (from.Text(), from.Byte(), from.Byte(), from.Text(), from.Text());
        return Checked(from, () => new((IndexKind)kind, (EntityKind)on, labelOrType, property, name));
    }

    /// <summary>Reads the definition of a key index of format 1, which had no name of its own.</summary>
    internal static IndexDefinition ReadFormat1(LayoutReader from)
    {
        (string label, string property) = (from.Text(), from.Text());
        return Checked(from, () => new(IndexKind.Hash, EntityKind.Node, label, property));
    }

    private static IndexDefinition Checked(LayoutReader from, Func<IndexDefinition> create)
    {
        try
        {
            return create();
        }
        catch (ArgumentException e)
        {
            throw from.Fault($"an index that cannot be: {e.Message.ReplaceLineEndings(" ")}");
        }
    }
}
