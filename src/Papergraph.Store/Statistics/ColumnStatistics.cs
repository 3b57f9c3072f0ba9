namespace Papergraph.Store;

/// <summary>What a planner wants to know of a column without reading it.</summary>
/// <param name="Name">Name of the property.</param>
/// <param name="Type">Type of the values.</param>
/// <param name="Count">Number of rows that have a value.</param>
/// <param name="NullCount">Number of rows that have none.</param>
/// <param name="ValueCount">Number of values: <paramref name="Count"/>, or of a list type the elements of all lists.</param>
/// <param name="Distinct">Number of distinct values or elements; floating-point numbers are distinct when their bits are.</param>
/// <param name="DistinctIsExact">Whether that is the number and not an estimate. It is exact for truth values, for texts that are stored
/// as a dictionary, for whole numbers, dates and instants that lie less than 65,536 apart, and wherever there are at most 4,096 distinct
/// values (barring equal 64-bit hashes). Else it is estimated from the 4,096 least hashes, with a standard error of 1.6 %.</param>
/// <param name="Least">The least value or element, boxed as by <see cref="Column.Value"/>; null when there is none, or only NaN. Of a text
/// the first 64 bytes of UTF-8 at most, cut between characters.</param>
/// <param name="Greatest">The greatest; likewise.</param>
/// <param name="TextBytes">Bytes of UTF-8 of all texts together, each as often as it occurs; 0 when the values are no texts.</param>
public sealed record ColumnStatistics(
    string Name,
    PropertyType Type,
    long Count,
    long NullCount,
    long ValueCount,
    long Distinct,
    bool DistinctIsExact,
    object? Least,
    object? Greatest,
    long TextBytes);
