using System.Text;

namespace Papergraph.Sources.BibTeX;

/// <summary>Parses entries: <c>@type{key, name = value # value, …}</c> (O. Patashnik, “BibTeXing”, 1988). Macros are kept from entry to
/// entry. It forgives missing and surplus commas; a field that it cannot read costs that field.</summary>
internal sealed class BibTeXParser(SourceContext context)
{
    /// <summary>An entry with more fields, or more that cannot be read, is not read further.</summary>
    private const int MostFields = 1000, MostFaults = 20;

    private readonly BibTeXMacros _macros = new(context.Options.MaxRecordBytes);
    private bool _isFullReported;

    // The entry at hand, where in it the parser stands, and where its closing bracket is.
    private string _text = "";
    private long _line;
    private int _at, _end;
    private long _characters;
    private int _faults;

    /// <summary>The entry, or null for <c>@string</c> and <c>@preamble</c> and when it is rejected.</summary>
    internal BibTeXEntry? Parse(RawEntry raw)
    {
        (_text, _line, _at, _end, _characters, _faults) = (raw.Text, raw.Line, 1, raw.Text.Length - 1, 0, 0);
        string type = TakeWhile(char.IsAsciiLetter).ToLowerInvariant();
        SkipBlanks();
        _at++;
        if (type == "preamble") return null;
        string? key = type == "string" ? null : TakeKey();
        Dictionary<string, string>? fields = TakeFields();
        if (fields is null)
        {
            context.Reject(SourceDiagnostics.MalformedEntry(
                context.File, _line, $"its macros unfold to more than {context.Options.MaxRecordBytes} characters (option {nameof(SourceOptions.MaxRecordBytes)})"));
            return null;
        }

        if (type != "string") return new BibTeXEntry(type, key, fields, _line);
        foreach ((string name, string value) in fields) Define(name, value);
        return null;
    }

    private void Define(string name, string value)
    {
        if (_macros.Define(name, value) || _isFullReported) return;
        _isFullReported = true;
        context.Report(SourceDiagnostics.TooManyMacros(context.File, _line));
    }

    /// <summary>Takes the key and its comma; null when the fields begin at once.</summary>
    private string? TakeKey()
    {
        int end = _text.IndexOfAny([',', '='], _at, _end - _at);
        if (end >= 0 && _text[end] == '=') return null;
        string key = _text[_at..(end < 0 ? _end : end)].Trim();
        _at = end < 0 ? _end : end + 1;
        return key.Length > 0 ? key : null;
    }

    /// <summary>Takes all fields; null when they unfold to too much.</summary>
    private Dictionary<string, string>? TakeFields()
    {
        Dictionary<string, string> fields = new(StringComparer.Ordinal);
        while (SkipBlanksAndCommas() && _faults < MostFaults)
        {
            if (fields.Count == MostFields)
            {
                context.Report(SourceDiagnostics.TooMany(context.File, _line, "fields", MostFields));
                break;
            }

            string name = TakeWhile(IsNameCharacter).ToLowerInvariant();
            SkipBlanks();
            if (name.Length == 0 || _at >= _end || _text[_at] != '=')
            {
                Report($"what begins with '{Text.Quoted.Clip(name.Length > 0 ? name : _text[_at..Math.Min(_at + 20, _end)])}' is no field and is left out");
                SkipBrokenField();
                continue;
            }

            _at++;
            string? value = TakeValue();
            if (_characters > context.Options.MaxRecordBytes) return null;
            if (value is null) Report($"the field '{Text.Quoted.Clip(name)}' has no value that can be read and is left out");
            else if (!fields.TryAdd(name, value)) Report($"the field '{Text.Quoted.Clip(name)}' occurs more than once; the first one counts");
        }

        return fields;
    }

    /// <summary>Takes pieces joined by <c>#</c>; null when one of them is not closed or missing.</summary>
    private string? TakeValue()
    {
        string? first = TakePiece();
        StringBuilder? all = null;
        for (SkipBlanks(); _at < _end && _text[_at] == '#'; SkipBlanks())
        {
            _at++;
            all ??= new StringBuilder(first);
            if (TakePiece() is not { } piece || _characters > context.Options.MaxRecordBytes) return null;
            all.Append(piece);
        }

        return all?.ToString() ?? first;
    }

    private string? TakePiece()
    {
        SkipBlanks();
        string? piece = _at >= _end ? null : _text[_at] switch
        {
            '{' => TakeDelimited('}'),
            '"' => TakeDelimited('"'),
            _ => TakeNumberOrMacro(),
        };
        _characters += piece?.Length ?? 0;
        return piece;
    }

    /// <summary>Takes what stands up to the closing character outside of all braces; null, at the end of the entry, when there is none.</summary>
    private string? TakeDelimited(char close)
    {
        int depth = 0;
        for (int i = _at + 1; i < _end; i++)
        {
            char c = _text[i];
            if (c == close && depth == 0)
            {
                string content = _text[(_at + 1)..i];
                _at = i + 1;
                return content;
            }

            if (c == '{') depth++;
            else if (c == '}') depth--;
        }

        // Where it should have ended cannot be told, and looking again from each line would take for ever in a hostile entry.
        _at = _end;
        return null;
    }

    private string? TakeNumberOrMacro()
    {
        string token = TakeWhile(IsNameCharacter);
        if (token.Length == 0) return null;
        if (token.All(char.IsAsciiDigit)) return token;
        if (_macros.ValueOf(token) is { } value) return value;
        _faults++;
        context.Report(SourceDiagnostics.UndefinedMacro(context.File, _line, token));
        return token;
    }

    /// <summary>Goes to the end of the line or the next comma, whichever comes first, and at least one character on.</summary>
    private void SkipBrokenField()
    {
        int end = _at < _end ? _text.IndexOfAny([',', '\n'], _at, _end - _at) : -1;
        _at = end < 0 ? _end : end + 1;
    }

    private bool SkipBlanksAndCommas()
    {
        while (_at < _end && (char.IsWhiteSpace(_text[_at]) || _text[_at] == ',')) _at++;
        return _at < _end;
    }

    private void SkipBlanks()
    {
        while (_at < _end && char.IsWhiteSpace(_text[_at])) _at++;
    }

    private string TakeWhile(Func<char, bool> belongs)
    {
        int start = _at;
        while (_at < _end && belongs(_text[_at])) _at++;
        return _text[start.._at];
    }

    private void Report(string reason)
    {
        _faults++;
        context.Report(SourceDiagnostics.FieldSkipped(context.File, _line, reason));
    }

    private static bool IsNameCharacter(char c) => !char.IsWhiteSpace(c) && c is not (',' or '=' or '#' or '{' or '}' or '"' or '(' or ')');
}
