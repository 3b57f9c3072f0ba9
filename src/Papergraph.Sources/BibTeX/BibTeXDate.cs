using System.Globalization;
using Papergraph.Corpus;

namespace Papergraph.Sources.BibTeX;

/// <summary>The date of an entry: BibLaTeX's <c>date</c>, or BibTeX's <c>year</c>, <c>month</c> and <c>day</c>.</summary>
internal static class BibTeXDate
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>The date, or null when the entry has none that can be read. Of a range the beginning counts.</summary>
    internal static PublicationDate? Of(BibTeXEntry entry)
    {
        // The marks of uncertain and approximate dates of ISO 8601-2, which BibLaTeX takes over.
        if (PublicationDate.Parse((entry["date"] ?? "").Split('/')[0].Trim().TrimEnd('?', '~', '%')) is { } date) return date;
        string year = LatexText.Decode(entry["year"] ?? "").Trim();
        if (!int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out int number)) return null;
        (int? month, int? day) = MonthAndDay(LatexText.Decode(entry["month"] ?? ""));
        if (int.TryParse(entry["day"], NumberStyles.None, CultureInfo.InvariantCulture, out int stated)) day = stated;
        return PublicationDate.Of(number, month, month is null ? null : day);
    }

    /// <summary>Reads <c>jan</c>, <c>January</c>, <c>1</c>, <c>JAN 15</c> and <c>15 Jan.</c>; several months at once are no month.</summary>
    internal static (int? Month, int? Day) MonthAndDay(string text)
    {
        int? month = null, number = null;
        foreach (string word in text.Split([' ', '\t', '\n', '~', '.', ',', '-', '–', '/', '#'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            int named = word.Length >= 3 ? Array.IndexOf(Months, word[..3].ToLowerInvariant()) + 1 : 0;
            if (named > 0)
            {
                if (month is not null) return (null, null);
                month = named;
            }
            else if (int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out int value))
            {
                if (number is not null) return (month, null);
                number = value;
            }
        }

        return month is not null ? (month, number) : number is >= 1 and <= 12 ? (number, null) : (null, null);
    }
}
