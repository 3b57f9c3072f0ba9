namespace Papergraph.Store;

/// <summary>What tells the columns of a table apart; in the order in which they lie: by name, ordinal, then by type.</summary>
internal readonly record struct ColumnKey(string Name, PropertyType Type) : IComparable<ColumnKey>
{
    public int CompareTo(ColumnKey other)
    {
        int order = string.CompareOrdinal(Name, other.Name);
        return order != 0 ? order : Type.CompareTo(other.Type);
    }
}
