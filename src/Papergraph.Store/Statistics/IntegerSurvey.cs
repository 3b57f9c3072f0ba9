using System.Collections;

namespace Papergraph.Store;

/// <summary>Surveys whole numbers.</summary>
internal static class IntegerSurvey
{
    // Numbers that take so few bits are counted by a bit each.
    private const int BitmapWidth = 16;

    /// <param name="values">The values of a column, or the elements of its lists.</param>
    /// <param name="column">The column, when a value may belong to a null row.</param>
    /// <param name="toValue">Makes the boxed value.</param>
    public static ColumnSurvey Of(PackedIntegers values, Column? column, Func<long, object> toValue)
    {
        BitArray? seen = values.IsLevel && values.Width <= BitmapWidth ? new(1 << values.Width) : null;
        DistinctCounter distinct = new();
        (long count, long seenCount, long least, long greatest) = (0, 0, long.MaxValue, long.MinValue);
        IntegerZoneBounds zones = BoundsOf(values, column, value =>
        {
            count++;
            least = Math.Min(least, value);
            greatest = Math.Max(greatest, value);
            if (seen is null) distinct.Add(value);
            else if (!seen[(int)(value - values.Least)])
            {
                seen[(int)(value - values.Least)] = true;
                seenCount++;
            }
        });
        return count == 0 ? new(0, 0, true, null, null) : new(
            count, seen is null ? distinct.Count : seenCount, seen is not null || distinct.IsExact,
            toValue(least), toValue(greatest), Zones: zones);
    }

    /// <summary>The bounds of the zones; <paramref name="take"/> is given every value that is not null.</summary>
    public static IntegerZoneBounds BoundsOf(PackedIntegers values, Column? column, Action<long> take)
    {
        long zones = ZoneMap.CountOf(values.Count);
        long[] least = new long[zones], greatest = new long[zones];
        long[] batch = new long[ZoneMap.Size];
        ulong[] nulls = new ulong[ZoneMap.Size / 64];
        (long ofAllLeast, long ofAllGreatest) = (long.MaxValue, long.MinValue);
        for (long zone = 0; zone < zones; zone++)
        {
            long first = zone * ZoneMap.Size;
            int count = (int)Math.Min(ZoneMap.Size, values.Count - first);
            values.Read(first, batch.AsSpan(0, count));
            bool any = column is not null && column.ReadNulls(first, count, nulls) > 0;
            (least[zone], greatest[zone]) = (long.MaxValue, long.MinValue);
            for (int i = 0; i < count; i++)
            {
                if (any && (nulls[i >> 6] >> i & 1) != 0) continue;
                least[zone] = Math.Min(least[zone], batch[i]);
                greatest[zone] = Math.Max(greatest[zone], batch[i]);
                take(batch[i]);
            }

            ofAllLeast = Math.Min(ofAllLeast, least[zone]);
            ofAllGreatest = Math.Max(ofAllGreatest, greatest[zone]);
        }

        // Zones without values turn the bounds of the column round: empty, and no wider to store than the others.
        for (long zone = 0; zone < zones; zone++)
        {
            if (least[zone] > greatest[zone]) (least[zone], greatest[zone]) = (ofAllGreatest, ofAllLeast);
        }

        return new(least, greatest);
    }
}
