namespace Papergraph.Store;

/// <summary>Dates and instants as distances from 1970-01-01T00:00:00 UTC.</summary>
internal static class Epoch
{
    private const long MicrosecondsAtEpoch = 62_135_596_800_000_000;
    private const int DaysAtEpoch = 719_162;

    public static long DaysOf(DateOnly date) => date.DayNumber - DaysAtEpoch;

    /// <summary>Null when there is no such date.</summary>
    public static DateOnly? DateOf(long days) =>
        days >= DaysOf(DateOnly.MinValue) && days <= DaysOf(DateOnly.MaxValue) ? DateOnly.FromDayNumber((int)days + DaysAtEpoch) : null;

    /// <summary>Whole microseconds at or before the instant.</summary>
    public static long MicrosecondsOf(DateTimeOffset instant) => (instant.UtcTicks / TimeSpan.TicksPerMicrosecond) - MicrosecondsAtEpoch;

    /// <summary>Null when there is no such instant.</summary>
    public static DateTimeOffset? InstantOf(long microseconds) =>
        microseconds >= MicrosecondsOf(DateTimeOffset.MinValue) && microseconds <= MicrosecondsOf(DateTimeOffset.MaxValue)
            ? new(new DateTime((microseconds + MicrosecondsAtEpoch) * TimeSpan.TicksPerMicrosecond, DateTimeKind.Utc))
            : null;
}
