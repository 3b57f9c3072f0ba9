namespace Papergraph.Store;

/// <summary>Whole numbers that an index is made of: in a segment, or in memory when the segment has no such index.</summary>
internal abstract class IndexNumbers
{
    public abstract long this[long index] { get; }

    public static IndexNumbers Of(PackedIntegers stored) => new Stored(stored);

    public static IndexNumbers Of(long[] built) => new Built(built);

    private sealed class Stored(PackedIntegers numbers) : IndexNumbers
    {
        public override long this[long index] => numbers[index];
    }

    private sealed class Built(long[] numbers) : IndexNumbers
    {
        public override long this[long index] => numbers[index];
    }
}
