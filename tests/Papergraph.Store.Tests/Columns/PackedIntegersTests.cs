using FsCheck;
using FsCheck.Fluent;
using Papergraph.TestKit;

namespace Papergraph.Store.Tests;

public class PackedIntegersTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(130)]
    public void Numbers_of_every_width_read_back_one_by_one_and_in_batches_from_everywhere(int count)
    {
        long[][] columns = [.. Enumerable.Range(0, 65).Select(width => Numbers(width, count))];
        using TemporaryFolder folder = new();
        Write(folder, columns);
        using GraphReader reader = GraphDirectory.OpenRead(folder.FullName);
        for (int width = 0; width <= 64; width++)
        {
            Int64Column column = reader.NodeTables[0].Int64s($"w{width}")!;
            for (int first = 0; first <= count; first++)
            {
                if (first < count) Assert.Equal(columns[width][first], column[first]);
                for (int length = 0; length <= Math.Min(count - first, 20); length++)
                {
                    long[] batch = new long[length];
                    column.Read(first, batch);
                    Assert.Equal(columns[width][first..(first + length)], batch);
                }
            }
        }
    }

    // Follows docs/formats/store.md bit by bit.
    [Fact]
    public void Bits_lie_as_the_description_says()
    {
        long[][] columns = [.. Enumerable.Range(0, 65).Select(width => Numbers(width, 29))];
        using TemporaryFolder folder = new();
        Write(folder, columns);
        byte[] file = File.ReadAllBytes(folder.File("segment-1.pgs"));
        SegmentHeader header = SegmentHeader.Read(file, "segment");
        SegmentLayout layout = SegmentLayout.Parse(file[(int)header.DirectoryOffset..], "segment", header.Version);
        foreach (ColumnLayout column in layout.NodeTables[0].Columns)
        {
            PackedLayout packed = (PackedLayout)column.Values;
            long[] expected = columns[int.Parse(column.Name[1..], provider: null)];
            for (int i = 0; i < expected.Length; i++)
            {
                System.Numerics.BigInteger distance = 0;
                for (int bit = 0; bit < packed.Width; bit++)
                {
                    long at = ((long)i * packed.Width) + bit;
                    if ((file[OffsetOf(layout, packed.Section!.Value) + (at / 8)] >> (int)(at % 8) & 1) != 0)
                        distance += System.Numerics.BigInteger.One << bit;
                }

                Assert.Equal(0, packed.Slope);
                Assert.Equal(expected[i], (long)(packed.Least + distance));
            }
        }
    }

    [Theory]
    [InlineData(13)]
    [InlineData(37)]
    [InlineData(59)]
    [InlineData(64)]
    public void Numbers_that_lie_across_the_end_of_a_block_read_back(int width)
    {
        int count = (SegmentHeader.BlockSize * 8 / width * 2) + 77;
        long[] numbers = Numbers(width, count);
        using TemporaryFolder folder = new();
        TestGraph.Publish(folder.FullName, writer =>
        {
            NodeTableWriter table = writer.AddNodeTable("Paper");
            foreach (long number in numbers)
            {
                table.AddNode();
                table.Int64("p").Append(number);
            }
        });
        // In a fresh reader the first number read from each block is the one across its end.
        using GraphReader reader = GraphDirectory.OpenRead(folder.FullName);
        Int64Column column = reader.NodeTables[0].Int64s("p")!;
        for (long across = 1; across <= 2; across++)
        {
            long index = across * SegmentHeader.BlockSize * 8 / width;
            Assert.Equal(numbers[index], column[index]);
        }

        long[] all = new long[count];
        column.Read(0, all);
        Assert.Equal(numbers, all);
        TestGraph.AssertSound(folder.FullName);
    }

    [Fact]
    public void Any_numbers_with_any_nulls_read_back_in_batches()
    {
        Gen<long> number = Gen.OneOf(
            Gen.Choose(-5, 5).Select(n => (long)n),
            Gen.Choose(int.MinValue, int.MaxValue).Select(n => (long)n),
            Gen.Elements(long.MinValue, long.MaxValue, 0L, -1L));
        Gen<long?[]> columns =
            from size in Gen.Choose(1, 200)
            from nullable in Gen.Elements(true, false)
            from step in Gen.Choose(0, 100_000)
            from values in Gen.Zip(number, Gen.Choose(0, 4)).ArrayOf(size)
            select values.Select((v, i) => nullable && v.Item2 == 0 ? (long?)null : unchecked(v.Item1 + ((long)i * step))).ToArray();
        Prop.ForAll(columns.ToArbitrary(), values =>
        {
            using TemporaryFolder folder = new();
            TestGraph.Publish(folder.FullName, writer =>
            {
                NodeTableWriter table = writer.AddNodeTable("Paper");
                foreach (long? value in values)
                {
                    table.AddNode();
                    if (value is { } given) table.Int64("p").Append(given);
                    else table.Int64("p").AppendNull();
                }
            });
            using GraphReader reader = GraphDirectory.OpenRead(folder.FullName);
            Int64Column column = reader.NodeTables[0].Int64s("p")!;
            long[] read = new long[values.Length];
            ulong[] nulls = new ulong[(values.Length / 64) + 1];
            for (int first = 0; first < values.Length; first += 7)
            {
                int count = values.Length - first;
                column.Read(first, read.AsSpan(0, count));
                Assert.Equal(values.Skip(first).Count(value => value is null), column.ReadNulls(first, count, nulls));
                for (int i = 0; i < count; i++)
                {
                    Assert.Equal(values[first + i] is null, (nulls[i / 64] >> (i % 64) & 1) != 0);
                    if (values[first + i] is { } value) Assert.Equal(value, read[i]);
                }
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));
    }

    [Fact]
    public void A_batch_that_leaves_the_column_is_refused()
    {
        using TemporaryFolder folder = new();
        Write(folder, [Numbers(5, 10)]);
        using GraphReader reader = GraphDirectory.OpenRead(folder.FullName);
        Int64Column column = reader.NodeTables[0].Int64s("w0")!;
        Assert.Throws<ArgumentOutOfRangeException>(() => column.Read(-1, new long[1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => column.Read(5, new long[6]));
        Assert.Throws<ArgumentOutOfRangeException>(() => column.ReadNulls(10, 1, new ulong[1]));
        Assert.Throws<ArgumentException>(() => column.ReadNulls(0, 10, []));
    }

    /// <summary>Numbers whose spread takes exactly this many bits, and which follow no line.</summary>
    private static long[] Numbers(int width, int count)
    {
        Random random = new(width + (100 * count));
        ulong mask = width == 0 ? 0 : ulong.MaxValue >> (64 - width);
        long least = width == 64 ? long.MinValue : random.Next(-1000, 1000) - (width > 60 ? (long)(mask / 2) : 0);
        long[] numbers = new long[count];
        for (int i = 0; i < count; i++)
            numbers[i] = unchecked(least + (long)((ulong)random.NextInt64(long.MinValue, long.MaxValue) & mask));
        if (count > 1) (numbers[0], numbers[count / 2]) = (least, unchecked(least + (long)mask));
        return numbers;
    }

    private static void Write(TemporaryFolder folder, long[][] columns) => TestGraph.Publish(folder.FullName, writer =>
    {
        NodeTableWriter table = writer.AddNodeTable("Paper");
        for (int row = 0; row < columns[0].Length; row++)
        {
            table.AddNode();
            for (int column = 0; column < columns.Length; column++) table.Int64($"w{column}").Append(columns[column][row]);
        }
    });

    private static long OffsetOf(SegmentLayout layout, int section)
    {
        long offset = 64;
        for (int i = 0; i < section; i++) offset = (offset + layout.Sections[i].Length + 63) / 64 * 64;
        return offset;
    }
}
