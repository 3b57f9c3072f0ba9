using System.Runtime.CompilerServices;
using System.Text;

namespace Papergraph.Store;

/// <summary>What may name a label, a type, a property, an index or a list: any text that is not empty and survives UTF-8.</summary>
internal static class StoredName
{
    public static void ThrowIfUnfit(string name, [CallerArgumentExpression(nameof(name))] string? parameter = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(name, parameter);
        foreach (Rune rune in name.EnumerateRunes())
        {
            if (rune == Rune.ReplacementChar) throw new ArgumentException("A name may not hold lone surrogates or U+FFFD.", parameter);
        }
    }

    /// <summary>What an index or a constraint is over, e.g. <c>(:Paper).id</c>, <c>[:CITES].source</c>; different for different things, as
    /// names that are not plain words stand between backquotes.</summary>
    public static string Target(EntityKind on, string labelOrType, IReadOnlyList<string> properties)
    {
        string of = properties.Count == 1 ? Quoted(properties[0]) : $"({string.Join(", ", properties.Select(Quoted))})";
        return on == EntityKind.Node ? $"(:{Quoted(labelOrType)}).{of}" : $"[:{Quoted(labelOrType)}].{of}";
    }

    private static string Quoted(string name) =>
        name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_') ? name : $"`{name.Replace("`", "``", StringComparison.Ordinal)}`";
}
