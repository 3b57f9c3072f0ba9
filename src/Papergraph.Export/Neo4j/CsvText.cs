using System.Text;
using Papergraph.Core;

namespace Papergraph.Export;

/// <summary>Fields of CSV (RFC 4180): text in quotes, quotes within it doubled.</summary>
internal sealed class CsvText(BufferedOutput output)
{
    /// <summary>Whether any field written so far goes over a line's end.</summary>
    public bool HasLineBreaks { get; private set; }

    public void WriteQuoted(string text) => WriteQuoted(Encoding.UTF8.GetBytes(text));

    public void WriteQuoted(ReadOnlySpan<byte> text)
    {
        output.Write((byte)'"');
        Append(text);
        output.Write((byte)'"');
    }

    /// <summary>The items in one field.</summary>
    public void WriteQuoted(IEnumerable<string> items, char delimiter)
    {
        output.Write((byte)'"');
        bool isFirst = true;
        foreach (string item in items)
        {
            if (!isFirst) output.Write((byte)delimiter);
            Append(Encoding.UTF8.GetBytes(item.Replace(delimiter, '\uFFFD')));
            isFirst = false;
        }

        output.Write((byte)'"');
    }

    private void Append(ReadOnlySpan<byte> text)
    {
        HasLineBreaks |= text.ContainsAny((byte)'\n', (byte)'\r');
        for (int quote = text.IndexOf((byte)'"'); quote >= 0; quote = text.IndexOf((byte)'"'))
        {
            output.Write(text[..(quote + 1)]);
            output.Write((byte)'"');
            text = text[(quote + 1)..];
        }

        output.Write(text);
    }
}
