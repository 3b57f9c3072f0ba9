using System.Globalization;

namespace Papergraph.Rdf;

/// <summary>The labels of the blank nodes that stand for edges.</summary>
internal sealed class EdgeLabels
{
    public const int Longest = 1 + ContentHash.Digits;

    private readonly ContentHash _hash = new();

    public static ReadOnlySpan<byte> ByNumber(long number, Span<byte> buffer)
    {
        buffer[0] = (byte)'e';
        _ = number.TryFormat(buffer[1..], out int digits, default, CultureInfo.InvariantCulture);
        return buffer[..(digits + 1)];
    }

    /// <summary>The label made of the triple and the properties.</summary>
    public ReadOnlySpan<byte> ByContent(
        EdgeView edges, long row, in TermSpan subject, in TermSpan target, Span<byte> buffer)
    {
        _hash.Add(edges.Predicate);
        _hash.Add(subject.Value);
        _hash.Add(target.Value);
        _hash.Add(edges.Properties, row);
        buffer[0] = (byte)'e';
        ContentHash.Format(_hash.Take(), buffer[1..]);
        return buffer[..Longest];
    }
}
