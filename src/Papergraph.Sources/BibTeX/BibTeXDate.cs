using System.Globalization;
using Papergraph.Corpus;

namespace Papergraph.Sources.BibTeX;

/// <summary>The date of an entry: BibLaTeX's <c>date</c>, or BibTeX's <c>year</c>, <c>month</c> and <c>day</c>.</summary>
internal static class BibTeXDate
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    private static readonly char[] Between = [' ', '\t', '\n', '\r', '~', '.', ',', '-', '–', '/', '#'];

    /// <summary>The date, or null when the entry has none that can be read. Of a range the beginning counts; a <c>date</c> in another
    /// form gives way to the year and month beside it, or else counts by the year that it begins with.</summary>
    internal static PublicationDate? Of(BibTeXEntry entry) => OfDate(entry) ?? OfYear(entry) ?? YearOfDate(entry);

    /// <summary>The <c>date</c>, or null when there is none or it is in another form.</summary>
    internal static PublicationDate? OfDate(BibTeXEntry entry) =>
        // Without the marks of uncertain and approximate dates of ISO 8601-2, which BibLaTeX takes over.
        PublicationDate.Parse((entry["date"] ?? "").Split('/')[0].Trim().TrimEnd('?', '~', '%'));

    /// <summary>The date that <c>year</c>, <c>month</c> and <c>day</c> give, or null.</summary>
    internal static PublicationDate? OfYear(BibTeXEntry entry)
    {
        string year = LatexText.Decode(entry["year"] ?? "").Trim();
        if (!int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out int number)) return null;
        (int? month, int? day) = MonthAndDay(LatexText.Decode(entry["month"] ?? ""));
        if (int.TryParse(entry["day"], NumberStyles.None, CultureInfo.InvariantCulture, out int stated)) day = stated;
        return PublicationDate.Of(number, month, month is null ? null : day);
    }

    /// <summary>The year that a <c>date</c> in another form begins with, as seasons do: <c>2004-22</c>.</summary>
    private static PublicationDate? YearOfDate(BibTeXEntry entry) =>
        LatexText.Decode(entry["date"] ?? "").Trim() is { Length: > 4 } date && date[4] == '-' ? PublicationDate.Parse(date[..4]) : null;

    /// <summary>Reads <c>jan</c>, <c>January</c>, <c>1</c>, <c>JAN 15</c> and <c>15 Jan.</c>; several months at once are no
    /// month.</summary>
    internal static (int? Month, int? Day) MonthAndDay(string text)
    {
        int? month = null, number = null;
        foreach (string word in text.Split(Between, StringSplitOptions.RemoveEmptyEntries))
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
