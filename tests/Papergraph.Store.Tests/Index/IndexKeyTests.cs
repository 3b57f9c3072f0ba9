using FsCheck;
using FsCheck.Fluent;

namespace Papergraph.Store.Tests;

public class IndexKeyTests
{
    private static readonly Gen<(object A, object B)> Pairs =
        from seed in Gen.Choose(0, int.MaxValue)
        select Pair(new(seed));

    [Fact]
    public void The_bytes_of_keys_are_in_the_order_of_their_values() =>
        Prop.ForAll(Pairs.ToArbitrary(), pair =>
        {
            byte[] a = IndexKey.Of(pair.A), b = IndexKey.Of(pair.B);
            int expected = ValueOracle.Compare(pair.A, pair.B);
            return Math.Sign(a.AsSpan().SequenceCompareTo(b)) == expected
                && Math.Sign(new IndexKey(a).CompareTo(new(b))) == expected
                && (expected != 0 || new IndexKey(a).Hash == new IndexKey(b).Hash);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(5000));

    [Fact]
    public void Keys_sort_alike_when_they_are_cut() =>
        Prop.ForAll(Pairs.ToArbitrary(), pair =>
        {
            SortableKey a = SortableKey.Of(new(IndexKey.Of(pair.A)), 1), b = SortableKey.Of(new(IndexKey.Of(pair.B)), 2);
            int order = Math.Sign(a.CompareKeyTo(b));
            return order == ValueOracle.Compare(pair.A, pair.B) || (order == 0 && a.IsCut && b.IsCut);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(5000));

    [Theory]
    [InlineData(1999L, "1999")]
    [InlineData(long.MaxValue, "9223372036854775807")]
    [InlineData(-0.0, "0")]
    [InlineData(-2.5, "-2.5")]
    [InlineData(double.NaN, "NaN")]
    [InlineData(true, "true")]
    [InlineData("two\nlines", "“two lines”")]
    public void A_key_says_its_value(object value, string expected) => Assert.Equal(expected, new IndexKey(IndexKey.Of(value)).ToString());

    [Fact]
    public void Dates_and_instants_are_written_as_ISO_8601()
    {
        Assert.Equal("0001-01-01", new IndexKey(IndexKey.Of(DateOnly.MinValue)).ToString());
        Assert.Equal("1969-12-31T23:59:59.999999Z",
            new IndexKey(IndexKey.Of(DateTimeOffset.UnixEpoch.AddMicroseconds(-1).ToOffset(TimeSpan.FromHours(2)))).ToString());
    }

    [Fact]
    public void Lists_and_strange_types_are_no_keys()
    {
        Assert.Throws<ArgumentException>(() => IndexKey.Of(new long[] { 1 }));
        Assert.Throws<ArgumentException>(() => IndexKey.Of(1));
        Assert.Throws<ArgumentException>(() => ValueRange.Above("x"u8.ToArray()));
    }

    // Half of the pairs are of random bits, near to each other or of other types; the other half come from a list of special values.
    private static (object A, object B) Pair(Random random)
    {
        if (random.Next(2) == 0) return (RandomValues.Scalar(random), RandomValues.Scalar(random));
        long whole = random.NextInt64(long.MinValue, long.MaxValue) >> random.Next(63);
        return random.Next(4) switch
        {
            0 => (whole, (double)whole),
            1 => (Math.BitIncrement((double)whole), whole),
            2 => (whole, unchecked(whole + random.Next(-2000, 2000))),
            _ => (BitConverter.Int64BitsToDouble(whole), BitConverter.Int64BitsToDouble(whole ^ random.Next())),
        };
    }
}
