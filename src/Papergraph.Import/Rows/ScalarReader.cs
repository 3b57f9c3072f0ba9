using System.Buffers.Text;
using System.Globalization;

namespace Papergraph.Import.Rows;

/// <summary>Reads numbers and truth values from fields; blanks around them do not count.</summary>
internal static class ScalarReader
{
    /// <summary>A whole number of 64 bits: digits, and a minus sign perhaps.</summary>
    public static bool TryRead(ReadOnlySpan<byte> field, out long value)
    {
        field = field.Trim(" \t"u8);
        return Utf8Parser.TryParse(field, out value, out int read) && read == field.Length && field[0] != '+';
    }

    /// <summary>A floating-point number with a point, <c>NaN</c>, <c>Infinity</c> or <c>-Infinity</c>.</summary>
    public static bool TryRead(ReadOnlySpan<byte> field, out double value)
    {
        field = field.Trim(" \t"u8);
        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        return double.TryParse(field, Style, CultureInfo.InvariantCulture, out value);
    }

    /// <summary>True for <c>true</c> and nothing else, as Neo4j has it.</summary>
    public static bool ReadBoolean(ReadOnlySpan<byte> field) => field.Trim(" \t"u8).SequenceEqual("true"u8);
}
