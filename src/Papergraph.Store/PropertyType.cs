namespace Papergraph.Store;

/// <summary>The type of the values of one column.</summary>
/// <remarks>The numbers are written to disk (<c>docs/formats/store.md</c>, “Columns”) and never change.</remarks>
public enum PropertyType
{
    /// <summary>Unicode text, stored as UTF-8. A lone surrogate is stored as U+FFFD.</summary>
    String = 1,

    /// <summary>Whole numbers of 64 bits with sign.</summary>
    Int64 = 2,

    /// <summary>IEEE 754 binary64, kept bit by bit, NaN payloads included.</summary>
    Double = 3,

    /// <summary>True or false.</summary>
    Boolean = 4,

    /// <summary>Days since 1970-01-01 in the proleptic Gregorian calendar, 0001-01-01 to 9999-12-31.</summary>
    Date = 5,

    /// <summary>Microseconds since 1970-01-01T00:00:00 UTC, years 1 to 9999.</summary>
    DateTime = 6,

    /// <summary>A list of <see cref="String"/>.</summary>
    StringList = 7,

    /// <summary>A list of <see cref="Int64"/>.</summary>
    Int64List = 8,

    /// <summary>A list of <see cref="Double"/>.</summary>
    DoubleList = 9,

    /// <summary>A list of <see cref="Boolean"/>.</summary>
    BooleanList = 10,
}
