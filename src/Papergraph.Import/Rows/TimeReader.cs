namespace Papergraph.Import.Rows;

/// <summary>Reads dates and times in the forms of ISO 8601 that Neo4j writes: <c>2024-02-29</c>, <c>20240229</c>, and behind it
/// <c>T</c> with hours to fractions of a second and a distance from UTC.</summary>
internal static class TimeReader
{
    public static bool TryReadDate(ReadOnlySpan<byte> field, out DateOnly date)
    {
        field = field.Trim(" \t"u8);
        date = default;
        int year, month, day;
        if (field.Length == 8 && field.IndexOf((byte)'-') < 0)
        {
            if (!TryDigits(field[..4], 4, out year) || !TryDigits(field[4..6], 2, out month) || !TryDigits(field[6..], 2, out day))
                return false;
        }
        else
        {
            int first = field.IndexOf((byte)'-'), last = field.LastIndexOf((byte)'-');
            if (first != 4 || last <= first) return false;
            if (!TryDigits(field[..first], 4, out year)
                || !TryDigits(field[(first + 1)..last], 2, out month)
                || !TryDigits(field[(last + 1)..], 2, out day))
                return false;
        }

        if (year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)) return false;
        date = new(year, month, day);
        return true;
    }

    /// <param name="field">The field.</param>
    /// <param name="zone">The distance from UTC where the field has none.</param>
    /// <param name="instant">The instant, in UTC.</param>
    public static bool TryReadInstant(ReadOnlySpan<byte> field, TimeSpan zone, out DateTimeOffset instant)
    {
        field = field.Trim(" \t"u8);
        instant = default;
        int separator = field.IndexOfAny((byte)'T', (byte)' ');
        if (!TryReadDate(separator < 0 ? field : field[..separator], out DateOnly date)) return false;
        ReadOnlySpan<byte> rest = separator < 0 ? default : field[(separator + 1)..];
        long ticks = 0;
        if (separator >= 0 && !TryTakeTime(ref rest, out ticks)) return false;
        if (!TryTakeZone(rest, ref zone)) return false;
        long utc = (date.DayNumber * TimeSpan.TicksPerDay) + ticks - zone.Ticks;
        if (utc < DateTime.MinValue.Ticks || utc > DateTime.MaxValue.Ticks) return false;
        instant = new(utc, TimeSpan.Zero);
        return true;
    }

    /// <summary>Takes <c>hh</c>, <c>hh:mm</c>, <c>hh:mm:ss.fff…</c>, or the same without colons.</summary>
    private static bool TryTakeTime(ref ReadOnlySpan<byte> rest, out long ticks)
    {
        ticks = 0;
        int end = rest.IndexOfAny("Z+-["u8);
        ReadOnlySpan<byte> time = end < 0 ? rest : rest[..end];
        rest = end < 0 ? default : rest[end..];
        int point = time.IndexOfAny((byte)'.', (byte)',');
        ReadOnlySpan<byte> fraction = point < 0 ? default : time[(point + 1)..];
        if (point >= 0) time = time[..point];
        Span<int> parts = stackalloc int[3];
        parts.Clear();
        int count = 0;
        while (time.Length > 0)
        {
            if (count == parts.Length || time.Length < 2 || !TryDigits(time[..2], 2, out parts[count++])) return false;
            time = time[2..];
            if (time.Length > 0 && time[0] == ':') time = time[1..];
        }

        if (count == 0 || (point >= 0 && count < 3) || parts[0] > 23 || parts[1] > 59 || parts[2] > 59) return false;
        ticks = (((parts[0] * 60L) + parts[1]) * 60 + parts[2]) * TimeSpan.TicksPerSecond;
        long unit = TimeSpan.TicksPerSecond;
        foreach (byte digit in fraction)
        {
            if ((uint)(digit - '0') > 9) return false;
            unit /= 10;
            ticks += (digit - '0') * unit;
        }

        return point < 0 || fraction.Length is > 0 and <= 9;
    }

    /// <summary>Reads <c>Z</c>, <c>+hh</c>, <c>+hhmm</c> or <c>+hh:mm</c>. The name of a region behind it adds nothing; alone it would
    /// need the rules of all regions, which change.</summary>
    private static bool TryTakeZone(ReadOnlySpan<byte> text, ref TimeSpan zone)
    {
        if (text.IsEmpty) return true;
        int region = text.IndexOf((byte)'[');
        if (region == 0 || (region > 0 && text[^1] != ']')) return false;
        if (region > 0) text = text[..region];
        if (text.SequenceEqual("Z"u8))
        {
            zone = default;
            return true;
        }

        int sign = text[0] == '+' ? 1 : text[0] == '-' ? -1 : 0;
        if (sign == 0 || text.Length is not (3 or 5 or 6) || (text.Length == 6 && text[3] != ':')) return false;
        int minutes = 0;
        if (!TryDigits(text[1..3], 2, out int hours) || (text.Length > 3 && !TryDigits(text[^2..], 2, out minutes))) return false;
        if (hours > 18 || minutes > 59) return false;
        zone = TimeSpan.FromMinutes(sign * ((hours * 60) + minutes));
        return true;
    }

    private static bool TryDigits(ReadOnlySpan<byte> text, int most, out int value)
    {
        value = 0;
        if (text.Length == 0 || text.Length > most) return false;
        foreach (byte digit in text)
        {
            if ((uint)(digit - '0') > 9) return false;
            value = (value * 10) + (digit - '0');
        }

        return true;
    }
}
