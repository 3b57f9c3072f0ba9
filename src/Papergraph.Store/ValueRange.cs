using System.Text;

namespace Papergraph.Store;

/// <summary>A part of the order of all values, for a lookup in a range index.</summary>
/// <remarks>
/// <para>The order is that of openCypher (CIP2016-06-14): instants, dates, texts, truth values, numbers, NaN. Texts are ordered by code
/// points, false comes before true, and numbers, whole or floating, compare by what they are worth: 2⁵³ &lt; 2⁵³ + 1, 1 = 1.0,
/// −0.0 = 0.0. NaN is found as equal to NaN. Instants are taken to the microsecond at or before them.</para>
/// <para>A bound keeps to the values that can be compared with it: above 5 lie numbers, and neither texts nor NaN. Bounds that cannot be
/// compared with each other have nothing between them.</para>
/// </remarks>
public sealed class ValueRange
{
    // Of all keys in the order of their bytes, those from From to before To; To is null for all from From on.
    private ValueRange(byte[] from, byte[]? to) => (From, To) = (from, to);

    /// <summary>All values.</summary>
    public static ValueRange All { get; } = new([], null);

    internal byte[] From { get; }

    internal byte[]? To { get; }

    /// <summary>The values equal to one.</summary>
    /// <inheritdoc cref="Between" path="/exception"/>
    public static ValueRange EqualTo(object value) => Between(value, value);

    /// <summary>The values after a bound, or from it on.</summary>
    /// <inheritdoc cref="Between" path="/exception"/>
    public static ValueRange Above(object bound, bool inclusive = false)
    {
        byte[] key = IndexKey.Of(bound);
        return new(inclusive ? key : KeyBytes.After(key), KeyBytes.AfterPrefix([key[0]]));
    }

    /// <summary>The values before a bound, or up to it.</summary>
    /// <inheritdoc cref="Between" path="/exception"/>
    public static ValueRange Below(object bound, bool inclusive = false)
    {
        byte[] key = IndexKey.Of(bound);
        return new([key[0]], inclusive ? KeyBytes.After(key) : key);
    }

    /// <summary>The values between two bounds.</summary>
    /// <param name="low">The lower bound, boxed as by <see cref="Column.Value"/>.</param>
    /// <param name="high">The upper bound, boxed as by <see cref="Column.Value"/>.</param>
    /// <param name="lowInclusive">Whether the lower bound itself is in the range.</param>
    /// <param name="highInclusive">Whether the upper bound itself is in the range.</param>
    /// <exception cref="ArgumentException">A bound is a list or of a type that no property has.</exception>
    public static ValueRange Between(object low, object high, bool lowInclusive = true, bool highInclusive = true)
    {
        byte[] least = IndexKey.Of(low), greatest = IndexKey.Of(high);
        return least[0] == greatest[0]
            ? new(lowInclusive ? least : KeyBytes.After(least), highInclusive ? KeyBytes.After(greatest) : greatest)
            : new([], []);
    }

    /// <summary>The texts that begin with a text; all texts if it is empty.</summary>
    public static ValueRange StartingWith(string prefix)
    {
        byte[] key = IndexKey.OfText(Encoding.UTF8.GetBytes(prefix)).ToBytes();
        return new(key, KeyBytes.AfterPrefix(key));
    }

    internal static ValueRange OfKey(byte[] key) => new(key, KeyBytes.After(key));

    /// <summary>Whether nothing can lie in the range.</summary>
    internal bool IsEmpty => To is not null && KeyBytes.Comparer.Compare(From, To) >= 0;
}
