using System.Runtime.CompilerServices;

namespace Papergraph.Extraction;

/// <summary>Hashes that stand for words and for attributes of tokens; they are written to model files.</summary>
/// <remarks>Two attributes with one fingerprint share their weights: of 200,000 attributes in a space of 2³² an unseen one meets a seen
/// one with
/// probability 5·10⁻⁵.</remarks>
internal static class Fingerprint
{
    private const ulong Multiplier = 0x9E3779B97F4A7C15;

    /// <summary>Of a run of characters.</summary>
    public static ulong Of(ReadOnlySpan<char> text)
    {
        ulong hash = (ulong)text.Length + 1;
        foreach (char c in text) hash = Mix(hash, c);
        return hash;
    }

    /// <summary>Of a run of characters in whatever case; never 0.</summary>
    public static ulong OfAnyCase(ReadOnlySpan<char> text)
    {
        ulong hash = (ulong)text.Length + 1;
        foreach (char c in text) hash = Mix(hash, char.ToLowerInvariant(c));
        return hash | 1;
    }

    /// <summary>Of an ordered pair.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Mix(ulong first, ulong second)
    {
        ulong product = unchecked((first ^ (second * 0xBF58476D1CE4E5B9)) * Multiplier);
        return product ^ (product >> 29);
    }

    /// <summary>Of an attribute: what is said of a token, where the token stands that it is said of, and the value.</summary>
    public static uint Of(AttributeKind kind, int offset, ulong value)
    {
        ulong hash = Mix(Mix(value, (ulong)(((int)kind * 16) + offset + 8)), Multiplier);
        return (uint)((hash ^ (hash >> 32)) * 0x94D049BB133111EB >> 32);
    }
}
