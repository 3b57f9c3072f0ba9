using System.Buffers;
using System.Text;
using Papergraph.Corpus;

namespace Papergraph.Extraction;

/// <summary>Says what the short forms that a paper defines stand for, wherever they occur: alone, in the plural, in a compound.</summary>
/// <remarks>Made in time linear in the pairs, asked in time linear in the surface. A short form that is defined twice stands for its first
/// long form.</remarks>
internal sealed class AbbreviationLinks
{
    private static readonly SearchValues<char> Ends = SearchValues.Create(" -/()[]");

    private readonly Dictionary<string, string> _longForms = new(StringComparer.Ordinal);

    public AbbreviationLinks(PaperText text, IReadOnlyList<Abbreviation> pairs)
    {
        foreach (Abbreviation pair in pairs) _longForms.TryAdd(text.At(pair.Short), text.At(pair.Long));
    }

    /// <summary>The long form of a surface that is a short form or its singular or plural, as the paper spells it, or null.</summary>
    public string? LongForm(ReadOnlySpan<char> surface)
    {
        var byShort = _longForms.GetAlternateLookup<ReadOnlySpan<char>>();
        if (byShort.TryGetValue(surface, out string? found)) return found;
        if (surface.Length > 2 && surface[^1] == 's' && byShort.TryGetValue(surface[..^1], out found)) return found;
        if (surface.Length is < 2 or > ShortForm.Longest || !char.IsUpper(surface[^1])) return null;
        return byShort.TryGetValue([.. surface, 's'], out found) ? found : null;
    }

    /// <summary>The surface with every short form in it written out, or null when there is none: <c>TFM-based maps</c> becomes <c>tidal
    /// flat mapping-based maps</c>. A short form ends at a space, a hyphen, a slash or a bracket.</summary>
    public string? Expand(ReadOnlySpan<char> surface)
    {
        if (LongForm(surface) is { } whole) return whole;
        StringBuilder? expanded = null;
        int copied = 0;
        for (int start = 0; start < surface.Length; start++)
        {
            int length = surface[start..].IndexOfAny(Ends);
            int end = length < 0 ? surface.Length : start + length;
            if (LongForm(surface[start..end]) is { } longForm)
            {
                (expanded ??= new StringBuilder()).Append(surface[copied..start]).Append(longForm);
                copied = end;
            }

            start = end;
        }

        return expanded?.Append(surface[copied..]).ToString();
    }

    /// <summary>Whether two surfaces are the same, or name the same long form.</summary>
    public bool AreOne(ReadOnlySpan<char> a, ReadOnlySpan<char> b) => Canonical(a).SequenceEqual(Canonical(b));

    private ReadOnlySpan<char> Canonical(ReadOnlySpan<char> surface) => LongForm(surface) ?? surface;
}
