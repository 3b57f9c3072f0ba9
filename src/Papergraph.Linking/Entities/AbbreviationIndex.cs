using System.Runtime.InteropServices;

namespace Papergraph.Linking;

/// <summary>What short forms mean in all papers together, per type.</summary>
/// <remarks>A short form that its paper does not define means the expansion on which nine of ten definitions in the corpus agree, counted
/// once a paper and expansion; where there are fewer than ten, that is all of them. A name that is itself the expansion of something is
/// never taken for a short form. So nothing is sent to what is sent on, and two expansions of one short form can never become one
/// entity.</remarks>
internal sealed class AbbreviationIndex
{
    private readonly Dictionary<(int Short, int Long), Count> _counts = [];
    private readonly Dictionary<int, Definitions> _definitions = [];
    private readonly HashSet<int> _longForms = [];
    private readonly HashSet<int> _terms = [];

    private record struct Count(int Papers, int LastPaper);

    /// <summary>All definitions of a short form, and how many of them give the expansion that most papers give.</summary>
    private record struct Definitions(int All, int Most, int Expansion);

    /// <summary>Records that a paper defines one name as short for another of the same type. Papers come in ascending order.</summary>
    public void Define(int paper, int shortName, int longName)
    {
        _terms.Add(longName);
        Expand(paper, shortName, longName);
    }

    /// <summary>Records that a paper's definitions turn a name that holds a short form into another of the same type.</summary>
    public void Expand(int paper, int name, int expansion)
    {
        _longForms.Add(expansion);
        ref Count count = ref CollectionsMarshal.GetValueRefOrAddDefault(_counts, (name, expansion), out bool exists);
        if (exists && count.LastPaper == paper) return;
        count = new Count(count.Papers + 1, paper);
        ref Definitions definitions = ref CollectionsMarshal.GetValueRefOrAddDefault(_definitions, name, out _);
        definitions.All++;
        if (count.Papers > definitions.Most) (definitions.Most, definitions.Expansion) = (count.Papers, expansion);
    }

    /// <summary>Whether papers define a short form for just this name, so that it is itself the long form.</summary>
    public bool IsLongForm(int name) => _terms.Contains(name);

    /// <summary>What the name means where its paper does not say: an expansion, or the name itself.</summary>
    public int Meaning(int name) =>
        _definitions.TryGetValue(name, out Definitions found) && 10L * found.Most >= 9L * found.All && !_longForms.Contains(name)
            ? found.Expansion : name;

    /// <summary>Whether all definitions of a short form agree.</summary>
    public bool IsUndisputed(int name) => _definitions[name] is var found && found.Most == found.All;
}
