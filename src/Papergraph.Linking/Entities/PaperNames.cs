using System.Text;
using Papergraph.Corpus;

namespace Papergraph.Linking;

/// <summary>The names that one paper uses: what each surface means where the paper defines its abbreviations.</summary>
/// <remarks>A short form stands for its expansion by itself and as a word of a longer name (<c>CTR prediction</c>); a short form in
/// brackets after its expansion is left out (<c>Click-Through Rate (CTR) prediction</c>). A short form that the paper defines in two
/// ways stands for neither.</remarks>
internal sealed class PaperNames
{
    /// <summary>Long forms by the normal form of the short form.</summary>
    private readonly Dictionary<string, string> _byName = new(StringComparer.Ordinal);

    /// <summary>Long forms by the short form as written, without plural s. Within a name the case must agree: SET is an algorithm, the
    /// set in "training set" is none.</summary>
    private readonly Dictionary<string, string> _byWord = new(StringComparer.Ordinal);

    private readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _bySpan;

    public PaperNames(EntityNames names, PaperText text, PaperExtraction extraction)
    {
        _bySpan = _byWord.GetAlternateLookup<ReadOnlySpan<char>>();
        HashSet<string> ambiguous = new(StringComparer.Ordinal);
        foreach (Abbreviation abbreviation in extraction.Abbreviations)
        {
            string shortForm = text.At(abbreviation.Short), longForm = text.At(abbreviation.Long);
            string key = names.Normal(shortForm), expansion = names.Normal(longForm);
            if (key == expansion) continue;
            Definitions.Add(new Definition(key, expansion, longForm));
            if (!_byName.TryAdd(key, longForm) && names.Normal(_byName[key]) != expansion) ambiguous.Add(key);
            _bySpan.TryAdd(WithoutPlural(shortForm), longForm);
        }

        foreach (string word in _byWord.Keys.Where(w => ambiguous.Contains(names.Normal(w))).ToList()) _byWord.Remove(word);
        foreach (string name in ambiguous) _byName.Remove(name);
    }

    /// <summary>A pair that the paper defines, in normal forms, and the long form as it stands there.</summary>
    public readonly record struct Definition(string Short, string Long, string LongSurface);

    /// <summary>The pairs that the paper defines, ambiguous ones too, in the order of the short forms.</summary>
    public List<Definition> Definitions { get; } = [];

    /// <summary>The surface with its short forms replaced, or null when it has none.</summary>
    /// <param name="surface">A name as it stands in the paper.</param>
    /// <param name="normal">Its normal form.</param>
    public string? Expand(string surface, string normal)
    {
        if (_byName.Count == 0) return null;
        if (_byName.TryGetValue(normal, out string? whole)) return whole;

        if (!surface.Contains(' ', StringComparison.Ordinal)) return null;
        StringBuilder expanded = new();
        bool changed = false;
        foreach (Range range in surface.AsSpan().Split(' '))
        {
            ReadOnlySpan<char> word = surface.AsSpan()[range];
            bool isBracketed = word.Length > 2 && word[0] == '(' && word[^1] == ')' && _bySpan.ContainsKey(WithoutPlural(word[1..^1]));
            bool isShort = _bySpan.TryGetValue(WithoutPlural(word), out string? longForm);
            changed |= isBracketed || isShort;
            if (word.IsEmpty || isBracketed) continue;
            expanded.Append(expanded.Length > 0 ? " " : "").Append(isShort ? longForm : word);
        }

        return changed ? expanded.ToString() : null;
    }

    private static ReadOnlySpan<char> WithoutPlural(ReadOnlySpan<char> word) =>
        word.Length > 2 && word[^1] == 's' && char.IsAsciiLetterUpper(word[^2]) ? word[..^1] : word;
}
