namespace Papergraph.Store;

/// <summary>What one pass over the values of a column finds.</summary>
/// <param name="Values">Number of values, or of elements of lists.</param>
/// <param name="Distinct">Number of distinct ones, or an estimate of it.</param>
/// <param name="DistinctIsExact">Which of the two.</param>
/// <param name="Least">The least one, boxed, or null.</param>
/// <param name="Greatest">The greatest one, boxed, or null.</param>
/// <param name="TextBytes">Bytes of all texts together.</param>
/// <param name="Zones">Bounds of the zones, if the column is to have zones.</param>
internal sealed record ColumnSurvey(
    long Values, long Distinct, bool DistinctIsExact, object? Least, object? Greatest, long TextBytes = 0, ZoneBounds? Zones = null)
{
    public ColumnStatistics For(Column column) => new(
        column.Name, column.Type, column.Count - column.NullCount, column.NullCount,
        Values, Distinct, DistinctIsExact, Least, Greatest, TextBytes);
}
