using Papergraph.Corpus;

namespace Papergraph.Linking;

/// <summary>Every surface once, with its normal form; both numbered in the order in which they come.</summary>
/// <remarks>A name is a type and a normal form in one number, so that whatever is known of names lies in arrays.</remarks>
internal sealed class SurfaceTable
{
    /// <summary>Number of entity types.</summary>
    public const int Types = 5;

    private readonly EntityNames _names;
    private readonly Dictionary<string, int> _surfaces = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _bySpan;
    private readonly List<string> _texts = [];
    private readonly List<int> _normalOf = [];
    private readonly Dictionary<string, int> _normals = new(StringComparer.Ordinal);
    private readonly List<string> _normalTexts = [];

    public SurfaceTable(EntityNames names)
    {
        _names = names;
        _bySpan = _surfaces.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Number of surfaces; they are 0 to this.</summary>
    public int Count => _texts.Count;

    /// <summary>One more than the greatest name so far.</summary>
    public int Names => _normalTexts.Count * Types;

    /// <summary>The number of a surface.</summary>
    public int Add(ReadOnlySpan<char> surface)
    {
        if (_bySpan.TryGetValue(surface, out int known)) return known;
        string text = surface.ToString();
        _surfaces.Add(text, _texts.Count);
        _texts.Add(text);
        string normal = _names.Normal(text);
        _normalOf.Add(AddNormal(normal == text ? text : normal));   // one string where both are the same
        return _texts.Count - 1;
    }

    /// <summary>The name of a normal form in a type.</summary>
    public int Name(string normal, EntityType type) => (AddNormal(normal) * Types) + (int)type;

    /// <summary>The name that a surface has by itself in a type.</summary>
    public int NameOf(int surface, EntityType type) => (_normalOf[surface] * Types) + (int)type;

    /// <summary>The surfaces, by number.</summary>
    public IReadOnlyList<string> Texts => _texts;

    public string Text(int surface) => _texts[surface];

    public string NormalText(int surface) => _normalTexts[_normalOf[surface]];

    public static EntityType TypeOf(int name) => (EntityType)(name % Types);

    public string NormalOfName(int name) => _normalTexts[name / Types];

    private int AddNormal(string normal)
    {
        if (_normals.TryGetValue(normal, out int known)) return known;
        _normals.Add(normal, _normalTexts.Count);
        _normalTexts.Add(normal);
        return _normalTexts.Count - 1;
    }
}
