using Papergraph.Core;

namespace Papergraph.Store;

/// <summary>Orders keys as byte strings: byte by byte, the shorter first when it is the beginning of the longer.</summary>
internal sealed class KeyBytes : IComparer<byte[]>, IEqualityComparer<byte[]>
{
    private KeyBytes()
    {
    }

    public static KeyBytes Comparer { get; } = new();

    public int Compare(byte[]? a, byte[]? b) => a.AsSpan().SequenceCompareTo(b);

    public bool Equals(byte[]? a, byte[]? b) => a.AsSpan().SequenceEqual(b);

    public int GetHashCode(byte[] key) => (int)StableHash.Hash64(key);

    /// <summary>The least key greater than this one: every key that begins with it but is longer comes after that.</summary>
    public static byte[] After(byte[] key) => [.. key, 0];

    /// <summary>The least key greater than all that begin with this one.</summary>
    public static byte[] AfterPrefix(byte[] prefix)
    {
        int last = prefix.AsSpan().LastIndexOfAnyExcept(byte.MaxValue);
        byte[] after = prefix[..(last + 1)];
        if (last >= 0) after[last]++;
        return after;
    }
}
