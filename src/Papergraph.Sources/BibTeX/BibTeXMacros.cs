namespace Papergraph.Sources.BibTeX;

/// <summary>The abbreviations that a database defines with <c>@string</c>, and the names of the months, which every style defines.</summary>
/// <param name="mostCharacters">Characters that all definitions together may hold.</param>
internal sealed class BibTeXMacros(long mostCharacters)
{
    private const int MostMacros = 100_000;

    /// <summary>Months stand for themselves here: their names depend on a style, their meaning does not.</summary>
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    private readonly Dictionary<string, string> _values = Months.ToDictionary(m => m, StringComparer.OrdinalIgnoreCase);
    private long _characters;

    /// <summary>Defines or redefines a macro.</summary>
    /// <returns>Whether there was room for it.</returns>
    internal bool Define(string name, string value)
    {
        if (_values.Count >= MostMacros || _characters + name.Length + value.Length > mostCharacters) return false;
        _characters += name.Length + value.Length;
        _values[name] = value;
        return true;
    }

    internal string? ValueOf(string name) => _values.GetValueOrDefault(name);
}
