using System.Buffers;
using System.Diagnostics;
using System.Text;
using Papergraph.Core;

namespace Papergraph.Rdf;

/// <summary>Holds the bytes of one term made from a <see cref="RdfTerm"/> until the next one is encoded.</summary>
internal sealed class TermScratch
{
    private readonly ArrayBufferWriter<byte> _bytes = new();

    public TermSpan Encode(RdfTerm term)
    {
        _bytes.ResetWrittenCount();
        switch (term)
        {
            case Iri iri:
                return TermSpan.Iri(Append(iri.Value));
            case BlankNode blank:
                return TermSpan.BlankNode(Append(blank.Label));
            case Literal { Language: { } language } text:
                int length = Append(text.Text).Length;
                Append(language);
                if (text.Direction is { } direction) Append(direction == TextDirection.LeftToRight ? "--ltr" : "--rtl");
                return TermSpan.LanguageText(_bytes.WrittenSpan[..length], _bytes.WrittenSpan[length..]);
            case Literal literal:
                int end = Append(literal.Text).Length;
                bool isString = literal.Datatype.Value == Namespaces.Xsd + "string";
                if (!isString) Append(literal.Datatype.Value);
                return TermSpan.Literal(_bytes.WrittenSpan[..end], _bytes.WrittenSpan[end..]);
            case TripleTerm { Triple: var triple }:
                using (MemoryStream encoded = new())
                using (BufferedOutput output = new(encoded))
                {
                    TermScratch subject = new(), predicate = new(), obj = new();
                    TermEncoder.WriteTripleTerm(
                        output, subject.Encode(triple.Subject), predicate.Encode(triple.Predicate), obj.Encode(triple.Object));
                    output.Flush();
                    _bytes.Write(encoded.GetBuffer().AsSpan(0, (int)encoded.Length));
                }

                return TermSpan.TripleTerm(_bytes.WrittenSpan);
            default:
                throw new UnreachableException();
        }
    }

    private ReadOnlySpan<byte> Append(string text)
    {
        Encoding.UTF8.GetBytes(text, _bytes);
        return _bytes.WrittenSpan;
    }
}
