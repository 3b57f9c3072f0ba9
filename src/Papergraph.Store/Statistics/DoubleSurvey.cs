namespace Papergraph.Store;

/// <summary>Surveys floating-point numbers. NaN counts as a value, but bounds nothing.</summary>
internal static class DoubleSurvey
{
    /// <param name="values">The values of a column, or the elements of its lists.</param>
    /// <param name="total">Number of them.</param>
    /// <param name="column">The column, when a value may belong to a null row.</param>
    public static ColumnSurvey Of(Section values, long total, Column? column)
    {
        long zones = ZoneMap.CountOf(total);
        double[] least = new double[zones], greatest = new double[zones];
        DistinctCounter distinct = new();
        long count = 0;
        for (long zone = 0; zone < zones; zone++)
        {
            (least[zone], greatest[zone]) = (double.PositiveInfinity, double.NegativeInfinity);
            for (long row = zone * ZoneMap.Size; row < Math.Min(total, (zone + 1) * ZoneMap.Size); row++)
            {
                if (column is not null && column.IsNull(row)) continue;
                double value = values.Read<double>(row);
                count++;
                distinct.Add(BitConverter.DoubleToInt64Bits(value));
                if (value < least[zone]) least[zone] = value;
                if (value > greatest[zone]) greatest[zone] = value;
            }
        }

        double ofAllLeast = least.DefaultIfEmpty(double.PositiveInfinity).Min();
        double ofAllGreatest = greatest.DefaultIfEmpty(double.NegativeInfinity).Max();
        return new(
            count, distinct.Count, distinct.IsExact, ofAllLeast <= ofAllGreatest ? ofAllLeast : null,
            ofAllLeast <= ofAllGreatest ? ofAllGreatest : null, Zones: count == 0 ? null : new DoubleZoneBounds(least, greatest));
    }
}
