namespace Papergraph.Sources.BibTeX;

/// <summary>One entry with its macros resolved and its LaTeX as written.</summary>
/// <param name="Type">In lower case: <c>article</c>.</param>
/// <param name="Key">The entry's key, or null.</param>
/// <param name="Fields">Values by name in lower case.</param>
/// <param name="Line">1-based line on which it begins.</param>
internal sealed record BibTeXEntry(string Type, string? Key, IReadOnlyDictionary<string, string> Fields, long Line)
{
    /// <summary>The value of a field, or null when it is absent or blank.</summary>
    internal string? this[string field] => Fields.TryGetValue(field, out string? value) && !string.IsNullOrWhiteSpace(value) ? value : null;

    /// <summary>Keys of a list such as that of <c>xdata</c>.</summary>
    internal IEnumerable<string> Keys(string field) =>
        (this[field] ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
