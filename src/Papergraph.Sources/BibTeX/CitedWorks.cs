using Papergraph.Corpus;
using Papergraph.Sources.Records;

namespace Papergraph.Sources.BibTeX;

/// <summary>The works that an entry cites: <c>Cited-References</c> of Web of Science (one a line), <c>references</c> of Scopus (between
/// semicolons), or lists of keys and identifiers in <c>references</c> or <c>cites</c>.</summary>
internal static class CitedWorks
{
    /// <summary>The fields that this is read from.</summary>
    internal static readonly string[] Fields = ["references", "cites", "cited-references", "cited_references"];

    /// <summary>The references in order.</summary>
    /// <param name="entry">The citing entry.</param>
    /// <param name="find">The reference to the entry that a key means, or null.</param>
    internal static IEnumerable<CitedReference> Read(BibTeXEntry entry, Func<string, CitedReference?> find)
    {
        foreach (string field in Fields)
        {
            if (entry[field] is not { } value) continue;
            string text = LatexText.Plain(value);
            IEnumerable<CitedReference> references =
                IsWebOfScience(field) ? Lines(text).Select(ReferenceText.WebOfScience)
                : IsKeyList(text) ? Words(text).Select(word => find(word) ?? ReferenceText.KeyOrPrinted(word))
                : Printed(text).Select(ReferenceText.Scopus);
            foreach (CitedReference reference in references) yield return reference;
        }
    }

    /// <summary>Keys of entries that are cited.</summary>
    internal static IEnumerable<string> Keys(BibTeXEntry entry) =>
        from field in Fields
        where !IsWebOfScience(field) && entry[field] is not null
        let text = LatexText.Plain(entry[field]!)
        where IsKeyList(text)
        from word in Words(text)
        where Identifier.Parse(word) is { Scheme: IdentifierScheme.Local }
        select word;

    private static bool IsWebOfScience(string field) => field.StartsWith("cited", StringComparison.Ordinal);

    /// <summary>Whether a list is one of single words, as no printed reference is.</summary>
    private static bool IsKeyList(string text) =>
        text.Split([',', ';', '\n'], StringSplitOptions.TrimEntries).All(word => !word.Any(char.IsWhiteSpace));

    private static string[] Words(string text) => text.Split([',', ';', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static IEnumerable<string> Lines(string text) =>
        text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(line => line.TrimEnd('.'));

    private static string[] Printed(string text) =>
        text.Replace(";\n", "; ", StringComparison.Ordinal).Split("; ", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
