using System.Buffers;
using System.Text;

namespace Papergraph.Sources.BibTeX;

/// <summary>Reads LaTeX as it occurs in databases of references.</summary>
/// <remarks>Accents, letters and signs become Unicode; commands of form go and what they enclose stays; mathematics between dollar
/// signs stays as written; a command that is not known stays as written too, so that no text is lost.</remarks>
internal sealed class LatexText
{
    private static readonly SearchValues<char> Special = SearchValues.Create("\\{}$~-`'");

    private readonly string _latex;
    private readonly StringBuilder _text;
    private readonly Stack<string> _closers = new();

    // Where looking for the end of a formula is in vain, so that many openings are not each followed to the end of the text.
    private readonly int _lastDollar, _lastRound, _lastSquare;
    private int _at;


    private LatexText(string latex)
    {
        _latex = latex;
        _text = new StringBuilder(latex.Length);
        _lastDollar = latex.LastIndexOf('$');
        _lastRound = latex.LastIndexOf("\\)", StringComparison.Ordinal);
        _lastSquare = latex.LastIndexOf("\\]", StringComparison.Ordinal);
    }

    /// <summary>The text that LaTeX would print, in Unicode.</summary>
    internal static string Decode(string latex) =>
        latex.AsSpan().IndexOfAny(Special) < 0 ? latex : new LatexText(latex).Read();

    /// <summary>A value that is no prose, such as an address: braces go and escaped signs become themselves, all else stays.</summary>
    internal static string Plain(string latex)
    {
        if (latex.AsSpan().IndexOfAny('\\', '{', '}') < 0) return latex;
        StringBuilder plain = new(latex.Length);
        for (int i = 0; i < latex.Length; i++)
        {
            char c = latex[i];
            if (c == '\\' && i + 1 < latex.Length && latex[i + 1] is '_' or '%' or '&' or '#' or '$' or '{' or '}' or '~') plain.Append(latex[++i]);
            else if (c == '\\' && latex.AsSpan(i).StartsWith("\\textasciitilde"))
            {
                plain.Append('~');
                i += "\\textasciitilde".Length - 1;
            }
            else if (c is not ('{' or '}')) plain.Append(c);
        }

        return plain.ToString();
    }

    private string Read()
    {
        while (_at < _latex.Length)
        {
            char c = _latex[_at];
            switch (c)
            {
                case '\\': ReadCommand(); break;
                case '{': Open(""); break;
                case '}': Close(); break;
                case '$': ReadMathematics(); break;
                case '~': Append(" ", 1); break;
                case '-': ReadRun('-', "-", "–", "—"); break;
                case '`': ReadRun('`', "‘", "“", "“‘"); break;
                case '\'': ReadRun('\'', "'", "”", "”'"); break;
                default: Append(c.ToString(), 1); break;
            }
        }

        while (_closers.TryPop(out string? closer)) _text.Append(closer);
        return _text.ToString();
    }

    private void ReadCommand()
    {
        string command = TakeCommand();
        if (LatexSymbols.IsAccent(command) && TakeAccentLetter() is { } letter) _text.Append(LatexSymbols.Accented(command[0], letter));
        else if (LatexSymbols.Symbol(command) is { } symbol) _text.Append(symbol);
        else if (LatexSymbols.IsFormatting(command)) SkipBlanks();
        else if (command is "enquote" or "mkbibquote" && IsNext('{')) Open("”", "“");
        else if (command is "href" && IsNext('{')) SkipGroup();
        else if (command is "(" or "[") ReadDisplay(command);
        else if (IsNext('{')) Open("}", $"\\{command}{{");
        else _text.Append('\\').Append(command);
    }

    /// <summary>Takes the backslash and the name of a command: letters, and the blanks after them, or one other character.</summary>
    private string TakeCommand()
    {
        int start = ++_at;
        while (_at < _latex.Length && char.IsAsciiLetter(_latex[_at])) _at++;
        if (_at == start && _at < _latex.Length) _at += char.IsSurrogatePair(_latex, _at) ? 2 : 1;
        string command = _latex[start.._at];
        if (command.Length > 0 && char.IsAsciiLetter(command[0]) && LatexSymbols.Symbol(command) is not null) SkipBlanks();
        return command;
    }

    /// <summary>Takes the letter that an accent belongs to, with the braces around it: <c>o</c>, <c>{o}</c>, <c>\i</c>, <c>{\i}</c>; null, with
    /// nothing taken, when there is none.</summary>
    private Rune? TakeAccentLetter()
    {
        int before = _at, braces = 0;
        SkipBlanks();
        for (; _at < _latex.Length && _latex[_at] == '{'; _at++) braces++;
        Rune? letter = null;
        if (_at < _latex.Length && _latex[_at] == '\\')
        {
            string? symbol = LatexSymbols.Symbol(TakeCommand());
            if (symbol?.Length == 1 && char.IsLetter(symbol[0])) letter = new Rune(symbol[0]);
        }
        else if (Rune.TryGetRuneAt(_latex, Math.Min(_at, _latex.Length - 1), out Rune next) && _at < _latex.Length && Rune.IsLetter(next))
        {
            letter = next;
            _at += next.Utf16SequenceLength;
        }

        if (letter is null)
        {
            _at = before;
            return null;
        }

        for (; braces > 0 && _at < _latex.Length && _latex[_at] == '}'; _at++) braces--;
        // More than the letter stands in the braces: they close later, and mean nothing.
        for (; braces > 0; braces--) _closers.Push("");
        return letter;
    }

    /// <summary>Copies from a dollar sign to the next; one alone is a dollar sign.</summary>
    private void ReadMathematics()
    {
        int end = _at < _lastDollar ? _latex.IndexOf('$', _at + 1) : -1;
        // Two dollar signs open a formula set apart, which ends with two.
        if (end == _at + 1) end = end < _lastDollar ? _latex.IndexOf("$$", end + 1, StringComparison.Ordinal) + 1 : end;
        if (end <= _at) end = _at;
        Append(_latex[_at..(end + 1)], end + 1 - _at);
    }

    /// <summary>Copies from <c>\(</c> or <c>\[</c> to its counterpart, or the opening alone when there is none.</summary>
    private void ReadDisplay(string opening)
    {
        (string closing, int last) = opening == "(" ? ("\\)", _lastRound) : ("\\]", _lastSquare);
        _text.Append('\\').Append(opening);
        if (_at > last) return;
        int end = _latex.IndexOf(closing, _at, StringComparison.Ordinal);
        Append(_latex[_at..(end + 2)], end + 2 - _at);
    }

    private void ReadRun(char c, string one, string two, string three)
    {
        int length = 1;
        while (length < 3 && _at + length < _latex.Length && _latex[_at + length] == c) length++;
        Append(length == 1 ? one : length == 2 ? two : three, length);
    }

    private void SkipGroup()
    {
        int depth = 0;
        do
        {
            if (_latex[_at] == '{') depth++;
            else if (_latex[_at] == '}') depth--;
            _at++;
        }
        while (depth > 0 && _at < _latex.Length);
    }

    private void Open(string closer, string opener = "")
    {
        _text.Append(opener);
        _closers.Push(closer);
        _at++;
    }

    private void Close()
    {
        if (_closers.TryPop(out string? closer)) _text.Append(closer);
        _at++;
    }

    private void Append(string text, int taken)
    {
        _text.Append(text);
        _at += taken;
    }

    private bool IsNext(char c) => _at < _latex.Length && _latex[_at] == c;

    private void SkipBlanks()
    {
        while (_at < _latex.Length && _latex[_at] is ' ' or '\t') _at++;
    }
}
