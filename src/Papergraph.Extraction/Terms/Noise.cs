namespace Papergraph.Extraction;

/// <summary>Tells what addresses of authors, running heads and broken encodings leave in a text from terms.</summary>
internal static class Noise
{
    // `C6H12O6` changes five times between letters and digits, the remains of a broken font more often.
    private const int MostChanges = 6;

    private const int ShortestNumber = 8;

    /// <summary>Whether the tokens hold an address, repeat themselves, are mostly digits or end in a list of names.</summary>
    public static bool Is(Passage passage, TokenRange range)
    {
        for (int token = range.First; token < range.End; token++)
        {
            if (HoldsAddress(passage[token]) || IsScrambled(passage[token])) return true;
        }

        return RepeatsItself(passage, range) || EndsInNames(passage, range);
    }

    // `Recall@10` and `pass@k` are metrics.
    private static bool HoldsAddress(ReadOnlySpan<char> word)
    {
        int at = word.LastIndexOf('@');
        if (at < 0) return false;
        ReadOnlySpan<char> rank = word[(at + 1)..];
        return rank.IsEmpty || (rank is not ("k" or "K" or "n" or "N") && rank.ContainsAnyExceptInRange('0', '9'));
    }

    private static bool IsScrambled(ReadOnlySpan<char> word)
    {
        int letters = 0, digits = 0, changes = 0;
        for (int i = 0; i < word.Length; i++)
        {
            bool isDigit = char.IsAsciiDigit(word[i]), isLetter = char.IsLetter(word[i]);
            if (isDigit) digits++;
            if (isLetter) letters++;
            if (i > 0 && ((isDigit && char.IsLetter(word[i - 1])) || (isLetter && char.IsAsciiDigit(word[i - 1])))) changes++;
        }

        return changes > MostChanges || (letters + digits >= ShortestNumber && letters > 0 && 3 * digits > 2 * (letters + digits));
    }

    // A word behind itself, or two words that come again.
    private static bool RepeatsItself(Passage passage, TokenRange range)
    {
        for (int token = range.First; token + 1 < range.End; token++)
        {
            if (AreSame(passage, token, token + 1)) return true;
            for (int later = token + 2; later + 1 < range.End; later++)
            {
                if (AreSame(passage, token, later) && AreSame(passage, token + 1, later + 1)) return true;
            }
        }

        return false;
    }

    private static bool AreSame(Passage passage, int a, int b) =>
        passage.Tokens[a].Kind == TokenKind.Word && passage[a].Equals(passage[b], StringComparison.OrdinalIgnoreCase);

    // Behind the last comma stands one capitalised word, with initials perhaps, and no `and`.
    private static bool EndsInNames(Passage passage, TokenRange range)
    {
        int token = range.End - 1;
        while (token > range.First && IsInitial(passage, token)) token--;
        if (!NameShape.IsCapitalized(passage[token])) return false;
        token--;
        while (token > range.First && IsInitial(passage, token)) token--;
        return token > range.First && passage.Is(token, ',');
    }

    private static bool IsInitial(Passage passage, int token) =>
        passage.Is(token, '.') || (passage.Tokens[token].Length == 1 && char.IsUpper(passage[token][0]));
}
