using System.Buffers;

namespace Papergraph.Extraction;

/// <summary>Cuts a text into tokens that keep their exact places.</summary>
/// <remarks>
/// <para>Tokens ascend, do not overlap, contain no white space outside formulas, and leave out nothing but white space. No boundary
/// between two adjacent tokens cuts a surrogate pair or a combining sequence.</para>
/// <para>One word: letters and digits, with what joins them inside a name (<c>GPT-4o</c>, <c>S^2IP-LLM</c>, <c>Recall@10</c>,
/// <c>TCP/IP</c>, <c>3.5</c>, <c>10,000</c>, <c>e.g</c>, <c>don't</c>), a LaTeX formula on its own or as part of a word
/// (<c>$\ell_1$-norm</c>), <c>A*</c>, <c>C++</c>, <c>C#</c>. The possessive <c>'s</c> is a token of its own. An
/// address is one token.</para>
/// <para>Cost: linear; a look ahead for the end of a formula is at most <see cref="LongestFormula"/> characters.</para>
/// </remarks>
internal static class Tokenizer
{
    public const int LongestFormula = 160;

    private static readonly SearchValues<string> AddressMarks = SearchValues.Create(["/", "www."], StringComparison.OrdinalIgnoreCase);

    /// <summary>The tokens of the text, in order.</summary>
    public static Token[] Tokenize(ReadOnlySpan<char> text)
    {
        List<Token> tokens = new((text.Length / 5) + 4);
        bool mayHoldAddress = text.ContainsAny(AddressMarks);
        int at = 0;
        while (at < text.Length)
        {
            CharacterClass first = Characters.Read(text, at, out int length);
            if (first == CharacterClass.Space)
            {
                at += length;
                continue;
            }

            if (mayHoldAddress && AddressScanner.TryRead(text, at, out int end))
            {
                tokens.Add(new Token(at, WithMarks(text, end), TokenKind.Link));
                at = tokens[^1].End;
                continue;
            }

            Token token = Next(text, at, first, length);
            tokens.Add(token);
            at = token.End;
        }

        return [.. tokens];
    }

    /// <summary>What a token that others have cut is made of.</summary>
    public static TokenKind KindOf(ReadOnlySpan<char> token)
    {
        Token[] pieces = Tokenize(token);
        if (pieces.Length == 1) return pieces[0].Kind;
        return Array.Exists(pieces, piece => piece.Kind == TokenKind.Word) ? TokenKind.Word
            : Array.Exists(pieces, piece => piece.Kind == TokenKind.Number) ? TokenKind.Number : TokenKind.Symbol;
    }

    private static Token Next(ReadOnlySpan<char> text, int start, CharacterClass first, int length)
    {
        if (TryReadPiece(text, start, out int end, out bool isWord)) return ReadWord(text, start, end, isWord);
        if (IsApostrophe(text[start]) && TryReadPossessive(text, start, out end)) return new Token(start, end, TokenKind.Word);
        end = start + length;
        return new Token(start, first == CharacterClass.Joiner ? AfterJoined(text, end) : WithMarks(text, end), TokenKind.Symbol);
    }

    private static Token ReadWord(ReadOnlySpan<char> text, int start, int end, bool isWord)
    {
        while (end < text.Length && Joins(text, start, end)
            && TryReadPiece(text, end + 1, out int next, out bool nextIsWord))
        {
            end = next;
            isWord |= nextIsWord;
        }

        end = WithTrailingSigns(text, end);
        return new Token(start, end, isWord ? TokenKind.Word : TokenKind.Number);
    }

    /// <summary>Reads letters, digits and their marks, or one formula, or one LaTeX command.</summary>
    private static bool TryReadPiece(ReadOnlySpan<char> text, int start, out int end, out bool isWord)
    {
        isWord = false;
        if (TryReadFormula(text, start, out end))
        {
            end = WithMarks(text, end);
            return isWord = true;
        }

        end = start;
        while (end < text.Length)
        {
            CharacterClass next = Characters.Read(text, end, out int length);
            bool continues = next is CharacterClass.Mark or CharacterClass.Joiner && end > start;
            if (!continues && next is not (CharacterClass.Letter or CharacterClass.Digit)) break;
            isWord |= next == CharacterClass.Letter;
            end += length;
        }

        // A joiner at the end belongs to the word, and so does whatever it joins.
        if (end > start && text[end - 1] == '\u200D') end = AfterJoined(text, end);
        return end > start;
    }

    private static bool TryReadFormula(ReadOnlySpan<char> text, int start, out int end)
    {
        end = start;
        if (start >= text.Length) return false;
        if (text[start] == '\\')
        {
            end = start + 1;
            while (end < text.Length && char.IsAsciiLetter(text[end])) end++;
            return end > start + 1;
        }

        if (text[start] != '$' || start + 2 >= text.Length || char.IsWhiteSpace(text[start + 1])) return false;
        ReadOnlySpan<char> ahead = text.Slice(start + 1, Math.Min(LongestFormula, text.Length - start - 1));
        int close = ahead.IndexOfAny('$', '\n');

        // Two amounts of money are no formula: `$5 and $10` has a space before the second sign.
        if (close < 1 || ahead[close] != '$' || char.IsWhiteSpace(ahead[close - 1])) return false;
        end = start + close + 2;
        return end >= text.Length || !char.IsAsciiDigit(text[end]);
    }

    private static bool Joins(ReadOnlySpan<char> text, int start, int at)
    {
        if (at + 1 >= text.Length) return false;
        char before = text[at - 1], after = text[at + 1];
        switch (text[at])
        {
            case '-' or '\u2010' or '\u2011' or '_' or '^' or '@':
                return true;
            case '\'' or '\u2019':
                return char.IsLetter(before) && char.IsLetter(after) && !TryReadPossessive(text, at, out _);
            case '.':
                return (char.IsAsciiDigit(before) && char.IsAsciiDigit(after)) || (char.IsLetter(before) && char.IsAsciiLetterLower(after))
                    || IsInitial(text, start, at, after);
            case ',':
                return char.IsAsciiDigit(before) && at + 3 < text.Length && text[(at + 1)..(at + 4)].IndexOfAnyExceptInRange('0', '9') < 0
                    && (at + 4 == text.Length || !char.IsAsciiDigit(text[at + 4]));
            case '/':
                return char.IsAsciiLetterUpper(before) && char.IsAsciiLetterUpper(after);
            default:
                return false;
        }
    }

    // `U.S.A`: every piece so far is one capital.
    private static bool IsInitial(ReadOnlySpan<char> text, int start, int at, char after) =>
        char.IsAsciiLetterUpper(after) && char.IsAsciiLetterUpper(text[at - 1]) && (at - 1 == start || text[at - 2] == '.')
        && (at + 2 >= text.Length || !char.IsLetter(text[at + 2]));

    // `A*`, `C++`, `C#`, `Adam+`: the sign belongs to the name when nothing follows that it could operate on.
    private static int WithTrailingSigns(ReadOnlySpan<char> text, int end)
    {
        int after = end;
        while (after < text.Length && after < end + 2 && text[after] is '*' or '+' or '#') after++;
        bool operates = after < text.Length && (char.IsLetterOrDigit(text[after]) || text[after] is '*' or '+' or '#' or '$' or '\\');
        return after > end && char.IsLetterOrDigit(text[end - 1]) && !operates ? WithMarks(text, after) : end;
    }

    private static bool TryReadPossessive(ReadOnlySpan<char> text, int at, out int end)
    {
        end = at + 2;
        if (end > text.Length || text[at + 1] is not ('s' or 'S')) return false;
        return end == text.Length || Characters.Read(text, end, out _) is CharacterClass.Space or CharacterClass.Symbol;
    }

    private static bool IsApostrophe(char c) => c is '\'' or '\u2019';

    private static int WithMarks(ReadOnlySpan<char> text, int end)
    {
        while (end < text.Length)
        {
            CharacterClass next = Characters.Read(text, end, out int length);
            if (next == CharacterClass.Joiner) return AfterJoined(text, end + length);
            if (next != CharacterClass.Mark) break;
            end += length;
        }

        return end;
    }

    private static int AfterJoined(ReadOnlySpan<char> text, int end)
    {
        bool joined = true;
        while (end < text.Length)
        {
            CharacterClass next = Characters.Read(text, end, out int length);
            if (next == CharacterClass.Space || (!joined && next is not (CharacterClass.Mark or CharacterClass.Joiner))) break;
            joined = next == CharacterClass.Joiner;
            end += length;
        }

        return end;
    }
}
