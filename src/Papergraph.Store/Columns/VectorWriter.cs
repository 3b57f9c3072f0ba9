namespace Papergraph.Store;

/// <summary>Collects the values of a column, or the elements of its lists, until the table is finished.</summary>
internal abstract class VectorWriter
{
    /// <summary>Number of values so far.</summary>
    public abstract int Count { get; }

    /// <summary>Adds the value that stands where a row is null; it is never read.</summary>
    public abstract void AddDefault();

    /// <param name="file">Where to write.</param>
    /// <param name="order">Position → value as added.</param>
    /// <param name="nulls">By position, which values stand for null, or null when none does.</param>
    public abstract VectorLayout Write(SegmentFileWriter file, RowOrder order, BitBuffer? nulls);
}
