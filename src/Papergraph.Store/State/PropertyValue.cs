using System.Text;

namespace Papergraph.Store;

/// <summary>Boxed values of properties: their types, and the one form in which a value is kept.</summary>
internal static class PropertyValue
{
    /// <summary>Most bytes of UTF-8 of one text, and most of one list, numbers counted as eight.</summary>
    public const int MaxLength = 1 << 26;

    /// <summary>The type of a value that <see cref="Kept"/> returned, or null when no property can have such a value.</summary>
    public static PropertyType? TypeOf(object value) => value switch
    {
        string => PropertyType.String,
        long => PropertyType.Int64,
        double => PropertyType.Double,
        bool => PropertyType.Boolean,
        DateOnly => PropertyType.Date,
        DateTimeOffset => PropertyType.DateTime,
        string[] => PropertyType.StringList,
        long[] => PropertyType.Int64List,
        double[] => PropertyType.DoubleList,
        bool[] => PropertyType.BooleanList,
        _ => null,
    };

    /// <summary>The value as the store keeps it, the same before and after it is written to a segment: a copy of a list, lone surrogates
    /// replaced by U+FFFD, instants in UTC and cut down to whole microseconds.</summary>
    /// <exception cref="ArgumentException">It is of a type that no property has, or too long.</exception>
    public static object Kept(object value, string property)
    {
        object kept = value switch
        {
            string text => WellFormed(text),
            DateTimeOffset instant => Epoch.InstantOf(Epoch.MicrosecondsOf(instant))!.Value,
            string[] texts => Array.ConvertAll(texts, text => WellFormed(text ?? throw Null(property))),
            long[] or double[] or bool[] => ((Array)value).Clone(),
            long or double or bool or DateOnly => value,
            int number => (long)number,
            _ => throw new ArgumentException(
                $"A property cannot hold a {value.GetType().Name}; '{property}' takes text, whole and floating-point numbers, truth "
                + "values, dates, instants, and lists of the first four.", nameof(value)),
        };
        return LengthOf(kept) <= MaxLength
            ? kept
            : throw new ArgumentException($"The value of '{property}' has more than {MaxLength} bytes.", nameof(value));
    }

    /// <summary>The value as it is handed out: a copy of a list, so that nobody changes the one that is kept.</summary>
    public static object? Copy(object? value) => value is Array list ? list.Clone() : value;

    /// <summary>Whether two values are the same to the last bit.</summary>
    public static bool AreSame(object? a, object? b) => (a, b) switch
    {
        (null, null) => true,
        (string x, string y) => x == y,
        (double x, double y) => SameBits(x, y),
        (string[] x, string[] y) => x.AsSpan().SequenceEqual(y),
        (long[] x, long[] y) => x.AsSpan().SequenceEqual(y),
        (bool[] x, bool[] y) => x.AsSpan().SequenceEqual(y),
        (double[] x, double[] y) => x.Length == y.Length && x.Zip(y).All(pair => SameBits(pair.First, pair.Second)),
        _ => a is not null && a.Equals(b),
    };

    private static bool SameBits(double a, double b) => BitConverter.DoubleToInt64Bits(a) == BitConverter.DoubleToInt64Bits(b);

    private static long LengthOf(object value) => value switch
    {
        string text => Encoding.UTF8.GetByteCount(text),
        string[] texts => texts.Sum(text => (long)Encoding.UTF8.GetByteCount(text) + sizeof(int)),
        Array list => (long)list.Length * sizeof(long),
        _ => sizeof(long),
    };

    private static string WellFormed(string text)
    {
        foreach (char unit in text)
        {
            if (char.IsSurrogate(unit)) return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
        }

        return text;
    }

    private static ArgumentException Null(string property) => new($"A list has no null elements, and one for '{property}' has.");
}
