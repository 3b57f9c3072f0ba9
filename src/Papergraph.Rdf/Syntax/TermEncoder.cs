using System.Buffers;
using System.Text;
using Papergraph.Core;

namespace Papergraph.Rdf;

/// <summary>Terms in the canonical form of N-Triples (RDF 1.2 N-Triples §4, https://www.w3.org/TR/rdf12-n-triples/#canonical-ntriples);
/// every one is valid Turtle as well.</summary>
internal static class TermEncoder
{
    private static readonly SearchValues<byte> NotInIris =
        SearchValues.Create([.. Enumerable.Range(0, 0x21).Select(c => (byte)c), .. "<>\"{}|^`\\"u8]);

    // 0xEF begins U+FFFE and U+FFFF, which are no characters of XML and so are written as escapes.
    private static readonly SearchValues<byte> Suspicious =
        SearchValues.Create([.. Enumerable.Range(0, 0x20).Select(c => (byte)c), (byte)'"', (byte)'\\', 0x7F, 0xEF]);

    public static void Write(BufferedOutput output, in TermSpan term)
    {
        switch (term.Kind)
        {
            case TermKind.Iri:
                WriteIri(output, term.Value);
                break;
            case TermKind.BlankNode:
                output.Write("_:"u8);
                output.Write(term.Value);
                break;
            case TermKind.Literal:
                WriteString(output, term.Value);
                if (term.Tag.IsEmpty) break;
                output.Write("^^"u8);
                WriteIri(output, term.Tag);
                break;
            case TermKind.LanguageText:
                WriteString(output, term.Value);
                output.Write((byte)'@');
                output.Write(term.Tag);
                break;
            default:
                output.Write(term.Value);
                break;
        }
    }

    /// <summary>The triple between the brackets of a triple term.</summary>
    public static void WriteTripleTerm(BufferedOutput output, in TermSpan subject, in TermSpan predicate, in TermSpan obj)
    {
        output.Write("<<( "u8);
        Write(output, subject);
        output.Write((byte)' ');
        Write(output, predicate);
        output.Write((byte)' ');
        Write(output, obj);
        output.Write(" )>>"u8);
    }

    public static void WriteIri(BufferedOutput output, ReadOnlySpan<byte> iri)
    {
        if (iri.ContainsAny(NotInIris)) throw RdfErrors.InvalidIri(Encoding.UTF8.GetString(iri));
        output.Write((byte)'<');
        output.Write(iri);
        output.Write((byte)'>');
    }

    public static void WriteString(BufferedOutput output, ReadOnlySpan<byte> text)
    {
        output.Write((byte)'"');
        while (true)
        {
            int at = text.IndexOfAny(Suspicious);
            if (at < 0) break;
            output.Write(text[..at]);
            text = text[(at + WriteEscaped(output, text[at..]))..];
        }

        output.Write(text);
        output.Write((byte)'"');
    }

    // Returns how many bytes of the text were written.
    private static int WriteEscaped(BufferedOutput output, ReadOnlySpan<byte> text)
    {
        if (text[0] == 0xEF)
        {
            bool isNoCharacter = text.Length >= 3 && text[1] == 0xBF && text[2] is 0xBE or 0xBF;
            if (isNoCharacter) output.Write(text[2] == 0xBE ? "\\uFFFE"u8 : "\\uFFFF"u8);
            else output.Write(text[0]);
            return isNoCharacter ? 3 : 1;
        }

        ReadOnlySpan<byte> escape = text[0] switch
        {
            (byte)'\b' => "\\b"u8,
            (byte)'\t' => "\\t"u8,
            (byte)'\n' => "\\n"u8,
            (byte)'\f' => "\\f"u8,
            (byte)'\r' => "\\r"u8,
            (byte)'"' => "\\\""u8,
            (byte)'\\' => "\\\\"u8,
            _ => default,
        };
        output.Write(escape);
        if (escape.IsEmpty)
        {
            output.Write("\\u00"u8);
            output.Write("0123456789ABCDEF"u8[text[0] >> 4]);
            output.Write("0123456789ABCDEF"u8[text[0] & 15]);
        }

        return 1;
    }
}
