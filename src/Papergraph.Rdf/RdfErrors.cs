namespace Papergraph.Rdf;

/// <summary>Every error of this project, one method each.</summary>
internal static class RdfErrors
{
    private const int LongestQuote = 80;

    public static RdfException InvalidIri(string text) => new("PGR001",
        $"'{Shown(text)}' is no IRI: it needs a scheme before its first colon, and may hold no space, control character or any of "
        + "<>\"{}|^`\\; percent-encode those.");

    public static RdfException InvalidBlankNode(string label) => new("PGR002",
        $"'{Shown(label)}' is no label of a blank node: use letters, digits, '_', and '-' or '.' between them.");

    public static RdfException InvalidLanguage(string tag) => new("PGR003",
        $"'{Shown(tag)}' is no language tag: letters, then groups of letters and digits after hyphens, as in en or zh-Hant.");

    public static RdfException InvalidPrefix(string prefix) => new("PGR004",
        $"'{Shown(prefix)}' is no prefix: a letter, then letters, digits and hyphens.");

    public static RdfException InvalidDatatype(string datatype) => new("PGR005",
        $"A literal with the datatype {Shown(datatype)} has a language tag: make it with the tag instead.");

    // One line, whatever the text holds.
    private static string Shown(string text) =>
        string.Concat(text.Take(LongestQuote).Select(c => char.IsControl(c) ? '\uFFFD' : c)) + (text.Length > LongestQuote ? "…" : "");
}
