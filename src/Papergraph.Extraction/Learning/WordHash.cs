namespace Papergraph.Extraction;

/// <summary>A word in lower case as a number.</summary>
internal static class WordHash
{
    private const ulong Basis = 14695981039346656037, Prime = 1099511628211;

    /// <summary>FNV-1a over the UTF-16 code units in lower case (http://www.isthe.com/chongo/tech/comp/fnv/); never 0.</summary>
    public static ulong Of(ReadOnlySpan<char> word)
    {
        ulong hash = Basis;
        foreach (char c in word) hash = (hash ^ (char.IsAscii(c) ? (char)(c | (c is >= 'A' and <= 'Z' ? 0x20 : 0)) : char.ToLowerInvariant(c))) * Prime;
        return hash | 1;
    }
}
