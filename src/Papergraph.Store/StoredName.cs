using System.Runtime.CompilerServices;
using System.Text;

namespace Papergraph.Store;

/// <summary>What may name a label, a type, a property, an index or a list: any text that is not empty, not too
/// long, and survives UTF-8.</summary>
internal static class StoredName
{
    /// <summary>Most UTF-16 code units of a name.</summary>
    public const int MaxLength = 1 << 14;

    public static void ThrowIfUnfit(string name, [CallerArgumentExpression(nameof(name))] string? parameter = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(name, parameter);
        if (name.Length > MaxLength) throw new ArgumentException($"A name has at most {MaxLength} characters.", parameter);
        if (!IsFit(name)) throw new ArgumentException("A name may not hold lone surrogates or U+FFFD.", parameter);
    }

    public static bool IsFit(string name)
    {
        if (name.Length is 0 or > MaxLength) return false;
        foreach (Rune rune in name.EnumerateRunes())
        {
            if (rune == Rune.ReplacementChar) return false;
        }

        return true;
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
