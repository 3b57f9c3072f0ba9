using Papergraph.Core;
using Papergraph.Corpus;

namespace Papergraph.Linking;

/// <summary>The entities behind the names of a corpus: numbers, display names, aliases and the decisions that led there.</summary>
internal sealed class EntityCatalog
{
    private const int None = -1;

    private readonly SurfaceTable _surfaces;
    private readonly Singular _singular = new();

    /// <summary>Entity of each name, or None; the name that each entity is called by; how each entity is written.</summary>
    private readonly int[] _entityOf;
    private readonly List<int> _nameOf;
    private readonly List<Use>[] _uses;

    private EntityCatalog(SurfaceTable surfaces, int[] entityOf, List<int> nameOf)
    {
        _surfaces = surfaces;
        _entityOf = entityOf;
        _nameOf = nameOf;
        _uses = [.. nameOf.Select(_ => new List<Use>(1))];
    }

    /// <summary>How a surface came to an entity, in the order in which the rules are logged.</summary>
    private enum Way
    {
        OwnName,
        DefinedByPaper,
        DefinedByCorpus,
    }

    private readonly record struct Use(string Surface, Way Way, int Count);

    public static EntityCatalog Build(
        SurfaceTable surfaces, AbbreviationIndex abbreviations, Dictionary<(int Surface, int Name), int> uses)
    {
        int[] entityOf = new int[surfaces.Names];
        Array.Fill(entityOf, None);
        List<int> used = [.. uses.Keys.Select(u => abbreviations.Meaning(u.Name)).Distinct()];
        string[] ids = [.. used.Select(n => Id(surfaces, n))];
        int[] order = [.. Enumerable.Range(0, ids.Length)];
        Array.Sort(ids, order, StringComparer.Ordinal);
        List<int> nameOf = [.. order.Select(i => used[i])];
        for (int entity = 0; entity < nameOf.Count; entity++) entityOf[nameOf[entity]] = entity;

        EntityCatalog catalog = new(surfaces, entityOf, nameOf);
        foreach (((int surface, int name), int count) in uses)
        {
            int meaning = abbreviations.Meaning(name);
            entityOf[name] = entityOf[meaning];
            Way way = meaning != name ? Way.DefinedByCorpus
                : surfaces.NameOf(surface, SurfaceTable.TypeOf(name)) != name ? Way.DefinedByPaper
                : Way.OwnName;
            catalog._uses[entityOf[meaning]].Add(new Use(surfaces.Text(surface), way, count));
        }

        catalog.AddUnusedLongForms();
        foreach (List<Use> written in catalog._uses) written.Sort(Compare);
        return catalog;
    }

    /// <summary>The entity of a name that some mention has.</summary>
    public int EntityOf(int name) => _entityOf[name];

    /// <summary>All entities.</summary>
    /// <param name="mentions">All mentions with their entities, sorted by paper.</param>
    public LinkedEntity[] Entities(List<LinkedMention> mentions)
    {
        int[] papers = new int[_nameOf.Count], last = new int[_nameOf.Count];
        Array.Fill(last, None);
        foreach (LinkedMention mention in mentions)
        {
            if (last[mention.Entity] == mention.Paper) continue;
            last[mention.Entity] = mention.Paper;
            papers[mention.Entity]++;
        }

        return [.. _nameOf.Select((name, entity) => new LinkedEntity(
            Id(_surfaces, name), SurfaceTable.TypeOf(name), Name(entity), Aliases(entity), papers[entity]))];
    }

    /// <summary>For each entity that is written in several ways, the surfaces that each rule brought to it.</summary>
    public List<MergeDecision> Decisions()
    {
        List<MergeDecision> decisions = [];
        for (int entity = 0; entity < _nameOf.Count; entity++)
        {
            if (_uses[entity].Count < 2) continue;
            string name = Name(entity);
            foreach (IGrouping<string, Use> group in _uses[entity].Where(u => u.Surface != name && u.Count > 0)
                         .GroupBy(u => Rule(u, name)).OrderBy(g => g.Key, StringComparer.Ordinal))
            {
                string[] surfaces = [.. group.Select(u => u.Surface).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
                decisions.Add(new MergeDecision("entity", group.Key, Id(_surfaces, _nameOf[entity]), surfaces, group.Sum(u => u.Count)));
            }
        }

        return decisions;
    }

    private static string Id(SurfaceTable surfaces, int name) =>
        SurfaceTable.TypeOf(name).ToString().ToLowerInvariant() + ":" + surfaces.NormalOfName(name);

    /// <summary>An entity that mentions only call by its short form still has a long form to show: that of the definition.</summary>
    private void AddUnusedLongForms()
    {
        bool[] hasOwnName = [.. _uses.Select(written => written.Exists(u => u.Way == Way.OwnName))];
        for (int surface = 0; surface < _surfaces.Count; surface++)
        {
            foreach (EntityType type in Enum.GetValues<EntityType>())
            {
                int name = _surfaces.NameOf(surface, type);
                int entity = _entityOf[name];
                if (entity != None && _nameOf[entity] == name && !hasOwnName[entity])
                    _uses[entity].Add(new Use(_surfaces.Text(surface), Way.OwnName, 0));
            }
        }
    }

    private static int Compare(Use a, Use b) => a.Way != b.Way ? a.Way.CompareTo(b.Way)
        : a.Count != b.Count ? b.Count.CompareTo(a.Count)
        : string.CompareOrdinal(a.Surface, b.Surface);

    private string Name(int entity) => _uses[entity][0].Surface;

    private string[] Aliases(int entity)
    {
        List<Use> written = _uses[entity];
        return written.Count == 1
            ? []
            : [.. written.Where(u => u.Count > 0).Select(u => u.Surface).Where(s => s != written[0].Surface)
                .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    private string Rule(Use use, string name) => use.Way switch
    {
        Way.DefinedByPaper => "abbreviation",
        Way.DefinedByCorpus => "corpus-abbreviation",
        _ when string.Equals(use.Surface, name, StringComparison.OrdinalIgnoreCase) => "case",
        _ when Singulars(use.Surface) == Singulars(name) && TextFolding.Fold(use.Surface) != TextFolding.Fold(name) => "plural",
        _ => "spelling",
    };

    private string Singulars(string surface) => string.Join(' ', TextFolding.Fold(surface).Split(' ').Select(_singular.Of));
}
