using System.Text;
using Papergraph.Core;

namespace Papergraph.Rdf;

/// <summary>Terms in the short forms of Turtle: prefixed names, <c>a</c>, bare numbers and truth values.</summary>
internal sealed class TurtleTermEncoder
{
    private readonly BufferedOutput _output;
    private readonly (byte[] Name, byte[] Namespace)[] _prefixes;

    public TurtleTermEncoder(BufferedOutput output, IReadOnlyList<TurtlePrefix> prefixes)
    {
        _output = output;
        // Longest first: a namespace within another one is the better match.
        _prefixes =
        [
            .. prefixes.OrderByDescending(p => p.Namespace.Value.Length)
                .Select(p => (Encoding.UTF8.GetBytes(p.Name + ":"), Encoding.UTF8.GetBytes(p.Namespace.Value))),
        ];
    }

    public void WritePredicate(in TermSpan predicate)
    {
        if (predicate.Value.SequenceEqual("http://www.w3.org/1999/02/22-rdf-syntax-ns#type"u8)) _output.Write((byte)'a');
        else WriteIri(predicate.Value);
    }

    public void Write(in TermSpan term)
    {
        if (term.Kind == TermKind.Iri)
        {
            WriteIri(term.Value);
        }
        else if (term.Kind == TermKind.Literal && !term.Tag.IsEmpty)
        {
            if (IsBare(term.Value, term.Tag))
            {
                _output.Write(term.Value);
                return;
            }

            TermEncoder.WriteString(_output, term.Value);
            _output.Write("^^"u8);
            WriteIri(term.Tag);
        }
        else
        {
            TermEncoder.Write(_output, term);
        }
    }

    private void WriteIri(ReadOnlySpan<byte> iri)
    {
        foreach ((byte[] name, byte[] start) in _prefixes)
        {
            if (!iri.StartsWith(start) || !IsLocalName(iri[start.Length..])) continue;
            _output.Write(name);
            _output.Write(iri[start.Length..]);
            return;
        }

        TermEncoder.WriteIri(_output, iri);
    }

    // A part of PN_LOCAL that needs no escapes: ASCII letters, digits, '_', ':', %HH, and '-' and '.' where they may stand.
    private static bool IsLocalName(ReadOnlySpan<byte> name)
    {
        if (name.IsEmpty) return true;
        if (name[0] is (byte)'-' or (byte)'.' || name[^1] == '.') return false;
        for (int i = 0; i < name.Length; i++)
        {
            byte c = name[i];
            if (char.IsAsciiLetterOrDigit((char)c) || c is (byte)'_' or (byte)':' or (byte)'-' or (byte)'.') continue;
            bool isEncoded = c == '%' && i + 2 < name.Length
                && char.IsAsciiHexDigit((char)name[i + 1]) && char.IsAsciiHexDigit((char)name[i + 2]);
            if (!isEncoded) return false;
        }

        return true;
    }

    // Whether the lexical form alone reads back as this datatype: INTEGER, DOUBLE and BooleanLiteral of the grammar.
    private static bool IsBare(ReadOnlySpan<byte> text, ReadOnlySpan<byte> datatype)
    {
        if (datatype.SequenceEqual("http://www.w3.org/2001/XMLSchema#integer"u8)) return IsInteger(text);
        if (datatype.SequenceEqual("http://www.w3.org/2001/XMLSchema#boolean"u8))
            return text.SequenceEqual("true"u8) || text.SequenceEqual("false"u8);
        if (!datatype.SequenceEqual("http://www.w3.org/2001/XMLSchema#double"u8)) return false;
        int exponent = text.IndexOfAny((byte)'e', (byte)'E'), point = text.IndexOf((byte)'.');
        return exponent > 0 && point > 0 && point < exponent && IsInteger(text[..point])
            && !text[(point + 1)..exponent].ContainsAnyExceptInRange((byte)'0', (byte)'9') && IsInteger(text[(exponent + 1)..]);
    }

    private static bool IsInteger(ReadOnlySpan<byte> text)
    {
        if (!text.IsEmpty && text[0] is (byte)'+' or (byte)'-') text = text[1..];
        return !text.IsEmpty && !text.ContainsAnyExceptInRange((byte)'0', (byte)'9');
    }
}
