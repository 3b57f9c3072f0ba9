namespace Papergraph.Rdf;

/// <summary>What a <see cref="TermSpan"/> is.</summary>
public enum TermKind
{
    /// <summary>An IRI.</summary>
    Iri,

    /// <summary>A blank node.</summary>
    BlankNode,

    /// <summary>A literal with a datatype.</summary>
    Literal,

    /// <summary>A text in a language.</summary>
    LanguageText,

    /// <summary>A triple term.</summary>
    TripleTerm,
}
