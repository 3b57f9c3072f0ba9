namespace Papergraph.Rdf;

/// <summary>Base direction of a text in a language (RDF 1.2).</summary>
public enum TextDirection
{
    /// <summary>Left to right, <c>--ltr</c>.</summary>
    LeftToRight,

    /// <summary>Right to left, <c>--rtl</c>.</summary>
    RightToLeft,
}
