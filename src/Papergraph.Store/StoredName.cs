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
}
