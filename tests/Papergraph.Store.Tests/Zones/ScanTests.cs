using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Papergraph.TestKit;

namespace Papergraph.Store.Tests;

public class ScanTests
{
    private const int Rows = (Column.ZoneSize * 5) + 123;

    // Oracle: looking at every row.
    [Fact]
    public void No_row_that_is_looked_for_lies_outside_the_runs()
    {
        using TemporaryFolder folder = new();
        NodeTable table = Write(folder, out GraphReader reader);
        using (reader)
        {
            Prop.ForAll(Gen.Zip(Gen.Choose(-10, 2500), Gen.Choose(0, 400)).ToArbitrary(), range =>
            {
                (int least, int greatest) = (range.Item1, range.Item1 + range.Item2);
                (Int64Column numbers, DoubleColumn scores) = (table.Int64s("number")!, table.Doubles("score")!);
                AssertCovers(numbers.Scan(least, greatest), row => numbers[row] >= least && numbers[row] <= greatest);
                AssertCovers(scores.Scan(least, greatest), row => scores[row] >= least && scores[row] <= greatest);
                DateColumn dates = (DateColumn)table.Column("date")!;
                (DateOnly from, DateOnly to) = (DateOnly.MinValue.AddDays(least + 10), DateOnly.MinValue.AddDays(greatest + 10));
                AssertCovers(dates.Scan(from, to), row => dates[row] is { } v && v >= from && v <= to);
                DateTimeColumn instants = (DateTimeColumn)table.Column("seen")!;
                (DateTimeOffset begin, DateTimeOffset end) = (Instant(least), Instant(greatest));
                AssertCovers(instants.Scan(begin, end), row => instants[row] is { } v && v >= begin && v <= end);
                StringColumn venues = table.Strings("venue")!;
                string first = $"venue {least + 10:d5}", last = $"venue {greatest + 10:d5}";
                int firstCode = venues.LowerCode(Encoding.UTF8.GetBytes(first));
                int endCode = venues.LowerCode(Encoding.UTF8.GetBytes(last + "\0"));
                AssertCovers(
                    venues.ScanCodes(firstCode, endCode - 1),
                    row => venues[row] is { } v && string.CompareOrdinal(v, first) >= 0 && string.CompareOrdinal(v, last) <= 0);
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(40));
        }

        TestGraph.AssertSound(folder.FullName);
    }

    [Fact]
    public void Zones_without_a_value_in_the_range_are_passed_over()
    {
        using TemporaryFolder folder = new();
        NodeTable table = Write(folder, out GraphReader reader);
        using (reader)
        {
            // The columns ascend, about 500 a zone: what lies around 1,250 lies in the third zone.
            RowRange third = new(2 * Column.ZoneSize, Column.ZoneSize);
            Assert.Equal([third], table.Int64s("number")!.Scan(1200, 1300));
            Assert.Equal([third], table.Doubles("score")!.Scan(1200, 1300));
            DateColumn dates = (DateColumn)table.Column("date")!;
            Assert.Equal([third], dates.Scan(DateOnly.MinValue.AddDays(1210), DateOnly.MinValue.AddDays(1310)));
            Assert.Equal([third], ((DateTimeColumn)table.Column("seen")!).Scan(Instant(1200), Instant(1300)));
            StringColumn venues = table.Strings("venue")!;
            int code = venues.CodeOf("venue 01249"u8);
            Assert.Equal([third], venues.ScanCodes(code, code));
            Assert.Empty(table.Int64s("number")!.Scan(100_000, 200_000));
            Assert.Empty(table.Int64s("number")!.Scan(1300, 1200));
            Assert.Equal([new RowRange(0, Rows)], table.Int64s("number")!.Scan(long.MinValue, long.MaxValue));
        }
    }

    [Fact]
    public void A_zone_of_nulls_is_passed_over()
    {
        using TemporaryFolder folder = new();
        TestGraph.Publish(folder.FullName, writer =>
        {
            NodeTableWriter table = writer.AddNodeTable("Paper");
            for (int i = 0; i < 3 * Column.ZoneSize; i++)
            {
                table.AddNode();
                if (i / Column.ZoneSize == 1) continue;
                table.Int64("number").Append(i % 100);
                table.Double("score").Append(i % 100);
            }
        });
        using GraphReader reader = GraphDirectory.OpenRead(folder.FullName);
        RowRange[] around = [new(0, Column.ZoneSize), new(2 * Column.ZoneSize, Column.ZoneSize)];
        Assert.Equal(around, reader.NodeTables[0].Int64s("number")!.Scan(0, 1000));
        Assert.Equal(around, reader.NodeTables[0].Doubles("score")!.Scan(0, 1000));
        TestGraph.AssertSound(folder.FullName);
    }

    [Fact]
    public void Zones_that_are_not_those_of_the_values_are_reported()
    {
        using TemporaryFolder folder = new();
        Write(folder, out GraphReader reader);
        reader.Dispose();
        ResealedSegment segment = new(folder.FullName);
        segment.ReplaceLayout(layout => layout with
        {
            NodeTables = [layout.NodeTables[0] with { Columns = [.. layout.NodeTables[0].Columns.Select(Widened)] }],
        });
        VerificationReport report = GraphVerifier.Verify(folder.FullName);
        Assert.Contains(report.Faults, fault => fault.Message.Contains("property number, least of zones", StringComparison.Ordinal));
        Assert.Contains(report.Faults, fault => fault.Message.Contains("property venue, least of zones", StringComparison.Ordinal));

        static ColumnLayout Widened(ColumnLayout column) => column.Zones is { Least: PackedLayout least } zones
            ? column with { Zones = zones with { Least = least with { Least = least.Least - 1 } } }
            : column;
    }

    private static void AssertCovers(IEnumerable<RowRange> runs, Func<long, bool> isLookedFor)
    {
        long at = 0;
        foreach (RowRange run in runs)
        {
            Assert.True(run.First >= at && run.Count > 0 && run.First + run.Count <= Rows, $"run {run} after row {at}");
            for (; at < run.First; at++) Assert.False(isLookedFor(at), $"row {at} lies outside");
            at = run.First + run.Count;
        }

        for (; at < Rows; at++) Assert.False(isLookedFor(at), $"row {at} lies outside");
    }

    private static DateTimeOffset Instant(int number) => DateTimeOffset.UnixEpoch.AddMinutes(number);

    private static NodeTable Write(TemporaryFolder folder, out GraphReader reader)
    {
        TestGraph.Publish(folder.FullName, writer =>
        {
            NodeTableWriter table = writer.AddNodeTable("Paper");
            for (int i = 0; i < Rows; i++)
            {
                table.AddNode();
                int value = (i / 8) - (i / 8 % 3);
                if (i % 11 == 0) continue;
                table.Int64("number").Append(value);
                table.Double("score").Append(i % 13 == 0 ? double.NaN : value + 0.5);
                table.Date("date").Append(DateOnly.MinValue.AddDays(value + 10));
                table.DateTime("seen").Append(Instant(value));
                table.String("venue").Append($"venue {value + 10:d5}");
            }
        });
        reader = GraphDirectory.OpenRead(folder.FullName);
        return reader.NodeTables[0];
    }
}
