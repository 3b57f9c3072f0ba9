namespace Papergraph.Sources.Records;

/// <summary>How much of one record is kept. Real records stay far below; what lies above is cut and reported.</summary>
internal static class RecordLimits
{
    /// <summary>UTF-16 code units of a title.</summary>
    internal const int TitleLength = 4096;

    /// <summary>UTF-16 code units of an abstract.</summary>
    internal const int AbstractLength = 1 << 20;

    /// <summary>UTF-16 code units of a name, venue, address, key or kind.</summary>
    internal const int NameLength = 4096;

    /// <summary>UTF-16 code units of a reference as printed, and of the value of a field without meaning.</summary>
    internal const int ValueLength = 64 << 10;

    internal const int Authors = 10_000;

    /// <summary>Organisations of one author or one paper.</summary>
    internal const int Affiliations = 1_000;

    internal const int References = 100_000;

    internal const int Links = 1_000;

    /// <summary>Fields without meaning.</summary>
    internal const int ExtraFields = 500;

    /// <summary>Values of one field without meaning.</summary>
    internal const int ExtraValues = 10_000;
}
