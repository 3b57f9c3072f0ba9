namespace Papergraph.Extraction;

/// <summary>Characters of short forms that stand for words which do not begin with them.</summary>
internal static class SymbolWords
{
    /// <summary>Whether the character may stand for the word: a digit for a number word, a Roman numeral, <c>to</c> or <c>for</c>; <c>X</c>
    /// for <c>cross</c> and <c>ex…</c>; a Greek letter for its name; and of physiology <c>I</c> for <c>current</c>,
    /// <c>o</c>, outside, for <c>extracellular</c>.</summary>
    public static bool StandsFor(char symbol, ReadOnlySpan<char> word) => symbol switch
    {
        '1' => IsAny(word, "one", "first", "single", "I"),
        '2' => IsAny(word, "two", "to", "second", "double", "dual", "II"),
        '3' => IsAny(word, "three", "third", "triple", "III"),
        '4' => IsAny(word, "four", "for", "fourth", "IV"),
        '5' => IsAny(word, "five", "fifth", "V"),
        '6' => IsAny(word, "six", "sixth", "VI"),
        '7' => IsAny(word, "seven", "seventh", "VII"),
        '8' => IsAny(word, "eight", "eighth", "VIII"),
        '9' => IsAny(word, "nine", "ninth", "IX"),
        'X' or 'x' => IsAny(word, "cross") || word.StartsWith("ex", StringComparison.OrdinalIgnoreCase),
        'I' => IsAny(word, "current"),
        'o' => IsAny(word, "extracellular"),
        'α' => IsAny(word, "alpha"),
        'β' => IsAny(word, "beta"),
        'γ' => IsAny(word, "gamma"),
        'δ' or 'Δ' => IsAny(word, "delta"),
        'ε' => IsAny(word, "epsilon"),
        'κ' => IsAny(word, "kappa"),
        'λ' => IsAny(word, "lambda"),
        'μ' or 'µ' => IsAny(word, "mu", "micro"),
        _ => false,
    };

    private static bool IsAny(ReadOnlySpan<char> word, params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            if (word.Equals(name, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }
}
