using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Papergraph.Core;

namespace Papergraph.Store;

/// <summary>The families of values that are compared with each other, in their order.</summary>
/// <remarks>The order of openCypher (CIP2016-06-14, “Define comparability and equality as well as orderability and equivalence”): instants,
/// dates, texts, truth values, numbers, NaN. NaN has a family of its own, as it is neither less nor greater than any number.</remarks>
internal enum ValueFamily : byte
{
    Instant = 0x10,
    Date = 0x20,
    Text = 0x30,
    Truth = 0x40,
    Number = 0x50,
    NotANumber = 0x60,
}

/// <summary>A value as bytes that are in order exactly when the values are: its family, then a payload.</summary>
/// <remarks>
/// <para>Payloads: instants and dates their distance from 1970-01-01 in microseconds and in days, as 64 bits, most significant byte first,
/// sign bit flipped; texts their UTF-8, whose order is that of the code points; truth values one byte, 0 or 1; NaN nothing.</para>
/// <para>Numbers, whole or floating: the greatest double that is not above the number, its bits most significant byte first, all flipped if
/// it is negative, else the sign bit flipped; then how far the number lies above it, as 16 bits, most significant byte first. That
/// distance is less than 2¹⁰ for every 64-bit number and 0 for every double, so numbers compare exactly, and 1 and 1.0 are one.</para>
/// </remarks>
internal readonly ref struct IndexKey
{
    /// <summary>Bytes that the payload of any value but a text needs.</summary>
    public const int ScalarSize = sizeof(long) + sizeof(ushort);

    private const double TwoTo63 = 9223372036854775808.0;

    public IndexKey(ValueFamily family, ReadOnlySpan<byte> payload)
    {
        Family = family;
        Payload = payload;
    }

    /// <summary>A key in the form of <see cref="ToBytes"/>.</summary>
    public IndexKey(ReadOnlySpan<byte> bytes) : this((ValueFamily)bytes[0], bytes[1..])
    {
    }

    public ValueFamily Family { get; }

    public ReadOnlySpan<byte> Payload { get; }

    /// <summary>Decides the bucket in a hash index. Without the family, as in the key indexes of format 1.</summary>
    public ulong Hash => StableHash.Hash64(Payload);

    public int CompareTo(IndexKey other) =>
        Family == other.Family ? Payload.SequenceCompareTo(other.Payload) : (byte)Family - (byte)other.Family;

    /// <summary>Family and payload one after another: keys in this form are ordered as byte strings.</summary>
    public byte[] ToBytes() => [(byte)Family, .. Payload];

    public static IndexKey OfText(ReadOnlySpan<byte> utf8) => new(ValueFamily.Text, utf8);

    /// <param name="value">The value.</param>
    /// <param name="scratch">Room for the payload, at least <see cref="ScalarSize"/> bytes; it must outlive the key.</param>
    public static IndexKey OfTruth(bool value, Span<byte> scratch)
    {
        scratch[0] = value ? (byte)1 : (byte)0;
        return new(ValueFamily.Truth, scratch[..1]);
    }

    /// <inheritdoc cref="OfTruth"/>
    public static IndexKey OfDate(DateOnly value, Span<byte> scratch) => OfDistance(ValueFamily.Date, Epoch.DaysOf(value), scratch);

    /// <inheritdoc cref="OfTruth"/>
    public static IndexKey OfInstant(DateTimeOffset value, Span<byte> scratch) =>
        OfDistance(ValueFamily.Instant, Epoch.MicrosecondsOf(value), scratch);

    /// <inheritdoc cref="OfTruth"/>
    public static IndexKey OfNumber(long value, Span<byte> scratch)
    {
        double below = value;
        if (below >= TwoTo63 || (long)below > value) below = Math.BitDecrement(below);
        return OfNumber(below, (ushort)(value - (long)below), scratch);
    }

    /// <inheritdoc cref="OfTruth"/>
    public static IndexKey OfNumber(double value, Span<byte> scratch) =>
        double.IsNaN(value) ? new(ValueFamily.NotANumber, default) : OfNumber(value, 0, scratch);

    /// <summary>The key of a value boxed as by <see cref="Column.Value"/>, as bytes.</summary>
    /// <exception cref="ArgumentException">It is a list or of a type that no property has.</exception>
    public static byte[] Of(object value) =>
        TryOf(value, out byte[] key)
            ? key
            : throw new ArgumentException(
                $"A value of an index is a text, a number, a truth value, a date or an instant, not {value.GetType()}.");

    /// <summary>The keys that a value, boxed as by <see cref="Column.Value"/>, is found under: its own or, for a list, those of its
    /// elements, each once, ascending. Nothing has none.</summary>
    public static byte[][] OfElements(object? value) => value switch
    {
        null => [],
        Array list => [.. list.Cast<object>().Select(Of).Distinct(KeyBytes.Comparer).Order(KeyBytes.Comparer)],
        _ => [Of(value)],
    };

    /// <summary>The key of a value that is no list.</summary>
    public static bool TryOf(object value, out byte[] key)
    {
        Span<byte> scratch = stackalloc byte[ScalarSize];
        key = value switch
        {
            string text => OfText(Encoding.UTF8.GetBytes(text)).ToBytes(),
            long number => OfNumber(number, scratch).ToBytes(),
            double number => OfNumber(number, scratch).ToBytes(),
            bool truth => OfTruth(truth, scratch).ToBytes(),
            DateOnly date => OfDate(date, scratch).ToBytes(),
            DateTimeOffset instant => OfInstant(instant, scratch).ToBytes(),
            _ => [],
        };
        return key.Length > 0;
    }

    /// <summary>The value for a message, a long text cut.</summary>
    public override string ToString()
    {
        const int longest = 60;
        long distance = Payload.Length >= sizeof(long) ? BinaryPrimitives.ReadInt64BigEndian(Payload) ^ long.MinValue : 0;
        switch (Family)
        {
            case ValueFamily.Instant:
                return Epoch.InstantOf(distance)!.Value.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture);
            case ValueFamily.Date: return Epoch.DateOf(distance)!.Value.ToString("O", CultureInfo.InvariantCulture);
            case ValueFamily.Truth: return Payload[0] == 1 ? "true" : "false";
            case ValueFamily.NotANumber: return "NaN";
            case ValueFamily.Number:
                double below = BitConverter.Int64BitsToDouble(distance < 0 ? ~distance ^ long.MinValue : distance);
                ushort above = BinaryPrimitives.ReadUInt16BigEndian(Payload[sizeof(long)..]);
                bool isWhole = Math.Abs(below) < TwoTo63 && Math.Floor(below) == below;
                return isWhole
                    ? ((long)below + above).ToString(CultureInfo.InvariantCulture)
                    : below.ToString("R", CultureInfo.InvariantCulture);
            default:
                string text = Encoding.UTF8.GetString(Payload);
                string shown = new([.. text.Take(longest).Select(c => char.IsControl(c) ? ' ' : c)]);
                return text.Length <= longest ? $"“{shown}”" : $"“{shown}…”";
        }
    }

    private static IndexKey OfNumber(double below, ushort above, Span<byte> scratch)
    {
        long bits = BitConverter.DoubleToInt64Bits(below == 0 ? 0.0 : below);   // −0.0 is 0
        BinaryPrimitives.WriteInt64BigEndian(scratch, bits < 0 ? ~bits : bits ^ long.MinValue);
        BinaryPrimitives.WriteUInt16BigEndian(scratch[sizeof(long)..], above);
        return new(ValueFamily.Number, scratch[..ScalarSize]);
    }

    private static IndexKey OfDistance(ValueFamily family, long distance, Span<byte> scratch)
    {
        BinaryPrimitives.WriteInt64BigEndian(scratch, distance ^ long.MinValue);
        return new(family, scratch[..sizeof(long)]);
    }
}
