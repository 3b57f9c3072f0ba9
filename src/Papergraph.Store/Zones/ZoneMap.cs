namespace Papergraph.Store;

/// <summary>Least and greatest value of every zone of a column, by which a scan passes over zones that hold nothing it looks for (small
/// materialized aggregates; Moerkotte, VLDB 1998).</summary>
internal abstract class ZoneMap
{
    public const int Size = Column.ZoneSize;

    public static long CountOf(long rows) => (rows / Size) + (rows % Size == 0 ? 0 : 1);

    /// <summary>Checks the bounds against those that the values have.</summary>
    public abstract void Verify(ZoneBounds expected, FaultList faults);

    /// <summary>The rows of the zones that may hold what is looked for; neighbouring zones make one run.</summary>
    /// <param name="rows">Number of rows of the column.</param>
    /// <param name="mayHold">Whether a zone may.</param>
    public static IEnumerable<RowRange> Runs(long rows, Func<long, bool> mayHold)
    {
        long zones = CountOf(rows);
        for (long zone = 0; zone < zones; zone++)
        {
            if (!mayHold(zone)) continue;
            long first = zone;
            while (zone + 1 < zones && mayHold(zone + 1)) zone++;
            yield return new(first * Size, Math.Min((zone + 1) * Size, rows) - (first * Size));
        }
    }
}
