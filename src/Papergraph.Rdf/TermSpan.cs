namespace Papergraph.Rdf;

/// <summary>A term as spans of UTF-8 that the caller holds, for <see cref="TripleWriter"/> to write without an object a term.</summary>
public readonly ref struct TermSpan
{
    private TermSpan(TermKind kind, ReadOnlySpan<byte> value, ReadOnlySpan<byte> tag = default)
    {
        Kind = kind;
        Value = value;
        Tag = tag;
    }

    /// <summary>What it is.</summary>
    public TermKind Kind { get; }

    /// <summary>The IRI, the label without <c>_:</c>, the lexical form, or the triple term in N-Triples.</summary>
    public ReadOnlySpan<byte> Value { get; }

    /// <summary>Of a literal the datatype's IRI, empty for <c>xsd:string</c>; of a text its language with <c>--ltr</c> or
    /// <c>--rtl</c> behind it where it has a direction; else empty.</summary>
    public ReadOnlySpan<byte> Tag { get; }

    /// <summary>An absolute IRI; the writer refuses characters that no IRI has.</summary>
    public static TermSpan Iri(ReadOnlySpan<byte> value) => new(TermKind.Iri, value);

    /// <summary>A blank node with a label as <see cref="Rdf.BlankNode"/> takes it.</summary>
    public static TermSpan BlankNode(ReadOnlySpan<byte> label) => new(TermKind.BlankNode, label);

    /// <summary>A literal.</summary>
    /// <param name="text">The lexical form, valid UTF-8.</param>
    /// <param name="datatype">The IRI of the datatype; empty for <c>xsd:string</c>.</param>
    public static TermSpan Literal(ReadOnlySpan<byte> text, ReadOnlySpan<byte> datatype = default) => new(TermKind.Literal, text, datatype);

    /// <summary>A text in a language.</summary>
    /// <param name="text">The text, valid UTF-8.</param>
    /// <param name="tag">The language tag in lower case, <c>--ltr</c> or <c>--rtl</c> behind it where there is a direction.</param>
    public static TermSpan LanguageText(ReadOnlySpan<byte> text, ReadOnlySpan<byte> tag) => new(TermKind.LanguageText, text, tag);

    /// <summary>A triple term that is encoded already: <c>&lt;&lt;( s p o )&gt;&gt;</c> in N-Triples.</summary>
    internal static TermSpan TripleTerm(ReadOnlySpan<byte> encoded) => new(TermKind.TripleTerm, encoded);
}
