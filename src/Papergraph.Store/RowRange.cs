namespace Papergraph.Store;

/// <summary>A run of rows of a table.</summary>
/// <param name="First">The first row.</param>
/// <param name="Count">Number of rows.</param>
public readonly record struct RowRange(long First, long Count);
