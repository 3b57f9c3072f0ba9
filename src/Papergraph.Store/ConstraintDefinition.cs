namespace Papergraph.Store;

/// <summary>What every committed state of the graph keeps to.</summary>
/// <remarks>A transaction may pass through states that break it; it is checked when the transaction commits, and the commit is refused
/// when it does not hold. Values are the same when an index finds them under each other: 1 and 1.0, 0.0 and −0.0, NaN and NaN are. A
/// list counts as a whole: two lists are the same when their elements are, in order.</remarks>
public sealed record ConstraintDefinition
{
    private const int MostProperties = 32;

    private ConstraintDefinition(ConstraintKind kind, EntityKind on, string labelOrType, IReadOnlyList<string> properties, string? name)
    {
        StoredName.ThrowIfUnfit(labelOrType);
        foreach (string property in properties) StoredName.ThrowIfUnfit(property, nameof(properties));
        (Kind, On, LabelOrType, Properties) = (kind, on, labelOrType, properties);
        Name = name ?? $"{(kind == ConstraintKind.Unique ? "unique" : "exists")} {Target}";
        StoredName.ThrowIfUnfit(Name, nameof(name));
    }

    /// <summary>Name of the constraint, distinct among the indexes and constraints of the graph.</summary>
    public string Name { get; }

    /// <summary>What it demands.</summary>
    public ConstraintKind Kind { get; }

    /// <summary>Whether it is over nodes or over edges.</summary>
    public EntityKind On { get; }

    /// <summary>The label of the nodes or the type of the edges.</summary>
    public string LabelOrType { get; }

    /// <summary>The properties, in the order given.</summary>
    public IReadOnlyList<string> Properties { get; }

    /// <summary>What it is over, e.g. <c>(:Person).(first, last)</c>.</summary>
    internal string Target => StoredName.Target(On, LabelOrType, Properties);

    /// <summary>Demands that no two nodes of a label have the same values in all of the properties.</summary>
    /// <param name="label">The label.</param>
    /// <param name="properties">1 to 32 distinct properties.</param>
    /// <param name="name">Name of the constraint; made from the rest if left out.</param>
    /// <exception cref="ArgumentException">A name is empty or does not survive UTF-8, or there are too few or too many properties or one
    /// twice.</exception>
    public static ConstraintDefinition Unique(string label, IEnumerable<string> properties, string? name = null)
    {
        string[] all = [.. properties];
        if (all.Length is 0 or > MostProperties)
            throw new ArgumentException($"A key has 1 to {MostProperties} properties.", nameof(properties));
        if (all.Distinct(StringComparer.Ordinal).Count() < all.Length)
            throw new ArgumentException("A property is given twice.", nameof(properties));
        return new(ConstraintKind.Unique, EntityKind.Node, label, all, name);
    }

    /// <summary>Demands that every node of a label, or every edge of a type, has a value in the property.</summary>
    /// <inheritdoc cref="IndexDefinition(IndexKind, EntityKind, string, string, string)" path="/exception"/>
    /// <param name="on">Whether it is over nodes or over edges.</param>
    /// <param name="labelOrType">The label of the nodes or the type of the edges.</param>
    /// <param name="property">The property.</param>
    /// <param name="name">Name of the constraint; made from the rest if left out.</param>
    public static ConstraintDefinition Exists(EntityKind on, string labelOrType, string property, string? name = null) =>
        on is EntityKind.Node or EntityKind.Edge
            ? new(ConstraintKind.Exists, on, labelOrType, [property], name)
            : throw new ArgumentOutOfRangeException(nameof(on), on, "There is no such kind.");

    /// <summary>Whether both have the same name, kind and target.</summary>
    public bool Equals(ConstraintDefinition? other) => other is not null && Name == other.Name && HasSameContent(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Kind, On, StringComparer.Ordinal.GetHashCode(Name));

    /// <summary>Whether both demand the same, whatever their names.</summary>
    internal bool HasSameContent(ConstraintDefinition other) =>
        (Kind, On, LabelOrType) == (other.Kind, other.On, other.LabelOrType)
        && Properties.SequenceEqual(other.Properties, StringComparer.Ordinal);

    internal void Write(LayoutWriter to)
    {
        to.Text(Name);
        to.Byte((byte)Kind);
        to.Byte((byte)On);
        to.Text(LabelOrType);
        to.List(Properties, (w, property) => w.Text(property));
    }

    internal static ConstraintDefinition Read(LayoutReader from)
    {
        (string name, byte kind, byte on, string labelOrType) = (from.Text(), from.Byte(), from.Byte(), from.Text());
        List<string> properties = from.List(r => r.Text());
        try
        {
            return (ConstraintKind)kind switch
            {
                ConstraintKind.Unique when on == (byte)EntityKind.Node => Unique(labelOrType, properties, name),
                ConstraintKind.Exists when properties.Count == 1 => Exists((EntityKind)on, labelOrType, properties[0], name),
                _ => throw from.Fault("an unknown kind of constraint"),
            };
        }
        catch (ArgumentException e)
        {
            throw from.Fault($"a constraint that cannot be: {e.Message.ReplaceLineEndings(" ")}");
        }
    }
}
