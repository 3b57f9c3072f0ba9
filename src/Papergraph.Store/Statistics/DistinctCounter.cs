using System.Runtime.InteropServices;
using Papergraph.Core;

namespace Papergraph.Store;

/// <summary>Counts distinct values by their hashes: exactly up to <see cref="Kept"/>, and beyond by the least so many of them, which lie
/// the closer together the more there are (k minimum values; Bar-Yossef et al., RANDOM 2002; Beyer et al., SIGMOD 2007: the estimate
/// (k − 1) / U₍ₖ₎ is unbiased, with a relative standard error of 1/√(k − 2)).</summary>
/// <remarks>The result depends on the set of values only, and takes no transcendental function: it is the same on every machine.</remarks>
internal sealed class DistinctCounter
{
    public const int Kept = 4096;

    private readonly HashSet<ulong> _least = [];
    private ulong _limit = ulong.MaxValue;

    public bool IsExact => _limit == ulong.MaxValue && _least.Count <= Kept;

    public long Count
    {
        get
        {
            if (IsExact) return _least.Count;
            Prune();
            return (long)Math.Round((Kept - 1) / ((_limit + 1.0) / Math.Pow(2, 64)));
        }
    }

    public void Add(ReadOnlySpan<byte> value)
    {
        ulong hash = StableHash.Hash64(value);
        if (hash <= _limit && _least.Add(hash) && _least.Count == 2 * Kept) Prune();
    }

    public void Add(long value) => Add(MemoryMarshal.AsBytes(new ReadOnlySpan<long>(in value)));

    private void Prune()
    {
        ulong[] sorted = [.. _least];
        Array.Sort(sorted);
        _limit = sorted[Kept - 1];
        _least.Clear();
        _least.UnionWith(sorted.AsSpan(0, Kept).ToArray());
    }
}
