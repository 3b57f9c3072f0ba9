using System.Runtime.CompilerServices;

namespace Papergraph.Extraction;

/// <summary>Adds up the weights of attributes by tag.</summary>
/// <remarks>Attributes wait until they are some, so that the processor fetches their weights side by side.</remarks>
/// <param name="weights">The weights.</param>
/// <param name="waiting">Room for attributes that wait.</param>
/// <param name="rows">Room for as many numbers.</param>
/// <param name="sums">A row by tag.</param>
internal ref struct WeightSum(CrfWeights weights, Span<uint> waiting, Span<int> rows, Span<float> sums) : IAttributeSink
{
    /// <summary>Attributes that wait at most, where little room is wanted.</summary>
    public const int Room = 64;

    private readonly Span<uint> _waiting = waiting;
    private readonly Span<int> _rows = rows;
    private readonly Span<float> _sums = sums;
    private int _count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(uint fingerprint)
    {
        if (_count == _waiting.Length) Flush();

        // Without a branch: whether an attribute is known cannot be foretold.
        _waiting[_count] = fingerprint;
        _count += weights.MayHold(fingerprint, out _rows[_count]);
    }

    /// <summary>Adds the weights of the attributes that still wait.</summary>
    public void Flush()
    {
        weights.Resolve(_waiting[.._count], _rows);
        weights.AddTo(_rows[.._count], _sums);
        _count = 0;
    }
}
