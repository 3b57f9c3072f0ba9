using System.Collections.Immutable;

namespace Papergraph.Store;

/// <summary>What became of the rows of one table since the segment was written. Immutable.</summary>
/// <param name="Rows">The rows that changed, by their numbers.</param>
/// <param name="Values">For each column by how many its values became more, or fewer; null before the first change.</param>
internal sealed record TableChanges(IdMap<RowChange> Rows, ImmutableSortedDictionary<ColumnKey, long>? Values)
{
    public static readonly TableChanges None = new(IdMap<RowChange>.Empty, Values: null);

    public bool IsEmpty => Rows.IsEmpty;

    /// <summary>A value of the column came (1) or went (−1).</summary>
    public TableChanges Count(string name, object? value, int by)
    {
        if (value is null) return this;
        ColumnKey key = new(name, PropertyValue.TypeOf(value)!.Value);
        ImmutableSortedDictionary<ColumnKey, long> values = Values ?? ImmutableSortedDictionary<ColumnKey, long>.Empty;
        long count = values.GetValueOrDefault(key) + by;
        return this with { Values = count == 0 ? values.Remove(key) : values.SetItem(key, count) };
    }
}
