using System.Globalization;
using System.Text.RegularExpressions;

namespace Papergraph.Corpus;

/// <summary>When a paper appeared, as exactly as its source says.</summary>
/// <param name="Year">Year (CE), 1000 to 2999.</param>
/// <param name="Month">1 to 12, or null.</param>
/// <param name="Day">1 to 31 and a day of that month, or null; never without a month.</param>
/// <param name="IsApproximate">Whether the year was inferred from the context and not stated.</param>
public sealed partial record PublicationDate(int Year, int? Month = null, int? Day = null, bool IsApproximate = false)
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

    /// <summary>Reads <c>2024</c>, <c>2024-11</c> or <c>2024-11-13</c> (ISO 8601, extended format), which must be of the calendar within
    /// the years 1000 to 2999; behind a day a time after <c>T</c> or a blank is passed over. Null when it is none.</summary>
    public static PublicationDate? Parse(string? text, bool isApproximate = false)
    {
        Match match = IsoForm().Match((text ?? "").Trim());
        if (!match.Success) return null;
        int? month = Number(match.Groups["month"]), day = Number(match.Groups["day"]);
        PublicationDate? date = Of(Number(match.Groups["year"])!.Value, month, day, isApproximate);
        return date?.Month == month && date?.Day == day ? date : null;
    }

    private static int? Number(Group digits) =>
        digits.Success ? int.Parse(digits.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(
        @"^(?<year>[0-9]{4})(-(?<month>[0-9]{2})(-(?<day>[0-9]{2})"
        + @"([T ][0-9]{2}(:?[0-9]{2}(:?[0-9]{2}([.,][0-9]+)?)?)? ?(Z|[+-][0-9]{2}(:?[0-9]{2})?)?)?)?)?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex IsoForm();
}
