using System.Buffers;
using System.Globalization;

namespace Papergraph.Extraction;

/// <summary>Reads a number with its sign, thousands separators, deviation and unit, as texts and LaTeX write them:
/// <c>75.4%</c>, <c>$75.4 \pm 0.3\%$</c>, <c>1,024</c>, <c>−0.3</c>, <c>12.5k</c>, <c>3.2×</c>, <c>5 ms</c>.</summary>
/// <remarks>Digits are those of ASCII, at most <see cref="MostDigits"/> of them, so every value is finite. Reads at most
/// <see cref="Longest"/> characters. A number that is part of a word, a version or a product is none.</remarks>
internal ref struct QuantityReader
{
    private const int Longest = 64;
    private const int MostDigits = 15;

    private static readonly SearchValues<char> Beginnings = SearchValues.Create("0123456789.$+-−–~≈<>≤≥");

    // Longer names first.
    private static readonly (string Command, char Sign)[] Commands =
    [
        ("\\approx", '~'), ("\\times", '×'), ("\\leq", '≤'), ("\\geq", '≥'), ("\\sim", '~'), ("\\pm", '±'), ("\\le", '≤'), ("\\ge", '≥'),
    ];

    private static readonly (string Word, double Factor)[] Multipliers =
    [
        ("thousand", 1e3), ("million", 1e6), ("billion", 1e9), ("trillion", 1e12), ("k", 1e3), ("K", 1e3), ("M", 1e6), ("G", 1e9), ("B", 1e9),
    ];

    private readonly ReadOnlySpan<char> _text;
    private int _at;
    private bool _inFormula;

    private QuantityReader(ReadOnlySpan<char> text) => _text = text;

    /// <summary>Reads the number that begins at the token.</summary>
    public static bool TryRead(Passage passage, int token, int endOfSentence, out Quantity quantity)
    {
        quantity = default;
        int start = passage.Tokens[token].Start;
        if (!Beginnings.Contains(passage.Text[start]) || (start > 0 && IsGlued(passage.Text[start - 1], passage.Text[start]))) return false;
        int last = passage.Tokens[endOfSentence - 1].End;
        QuantityReader reader = new(passage.Text.AsSpan(start, Math.Min(Longest, last - start)));
        if (!reader.TryRead(out double value, out string unit, out QuantityKind kind, out bool isWhole)) return false;
        int end = token;
        while (end < endOfSentence && passage.Tokens[end].End < start + reader._at) end++;
        if (end == endOfSentence || passage.Tokens[end].End != start + reader._at) return false;
        quantity = new Quantity(new TokenRange(token, end + 1), value, unit, kind, isWhole);
        return true;
    }

    // `3.5-2`, `x–3`: what stands before belongs to it; a bracket or a sign of equality does not.
    private static bool IsGlued(char before, char first) =>
        char.IsLetterOrDigit(before) || before is '\\' or '^' or '_' or '#' or '+' or '±' || (first == '.' && before == '.');

    private bool TryRead(out double value, out string unit, out QuantityKind kind, out bool isWhole)
    {
        (unit, kind) = ("", QuantityKind.Value);
        _inFormula = Take('$');
        ReadSigns(ref kind, out bool isNegative);
        if (!TryReadNumber(out value, out isWhole)) return false;
        if (isNegative) value = -value;
        if (!TryReadUnit(ref value, ref unit)) return false;
        if (TryReadBehind('±'))
        {
            if (!TryReadNumber(out _, out _) || !TryReadUnit(ref value, ref unit)) return false;
        }
        else if (TryReadDash())
        {
            kind = QuantityKind.Bound;
            if (!TryReadNumber(out _, out _) || !TryReadUnit(ref value, ref unit)) return false;
        }

        if (!_inFormula) return true;
        SkipSpaces();
        if (!Take('$')) return false;
        _inFormula = false;
        return unit.Length > 0 || TryReadUnit(ref value, ref unit);
    }

    private void ReadSigns(ref QuantityKind kind, out bool isNegative)
    {
        isNegative = false;
        if (TakeSign('<') || TakeSign('>') || TakeSign('≤') || TakeSign('≥')) kind = QuantityKind.Bound;
        if (kind == QuantityKind.Bound || TakeSign('~') || TakeSign('≈'))
        {
            // `$\sim$90`: the formula is the sign alone.
            if (_inFormula && Take('$')) _inFormula = false;
            SkipSpaces();
        }

        if (Take('+')) kind = QuantityKind.Change;
        else isNegative = Take('-') || Take('−') || Take('–');
    }

    private bool TryReadNumber(out double value, out bool isWhole)
    {
        (value, isWhole) = (0, true);
        Span<char> digits = stackalloc char[MostDigits + 1];
        int length = 0, whole = 0;
        while (_at < _text.Length)
        {
            char c = _text[_at];
            if (char.IsAsciiDigit(c))
            {
                if (length == digits.Length) return false;
                digits[length++] = c;
                if (isWhole) whole++;
            }
            else if (c == '.' && isWhole && IsDigit(_at + 1))
            {
                if (length == digits.Length) return false;
                digits[length++] = c;
                isWhole = false;
            }
            else if (!(c == ',' && isWhole && whole is > 0 and < 13 && IsThousands(_at)))
            {
                break;
            }

            _at++;
        }

        bool goesOn = _at < _text.Length && _text[_at] is '.' or ',' && IsDigit(_at + 1) && (_text[_at] == '.' || !_inFormula);
        return length > 0 && !goesOn && !(_at == _text.Length && _at == Longest)
            && double.TryParse(digits[..length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value);
    }

    // Three digits and no fourth.
    private readonly bool IsThousands(int comma) =>
        IsDigit(comma + 1) && IsDigit(comma + 2) && IsDigit(comma + 3) && !IsDigit(comma + 4);

    private readonly bool IsDigit(int at) => at < _text.Length && char.IsAsciiDigit(_text[at]);

    // False when letters or signs follow that make something else of the number.
    private bool TryReadUnit(ref double value, ref string unit)
    {
        int before = _at;
        SkipSpaces();
        bool isApart = _at > before;
        int mark = _at;
        if (_at < _text.Length && _text[_at] == '\\' && _at + 1 < _text.Length && _text[_at + 1] == '%') _at++;
        if (Take('%'))
        {
            unit = "%";
            return true;
        }

        if (TakeSign('×') || TakeTimes(isApart))
        {
            SkipSpaces();
            if (IsDigit(_at) || (_at < _text.Length && _text[_at] is '$' && IsDigit(_at + 1))) return false;
            if (!_inFormula) _at = WithoutTrailingSpaces(_at);
            unit = "×";
            return true;
        }

        // `2^{nd}`.
        if (!isApart && mark < _text.Length && _text[mark] is '^' or '_') return false;
        int end = mark;
        while (end < _text.Length && (char.IsLetter(_text[end]) || _text[end] is '°' || (_text[end] == '/' && end > mark))) end++;
        ReadOnlySpan<char> word = _text[mark..end];
        bool isWord = end == _text.Length || !(char.IsLetterOrDigit(_text[end]) || _text[end] is '-' or '_' or '^' or '@');
        _at = before;
        if (word.IsEmpty) return true;
        foreach ((string multiplier, double factor) in Multipliers)
        {
            if (!isWord || !word.SequenceEqual(multiplier) || (isApart && multiplier.Length == 1)) continue;
            value *= factor;
            _at = end;
            return true;
        }

        if (isWord && ResultWords.Unit(word) is { } known)
        {
            unit = known;
            _at = end;
            return true;
        }

        return isApart;
    }

    // `3.2x`; standing apart, an x is a name.
    private bool TakeTimes(bool isApart)
    {
        bool isTimes = !isApart && _at < _text.Length && _text[_at] is 'x' or 'X'
            && !(_at + 1 < _text.Length && (char.IsLetterOrDigit(_text[_at + 1]) || _text[_at + 1] is '-' or '_'));
        if (isTimes) _at++;
        return isTimes;
    }

    private bool TryReadBehind(char sign)
    {
        int before = _at;
        SkipSpaces();
        if (TakeSign(sign))
        {
            SkipSpaces();
            return true;
        }

        _at = before;
        return false;
    }

    // `25-30`, `25 – 30`, `25--30`.
    private bool TryReadDash()
    {
        int before = _at;
        SkipSpaces();
        int dashes = 0;
        while (dashes < 3 && (Take('-') || Take('–') || Take('—') || Take('−'))) dashes++;
        SkipSpaces();
        if (dashes > 0 && (IsDigit(_at) || (_at < _text.Length && _text[_at] == '.' && IsDigit(_at + 1)))) return true;
        _at = before;
        return false;
    }

    // The sign itself or the LaTeX command for it, in a formula of its own perhaps.
    private bool TakeSign(char sign)
    {
        if (Take(sign)) return true;
        int before = _at;
        bool opens = !_inFormula && Take('$');
        foreach ((string command, char stands) in Commands)
        {
            if (stands != sign || !_text[_at..].StartsWith(command, StringComparison.Ordinal)) continue;
            _at += command.Length;
            if (!opens || Take('$')) return true;
        }

        _at = before;
        return false;
    }

    private bool Take(char sign)
    {
        if (_at >= _text.Length || _text[_at] != sign) return false;
        _at++;
        return true;
    }

    private void SkipSpaces()
    {
        while (_at < _text.Length && _text[_at] is ' ' or '\u00A0' or '\u2009' or '\u202F') _at++;
    }

    private readonly int WithoutTrailingSpaces(int end)
    {
        while (end > 0 && _text[end - 1] is ' ' or '\u00A0' or '\u2009' or '\u202F') end--;
        return end;
    }
}
