using System.Globalization;
using System.Text;
using System.Text.Unicode;
using Papergraph.GraphFiles.Inputs;

namespace Papergraph.GraphFiles.Gml;

internal enum GmlToken
{
    End,
    Key,
    Number,
    Text,
    Open,
    Close,
    Other,
}

/// <summary>Cuts GML into keys, numbers, texts and brackets.</summary>
internal sealed class GmlScanner(Stream input)
{
    private const int MostTokenBytes = 1 << 20;

    private readonly ByteScanner _bytes = new(input);
    private readonly List<byte> _token = [];

    /// <summary>The key, number or text that was read last, without quotes and with its character references resolved.</summary>
    internal string Value { get; private set; } = "";

    /// <summary>The line in which the last token began.</summary>
    internal long Line { get; private set; }

    internal GmlToken Next()
    {
        SkipBlanks();
        (Line, int first) = (_bytes.Line, _bytes.Peek());
        switch (first)
        {
            case -1:
                return GmlToken.End;
            case '[' or ']':
                _bytes.Skip();
                return first == '[' ? GmlToken.Open : GmlToken.Close;
            case '"':
                return ReadText();
            default:
                _token.Clear();
                while (_bytes.Peek() is int next && next > ' ' && next is not ('[' or ']' or '"')) Take(next);
                Value = Decoded();
                return char.IsAsciiLetter((char)first) ? GmlToken.Key
                    : double.TryParse(Value, NumberStyles.Float, CultureInfo.InvariantCulture, out _) ? GmlToken.Number
                    : GmlToken.Other;
        }
    }

    private void SkipBlanks()
    {
        while (true)
        {
            int next = _bytes.Peek();
            if (next is >= 0 and <= ' ') _bytes.Skip();
            else if (next == '#') _bytes.SkipLine();
            else return;
        }
    }

    private GmlToken ReadText()
    {
        _bytes.Skip();
        _token.Clear();
        while (_bytes.Peek() is int next && next != '"')
        {
            if (next < 0) return GmlToken.Other;
            Take(next);
        }

        _bytes.Skip();
        Value = Resolved(Decoded());
        return GmlToken.Text;
    }

    private void Take(int next)
    {
        // What is longer is cut: no id or label is.
        if (_token.Count < MostTokenBytes) _token.Add((byte)next);
        _bytes.Skip();
    }

    /// <summary>GML is ASCII by its definition; files have UTF-8 or Latin-1.</summary>
    private string Decoded()
    {
        byte[] bytes = [.. _token];
        return (Utf8.IsValid(bytes) ? Encoding.UTF8 : Encoding.Latin1).GetString(bytes);
    }

    private static string Resolved(string text)
    {
        int next = text.IndexOf('&', StringComparison.Ordinal);
        if (next < 0) return text;
        StringBuilder resolved = new();
        int at = 0;
        for (; next >= 0; next = text.IndexOf('&', at))
        {
            resolved.Append(text, at, next - at);
            int end = text.IndexOf(';', next);
            string? reference = end < 0 || end - next > 10 ? null : Character(text[(next + 1)..end]);
            resolved.Append(reference ?? "&");
            at = reference is null ? next + 1 : end + 1;
        }

        return resolved.Append(text, at, text.Length - at).ToString();
    }

    private static string? Character(string name) => name switch
    {
        "amp" => "&",
        "quot" => "\"",
        "lt" => "<",
        "gt" => ">",
        "apos" => "'",
        ['#', 'x' or 'X', .. string hex] => OfCode(hex, NumberStyles.AllowHexSpecifier),
        ['#', .. string digits] => OfCode(digits, NumberStyles.None),
        _ => null,
    };

    private static string? OfCode(string digits, NumberStyles style) =>
        int.TryParse(digits, style, CultureInfo.InvariantCulture, out int code) && Rune.IsValid(code) ? new Rune(code).ToString() : null;
}
