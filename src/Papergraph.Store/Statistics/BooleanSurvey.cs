namespace Papergraph.Store;

/// <summary>Surveys truth values; false comes before true.</summary>
internal static class BooleanSurvey
{
    /// <param name="values">The values of a column, or the elements of its lists.</param>
    /// <param name="total">Number of them.</param>
    /// <param name="column">The column, when a value may belong to a null row.</param>
    public static ColumnSurvey Of(Section values, long total, Column? column)
    {
        long count = 0, set = 0;
        for (long row = 0; row < total; row++)
        {
            if (column is not null && column.IsNull(row)) continue;
            count++;
            if (BitVector.Read(values, row)) set++;
        }

        return count == 0 ? new(0, 0, true, null, null) : new(count, set == 0 || set == count ? 1 : 2, true, set == count, set > 0);
    }
}
