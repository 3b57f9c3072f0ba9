namespace Papergraph.Store.Tests;

/// <summary>Values of all types, few enough to meet again, with those among them that are easily mistaken for each other.</summary>
internal static class RandomValues
{
    private static readonly string[] Texts =
        ["", "a", "ab", "abc", "a\0", "a\0b", "b", "1", "é", "\uffff", "\ud83d\ude00", "lone \ud800 half",
         "a text of more than fifteen bytes", "a text of more than fifteen bytes, and then some", "a text of more th"];

    private static readonly long[] Wholes =
        [0, 1, -1, 2, 1999, 1L << 53, (1L << 53) + 1, (1L << 53) - 1, -(1L << 53) - 1, long.MaxValue, long.MaxValue - 1, long.MinValue,
         long.MinValue + 1, (1L << 62) + 1, (1L << 62) + 511, (1L << 62) + 512, (1L << 62) + 513];

    private static readonly double[] Floats =
        [0.0, -0.0, 1.0, -1.0, 0.5, 1999.0, 9007199254740992.0, 9007199254740994.0, 9223372036854775808.0, -9223372036854775808.0,
         4611686018427387904.0, 4611686018427388928.0, double.Epsilon, -double.Epsilon, double.MaxValue, double.PositiveInfinity,
         double.NegativeInfinity, double.NaN, BitConverter.Int64BitsToDouble(0x7FF8000000000123), -double.NaN];

    public static object Scalar(Random random) => random.Next(6) switch
    {
        0 => Texts[random.Next(Texts.Length)],
        1 => Wholes[random.Next(Wholes.Length)],
        2 => Floats[random.Next(Floats.Length)],
        3 => random.Next(2) == 0,
        4 => new DateOnly(1, 1, 1).AddDays(random.Next(3) * 1_800_000),
        _ => DateTimeOffset.UnixEpoch.AddMicroseconds(random.Next(-2, 3)).AddDays(random.Next(-1, 2) * 10_000),
    };

    public static object? OfType(PropertyType type, Random random) => random.Next(6) == 0 ? null : type switch
    {
        PropertyType.String => Texts[random.Next(Texts.Length)],
        PropertyType.Int64 => Wholes[random.Next(Wholes.Length)],
        PropertyType.Double => Floats[random.Next(Floats.Length)],
        PropertyType.Boolean => random.Next(2) == 0,
        PropertyType.Date => new DateOnly(1, 1, 1).AddDays(random.Next(3) * 1_800_000),
        PropertyType.DateTime => DateTimeOffset.UnixEpoch.AddMicroseconds(random.Next(-2, 3)).AddDays(random.Next(-1, 2) * 10_000),
        PropertyType.StringList => List(random, Texts),
        PropertyType.Int64List => List(random, Wholes),
        PropertyType.DoubleList => List(random, Floats),
        _ => List(random, [true, false]),
    };

    /// <summary>A value of any type, a list, or none.</summary>
    public static object? Any(Random random) => OfType((PropertyType)random.Next(1, 11), random);

    /// <summary>The value as the store gives it back: without lone surrogates.</summary>
    public static object? Stored(object? value) => value switch
    {
        string text => GraphModel.WellFormed(text),
        string[] texts => texts.Select(GraphModel.WellFormed).ToArray(),
        _ => value,
    };

    private static T[] List<T>(Random random, T[] from) =>
        [.. Enumerable.Range(0, random.Next(4)).Select(_ => from[random.Next(from.Length)])];
}
