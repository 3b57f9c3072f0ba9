using System.Text.RegularExpressions;

namespace Papergraph.Rdf;

/// <summary>A literal: a text with a datatype, or a text in a language.</summary>
/// <remarks>Literals compare as terms, not as values: <c>"1"^^xsd:integer</c> and <c>"01"^^xsd:integer</c> differ.</remarks>
public sealed partial record Literal : RdfTerm
{
    /// <summary>Makes a literal of a datatype.</summary>
    /// <param name="text">The lexical form. A lone surrogate is written as U+FFFD.</param>
    /// <param name="datatype">The datatype, or null for <c>xsd:string</c>.</param>
    /// <exception cref="RdfException">The datatype is one of those that texts in a language have.</exception>
    public Literal(string text, Iri? datatype = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        Text = text;
        Datatype = datatype ?? XsdString;
        if (Datatype == LangString || Datatype == DirLangString) throw RdfErrors.InvalidDatatype(Datatype.Value);
    }

    /// <summary>Makes a text in a language.</summary>
    /// <param name="text">The text. A lone surrogate is written as U+FFFD.</param>
    /// <param name="language">A language tag (BCP 47); kept in lower case, since tags that differ in case only are the same.</param>
    /// <param name="direction">The base direction, or null for none.</param>
    /// <exception cref="RdfException">The tag is malformed.</exception>
    public Literal(string text, string language, TextDirection? direction = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(language);
        if (!LanguageForm().IsMatch(language)) throw RdfErrors.InvalidLanguage(language);
        Text = text;
        Language = language.ToLowerInvariant();
        Direction = direction;
        Datatype = direction is null ? LangString : DirLangString;
    }

    private static Iri XsdString { get; } = new(Namespaces.Xsd + "string");

    private static Iri LangString { get; } = new(Namespaces.Rdf + "langString");

    private static Iri DirLangString { get; } = new(Namespaces.Rdf + "dirLangString");

    /// <summary>The lexical form.</summary>
    public string Text { get; }

    /// <summary>The datatype; <c>rdf:langString</c> or <c>rdf:dirLangString</c> when there is a language.</summary>
    public Iri Datatype { get; }

    /// <summary>The language tag in lower case, or null.</summary>
    public string? Language { get; }

    /// <summary>The base direction, or null.</summary>
    public TextDirection? Direction { get; }

    [GeneratedRegex(@"^[A-Za-z]+(-[A-Za-z0-9]+)*\z", RegexOptions.CultureInvariant)]
    private static partial Regex LanguageForm();
}
