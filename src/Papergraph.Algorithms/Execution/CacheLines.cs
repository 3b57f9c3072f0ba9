using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Papergraph.Algorithms;

/// <summary>One vector of 64 bytes for each node, each on a cache line of its own: what is known of the node in as many searches as it
/// has lanes.</summary>
/// <remarks>Vectors of an ordinary array lie across two lines. Processors without vectors of 64 bytes do the same in halves.</remarks>
internal sealed class CacheLines<T> where T : struct
{
    private const int LineSize = 64;

    private readonly T[] _lanes;
    private readonly int _start, _length;

    /// <exception cref="OverflowException">There are more than an array can hold.</exception>
    public CacheLines(int count)
    {
        int perLine = Vector512<T>.Count;
        _length = checked(count * perLine);
        _lanes = GC.AllocateArray<T>(checked(_length + perLine), pinned: true);
        long address = Marshal.UnsafeAddrOfPinnedArrayElement(_lanes, 0);
        _start = (int)((LineSize - (address % LineSize)) % LineSize) / (LineSize / perLine);
    }

    /// <summary>The vectors by node.</summary>
    public Span<Vector512<T>> All => MemoryMarshal.Cast<T, Vector512<T>>(_lanes.AsSpan(_start, _length));
}
