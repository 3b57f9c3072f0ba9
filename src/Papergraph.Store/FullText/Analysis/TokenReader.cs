using System.Diagnostics;
using System.Text;
using Papergraph.Core;

namespace Papergraph.Store;

/// <summary>Divides a text into the terms of a full-text index, with their places.</summary>
/// <remarks>
/// <para>A term is a run of letters and digits as <see cref="TextFolding"/> folds it, cut to <see cref="MaxTermLength"/> UTF-16 code
/// units. Chinese and Japanese, which do not put spaces between words, are divided into overlapping pairs of characters; the last
/// character of a run is a term alone, so that every single character begins some term.</para>
/// <para>Words count one position each, and so does each character of such a run.</para>
/// </remarks>
internal ref struct TokenReader
{
    /// <summary>A word that is longer is cut here: no language has such words, damaged files do.</summary>
    public const int MaxTermLength = 64;

    private readonly ReadOnlySpan<char> _text;
    private readonly Span<char> _term;
    private int _length;
    private bool _isCut;
    private int _at;

    /// <param name="text">What to divide.</param>
    /// <param name="buffer">Room for a term: <see cref="MaxTermLength"/> code units.</param>
    public TokenReader(ReadOnlySpan<char> text, Span<char> buffer)
    {
        Debug.Assert(buffer.Length >= MaxTermLength, "A term fits into the buffer.");
        _text = text;
        _term = buffer;
        Position = -1;
    }

    /// <summary>The folded term; overwritten by the next call of <see cref="Next"/>.</summary>
    public readonly ReadOnlySpan<char> Term => _term[.._length];

    /// <summary>Offset of the first code unit of the term in the text.</summary>
    public int Start { get; private set; }

    /// <summary>Offset after its last code unit.</summary>
    public int End { get; private set; }

    /// <summary>0 for the first term, one more for each that follows.</summary>
    public int Position { get; private set; }

    /// <summary>Whether the term is part of a run of characters that are divided into pairs.</summary>
    public bool IsPaired { get; private set; }

    /// <summary>Moves to the next term.</summary>
    /// <returns>False at the end of the text.</returns>
    public bool Next()
    {
        while (_at < _text.Length && char.IsAscii(_text[_at]) && !char.IsAsciiLetterOrDigit(_text[_at])) _at++;
        (Start, _length, _isCut, IsPaired) = (_at, 0, false, false);
        int limit = Math.Min(_text.Length, _at + MaxTermLength);
        int at = _at;
        // The bit 0x20 makes capitals small and leaves digits as they are.
        for (; at < limit && char.IsAsciiLetterOrDigit(_text[at]); at++) _term[_length++] = (char)(_text[at] | 0x20);
        if (_length > 0 && (at == _text.Length || (char.IsAscii(_text[at]) && !char.IsAsciiLetterOrDigit(_text[at]))))
        {
            (_at, End) = (at, at);
            Position++;
            return true;
        }

        _length = 0;
        return NextFolded();
    }

    /// <summary>Whether a character belongs to a script that is written without spaces and divided into pairs: Han, Hiragana,
    /// Katakana.</summary>
    public static bool IsPairedScript(Rune rune) => rune.Value
        is (>= 0x3005 and <= 0x3007) or (>= 0x3041 and <= 0x30FF) or (>= 0x31F0 and <= 0x31FF)
        or (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF);

    private bool NextFolded()
    {
        Span<char> letters = stackalloc char[TextFolding.MostLetters];
        bool inWord = false;
        while (_at < _text.Length)
        {
            Rune.DecodeFromUtf16(_text[_at..], out Rune rune, out int units);
            int count = TextFolding.FoldCharacter(rune, letters);
            bool paired = count > 0 && IsPairedScript(rune);
            if (inWord && (paired || count == TextFolding.Separates)) break;
            int start = _at;
            _at += units;
            if (count == TextFolding.Separates || (count == 0 && !inWord)) continue;
            if (!inWord) Start = start;
            Append(letters[..count]);
            End = _at;
            if (paired)
            {
                AppendPartner(letters);
                inWord = IsPaired = true;
                break;
            }

            inWord = true;
        }

        if (inWord) Position++;
        return inWord;
    }

    /// <summary>Adds the character that follows in the run, and leaves it to be the first of the next term.</summary>
    private void AppendPartner(scoped Span<char> letters)
    {
        int count = 0;
        int at = _at;
        while (count == 0 && at < _text.Length)
        {
            Rune.DecodeFromUtf16(_text[at..], out Rune rune, out int units);
            count = TextFolding.FoldCharacter(rune, letters);
            at += units;
            if (count <= 0 || !IsPairedScript(rune)) continue;
            Append(letters[..count]);
            End = at;
        }
    }

    private void Append(scoped ReadOnlySpan<char> letters)
    {
        _isCut |= _length + letters.Length > MaxTermLength;
        if (_isCut) return;
        letters.CopyTo(_term[_length..]);
        _length += letters.Length;
    }
}
