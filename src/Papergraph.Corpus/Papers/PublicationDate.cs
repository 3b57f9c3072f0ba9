using System.Globalization;

namespace Papergraph.Corpus;

/// <summary>When a paper appeared, as exactly as its source says.</summary>
/// <param name="Year">Year (CE), 1000 to 2999.</param>
/// <param name="Month">1 to 12, or null.</param>
/// <param name="Day">1 to 31 and a day of that month, or null; never without a month.</param>
/// <param name="IsApproximate">Whether the year was inferred from the context and not stated.</param>
public sealed record PublicationDate(int Year, int? Month = null, int? Day = null, bool IsApproximate = false)
{
    /// <summary>The date if the parts form one of the calendar within the years 1000 to 2999, else null.</summary>
    public static PublicationDate? Of(int year, int? month = null, int? day = null, bool isApproximate = false)
    {
        if (year is < 1000 or > 2999) return null;
        if (month is null or < 1 or > 12) return new PublicationDate(year, null, null, isApproximate);
        bool isDay = day >= 1 && day <= DateTime.DaysInMonth(year, month.Value);
        return new PublicationDate(year, month, isDay ? day : null, isApproximate);
    }

    /// <summary>The day, when all of it is known.</summary>
    public DateOnly? ToDay() => Month is { } month && Day is { } day ? new DateOnly(Year, month, day) : null;

    /// <summary>ISO 8601 in the precision known: <c>2024</c>, <c>2024-11</c> or <c>2024-11-13</c>.</summary>
    public override string ToString() => (Month, Day) switch
    {
        (null, _) => Year.ToString("D4", CultureInfo.InvariantCulture),
        ({ } month, null) => string.Create(CultureInfo.InvariantCulture, $"{Year:D4}-{month:D2}"),
        ({ } month, { } day) => string.Create(CultureInfo.InvariantCulture, $"{Year:D4}-{month:D2}-{day:D2}"),
    };

    /// <summary>Reads ISO 8601 dates in any of the three precisions; a time after <c>T</c> is ignored. Null when it is none.</summary>
    public static PublicationDate? Parse(string? text, bool isApproximate = false)
    {
        string[] parts = (text ?? "").Trim().Split('T', 2)[0].Split('-');
        if (parts.Length is 0 or > 3 || parts[0].Length != 4) return null;
        int?[] numbers = [.. parts.Select(p => int.TryParse(p, NumberStyles.None, CultureInfo.InvariantCulture, out int n) ? n : (int?)null)];
        return numbers[0] is { } year ? Of(year, numbers.ElementAtOrDefault(1), numbers.ElementAtOrDefault(2), isApproximate) : null;
    }
}
