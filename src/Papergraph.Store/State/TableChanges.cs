using System.Collections.Immutable;

namespace Papergraph.Store;

/// <summary>What became of the rows of one table since the segment was written. Immutable.</summary>
/// <param name="Rows">The rows that changed, by their numbers.</param>
/// <param name="Values">For each column by how many its values became more, or fewer; null before the first change.</param>
internal sealed record TableChanges(IdMap<RowChange> Rows, ImmutableSortedDictionary<ColumnKey, long>? Values)
{
    public static readonly TableChanges None = new(IdMap<RowChange>.Empty, Values: null);

    public bool IsEmpty => Rows.IsEmpty;

    /// <summary>A value of the property came (1) or went (−1).</summary>
    public TableChanges Count(string name, object? value, int by) =>
        value is null ? this : Count(new(name, PropertyValue.TypeOf(value)!.Value), by);

    /// <summary>The values of the column became so many more, or fewer.</summary>
    public TableChanges Count(ColumnKey column, long by)
    {
        ImmutableSortedDictionary<ColumnKey, long> values = Values ?? ImmutableSortedDictionary<ColumnKey, long>.Empty;
        long count = values.GetValueOrDefault(column) + by;
        return this with { Values = count == 0 ? values.Remove(column) : values.SetItem(column, count) };
    }
}
