using System.Buffers.Text;

namespace Papergraph.Import.Ids;

/// <summary>The id of a node in the files, as the maps take it.</summary>
/// <param name="IsNumber">Whether it is a number and not a text.</param>
/// <param name="Number">The number, or the hash of the text.</param>
internal readonly record struct NodeId(bool IsNumber, ulong Number)
{
    private const int MostDigits = 18;

    /// <summary>Takes a field as an id.</summary>
    /// <param name="field">The field.</param>
    /// <param name="isInteger">Whether ids are numbers by their type. Where they are texts, one that is written like a number and in one
    /// way only (<c>0</c>, <c>17</c>, not <c>017</c>) is kept as the number: it takes less room and is found faster.</param>
    /// <param name="id">The id.</param>
    /// <returns>Whether the field is one.</returns>
    public static bool TryRead(ReadOnlySpan<byte> field, bool isInteger, out NodeId id)
    {
        if (TryReadCanonical(field, out long number))
        {
            id = new(true, (ulong)number);
            return true;
        }

        if (!isInteger)
        {
            id = new(false, TextMap.HashOf(field));
            return true;
        }

        field = field.Trim(" \t"u8);
        bool isNumber = Utf8Parser.TryParse(field, out number, out int read) && read == field.Length && field[0] != '+';
        id = new(true, (ulong)number);
        return isNumber;
    }

    private static bool TryReadCanonical(ReadOnlySpan<byte> field, out long number)
    {
        number = 0;
        if (field.Length is 0 or > MostDigits || (field[0] == '0' && field.Length > 1)) return false;
        foreach (byte digit in field)
        {
            if ((uint)(digit - '0') > 9) return false;
            number = (number * 10) + (digit - '0');
        }

        return true;
    }
}
