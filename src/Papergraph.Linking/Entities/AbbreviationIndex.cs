namespace Papergraph.Linking;

/// <summary>What short forms mean in all papers together, per type.</summary>
/// <remarks>A short form that its paper does not define means the expansion on which all definitions in the corpus agree. A name that is
/// itself the expansion of something is never taken for a short form. So nothing is sent to what is sent on, and two expansions of one
/// short form can never become one entity.</remarks>
internal sealed class AbbreviationIndex
{
    private const int Ambiguous = -1;

    private readonly Dictionary<int, int> _longOf = [];
    private readonly HashSet<int> _longForms = [];

    /// <summary>Records that a paper defines one name as short for another of the same type.</summary>
    public void Define(int shortName, int longName)
    {
        if (!_longOf.TryAdd(shortName, longName) && _longOf[shortName] != longName) _longOf[shortName] = Ambiguous;
        _longForms.Add(longName);
    }

    /// <summary>What the name means where its paper does not say: an expansion, or the name itself.</summary>
    public int Meaning(int name) =>
        _longOf.TryGetValue(name, out int longName) && longName != Ambiguous && !_longForms.Contains(name) ? longName : name;
}
