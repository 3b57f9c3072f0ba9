using System.Globalization;

namespace Papergraph.Rdf;

/// <summary>The labels of the blank nodes that stand for edges.</summary>
internal sealed class EdgeLabels
{
    public const int Longest = 1 + ContentHash.Digits;

    private readonly ContentHash _hash = new(new MemoryStream());
    private readonly ValueWriter _values;

    public EdgeLabels() => _values = new ValueWriter(_hash.Writer);

    public static ReadOnlySpan<byte> ByNumber(long number, Span<byte> buffer)
    {
        buffer[0] = (byte)'e';
        _ = number.TryFormat(buffer[1..], out int digits, default, CultureInfo.InvariantCulture);
        return buffer[..(digits + 1)];
    }

    /// <summary>Hashes the triples of the edge with a label that stands for the one that is wanted.</summary>
    public ReadOnlySpan<byte> ByContent(
        EdgeView edges, long row, in TermSpan subject, in TermSpan predicate, in TermSpan target, Span<byte> buffer)
    {
        TermSpan any = TermSpan.BlankNode("e"u8);
        _hash.Writer.WriteReifier(any, subject, predicate, target);
        foreach (PropertyView property in edges.Properties) _values.Write(any, property, row);
        buffer[0] = (byte)'e';
        ContentHash.Format(_hash.Take(), buffer[1..]);
        return buffer[..Longest];
    }
}
