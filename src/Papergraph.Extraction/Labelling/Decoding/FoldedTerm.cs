namespace Papergraph.Extraction;

/// <summary>The form in which occurrences of a term are compared: small letters, blanks for hyphens, the singular of the last
/// word.</summary>
internal static class FoldedTerm
{
    // More is not looked at.
    private const int Longest = 100;

    /// <summary>A fingerprint of the folded form.</summary>
    public static ulong Of(ReadOnlySpan<char> text)
    {
        Span<char> folded = stackalloc char[Longest];
        int length = Math.Min(text.Length, Longest);
        for (int i = 0; i < length; i++) folded[i] = text[i] is '-' or '\u2010' or '\u2011' or '\n' ? ' ' : char.ToLowerInvariant(text[i]);
        if (length > 3 && folded[length - 1] == 's' && folded[length - 2] is not ('s' or 'i' or 'u')) length--;
        return Fingerprint.Of(folded[..length]);
    }
}
