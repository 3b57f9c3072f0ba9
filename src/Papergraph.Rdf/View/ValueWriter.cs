using System.Diagnostics;
using System.Globalization;
using System.Text;
using Papergraph.Store;

namespace Papergraph.Rdf;

/// <summary>Writes the values of properties as triples: canonical lexical forms, no object a value for the types without lists.</summary>
internal sealed class ValueWriter(TripleWriter writer)
{
    private byte[] _iri = new byte[256];

    /// <summary>Writes the value of a row, if it has one, as the subject's.</summary>
    public void Write(in TermSpan subject, PropertyView property, long row)
    {
        if (property.Column.IsNull(row)) return;
        TermSpan predicate = TermSpan.Iri(property.Predicate);
        if (property.NodesOf is { } start)
        {
            writer.Write(subject, predicate, TermSpan.Iri(NodeNames.NodeIri(start, property.Column, row, ref _iri)));
            return;
        }

        switch (property.Column)
        {
            case StringColumn texts:
                writer.Write(subject, predicate, TermSpan.Literal(texts.Utf8(row)));
                break;
            case Int64Column numbers:
                Write(subject, predicate, numbers[row]!.Value);
                break;
            case DoubleColumn numbers:
                Write(subject, predicate, numbers[row]!.Value);
                break;
            case BooleanColumn truths:
                Write(subject, predicate, truths[row]!.Value);
                break;
            case DateColumn dates:
                WriteAscii(subject, predicate, dates[row]!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                    "http://www.w3.org/2001/XMLSchema#date"u8);
                break;
            case DateTimeColumn times:
                WriteAscii(subject, predicate, XsdForms.DateTime(times[row]!.Value), "http://www.w3.org/2001/XMLSchema#dateTime"u8);
                break;
            case StringListColumn lists:
                foreach (string item in lists[row]!.Distinct(StringComparer.Ordinal))
                    writer.Write(subject, predicate, TermSpan.Literal(Encoding.UTF8.GetBytes(item)));
                break;
            case Int64ListColumn lists:
                foreach (long item in lists[row]!.Distinct()) Write(subject, predicate, item);
                break;
            case DoubleListColumn lists:
                // By bits: 0 and -0 are equal numbers and different literals.
                foreach (double item in lists[row]!.DistinctBy(BitConverter.DoubleToInt64Bits)) Write(subject, predicate, item);
                break;
            case BooleanListColumn lists:
                foreach (bool item in lists[row]!.Distinct()) Write(subject, predicate, item);
                break;
            default:
                throw new UnreachableException();
        }
    }

    private void Write(in TermSpan subject, in TermSpan predicate, long value)
    {
        Span<byte> text = stackalloc byte[20];
        _ = value.TryFormat(text, out int length, default, CultureInfo.InvariantCulture);
        writer.Write(subject, predicate, TermSpan.Literal(text[..length], "http://www.w3.org/2001/XMLSchema#integer"u8));
    }

    private void Write(in TermSpan subject, in TermSpan predicate, double value)
    {
        Span<byte> text = stackalloc byte[XsdForms.LongestDouble];
        int length = XsdForms.Double(value, text);
        writer.Write(subject, predicate, TermSpan.Literal(text[..length], "http://www.w3.org/2001/XMLSchema#double"u8));
    }

    private void Write(in TermSpan subject, in TermSpan predicate, bool value) =>
        writer.Write(subject, predicate, TermSpan.Literal(value ? "true"u8 : "false"u8, "http://www.w3.org/2001/XMLSchema#boolean"u8));

    private void WriteAscii(in TermSpan subject, in TermSpan predicate, string text, ReadOnlySpan<byte> datatype)
    {
        Span<byte> ascii = stackalloc byte[text.Length];
        Encoding.ASCII.GetBytes(text, ascii);
        writer.Write(subject, predicate, TermSpan.Literal(ascii, datatype));
    }
}
