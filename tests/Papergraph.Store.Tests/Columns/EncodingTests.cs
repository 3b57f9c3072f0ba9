using FsCheck;
using FsCheck.Fluent;
using Papergraph.TestKit;

namespace Papergraph.Store.Tests;

public class EncodingTests
{
    private const int Rows = 20_000;

    // What all of a segment but its columns takes: header, directory, padding.
    private const int Overhead = 1000;

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(255, 8)]
    [InlineData(256, 9)]
    [InlineData(65_535, 16)]
    [InlineData(65_536, 17)]
    [InlineData(4_294_967_295, 32)]
    [InlineData(4_294_967_296, 33)]
    [InlineData(long.MaxValue - 77, 63)]
    public void Whole_numbers_take_the_bits_that_their_spread_needs(long spread, int bits)
    {
        long size = SizeOf(table => table.Int64("p"), (column, i) => column.Append(i % 2 == 0 ? -77 : -77 + spread));
        Assert.InRange(size, bits * Rows / 8, (bits * Rows / 8) + Overhead);
    }

    [Fact]
    public void Numbers_that_grow_evenly_take_the_bits_of_what_they_stray_from_a_line()
    {
        Random random = new(5);
        long size = SizeOf(table => table.Int64("p"), (column, i) => column.Append((i * 1_000_003L) + random.Next(16)));
        Assert.InRange(size, 4 * Rows / 8, (5 * Rows / 8) + Overhead);
    }

    [Fact]
    public void Numbers_from_the_least_to_the_greatest_that_there_are_fit()
    {
        using TemporaryFolder folder = new();
        TestGraph.Publish(folder.FullName, writer => WriteRows(
            writer.AddNodeTable("Paper"), t => t.Int64("p"), (column, i) => column.Append(i % 2 == 0 ? long.MinValue : long.MaxValue)));
        using GraphReader reader = GraphDirectory.OpenRead(folder.FullName);
        Assert.Equal((long.MinValue, long.MaxValue), (reader.Property(0, "p"), reader.Property(1, "p")));
    }

    [Fact]
    public void Repeated_texts_are_stored_once_and_different_ones_plainly()
    {
        using TemporaryFolder folder = new();
        TestGraph.Publish(folder.FullName, writer =>
        {
            NodeTableWriter table = writer.AddNodeTable("Paper");
            WriteRows(table, t => t.String("venue"), (column, i) =>
            {
                column.Append($"the proceedings of venue number {i % 200}");
                table.String("id").Append($"doi:10.1/{i}");
            });
        });
        using GraphReader reader = GraphDirectory.OpenRead(folder.FullName);
        Assert.True(reader.NodeTables[0].Strings("venue")!.IsDictionary);
        Assert.False(reader.NodeTables[0].Strings("id")!.IsDictionary);
        Assert.Equal("the proceedings of venue number 55", reader.Property(255, "venue"));
    }

    // The edges are sorted by their ends when the table is finished, so that neighbours there are none here.
    [Fact]
    public void A_text_that_is_given_again_and_again_is_stored_as_equal_ones_are() =>
        Prop.ForAll(Gen.Choose(-1, 2).ArrayOf(200).ToArbitrary(), numbers =>
            Assert.Equal(SegmentOf(numbers, text => new string(text)), SegmentOf(numbers, text => text)))
        .Check(Config.QuickThrowOnFailure.WithMaxTest(30));

    [Fact]
    public void A_column_of_two_hundred_venues_takes_a_byte_a_row()
    {
        long size = SizeOf(table => table.String("p"), (column, i) => column.Append($"venue {i % 200}"));
        Assert.InRange(size, Rows, Rows + Overhead + (200 * 12));
    }

    [Fact]
    public void Only_columns_with_nulls_have_a_bitmap()
    {
        long without = SizeOf(table => table.Double("p"), (column, i) => column.Append(i));
        long with = SizeOf(table => table.Double("p"), (column, i) =>
        {
            if (i != 17) column.Append(i);
        });
        Assert.InRange(without, 8 * Rows, (8 * Rows) + Overhead);
        Assert.InRange(with - without, Rows / 8, (Rows / 8) + 100);
    }

    // Oracle: the calendar. 1 March 2000 is day 11,017 of Unix time; the instant is the one that Unix calls 1,000,000,000 seconds.
    [Fact]
    public void Dates_and_instants_are_counted_from_the_Unix_epoch()
    {
        Assert.Equal(0, Epoch.DaysOf(new(1970, 1, 1)));
        Assert.Equal(11_017, Epoch.DaysOf(new(2000, 3, 1)));
        Assert.Equal(-1, Epoch.DaysOf(new(1969, 12, 31)));
        Assert.Equal(1_000_000_000_000_000, Epoch.MicrosecondsOf(new(2001, 9, 9, 1, 46, 40, TimeSpan.Zero)));
        Assert.Equal(-1, Epoch.MicrosecondsOf(DateTimeOffset.UnixEpoch.AddTicks(-1)));
        Assert.Equal(new DateTimeOffset(2001, 9, 9, 1, 46, 40, TimeSpan.Zero), Epoch.InstantOf(1_000_000_000_000_000));
        Assert.Equal(new DateOnly(9999, 12, 31), Epoch.DateOf(2_932_896));
        Assert.Null(Epoch.DateOf(2_932_897));
        Assert.Null(Epoch.InstantOf(long.MaxValue));
    }

    // Negative numbers are nulls.
    private static byte[] SegmentOf(int[] numbers, Func<string, string> given)
    {
        string[] texts = ["", "title", "abstract"];
        using TemporaryFolder folder = new();
        TestGraph.Publish(folder.FullName, writer =>
        {
            NodeTableWriter nodes = writer.AddNodeTable("Paper");
            for (int node = 0; node < 10; node++) nodes.AddNode();
            EdgeTableWriter edges = writer.AddEdgeTable("CITES");
            for (int i = 0; i < numbers.Length; i++)
            {
                edges.Add(i * 7 % 10, i * 3 % 10);
                if (numbers[i] >= 0) edges.String("field").Append(given(texts[numbers[i]]));
            }
        });
        return File.ReadAllBytes(folder.File("segment-1.pgs"));
    }

    private static long SizeOf<T>(Func<NodeTableWriter, T> column, Action<T, int> append)
    {
        using TemporaryFolder folder = new();
        TestGraph.Publish(folder.FullName, writer => WriteRows(writer.AddNodeTable("Paper"), column, append));
        TestGraph.AssertSound(folder.FullName);
        return new FileInfo(folder.File("segment-1.pgs")).Length;
    }

    private static void WriteRows<T>(NodeTableWriter table, Func<NodeTableWriter, T> column, Action<T, int> append)
    {
        for (int i = 0; i < Rows; i++)
        {
            table.AddNode();
            append(column(table), i);
        }
    }
}
