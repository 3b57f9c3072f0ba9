using Papergraph.Core;
using Papergraph.Corpus;

namespace Papergraph.Linking;

/// <summary>The entities behind the names of a corpus: numbers, display names, aliases and the decisions that led there.</summary>
internal sealed class EntityCatalog
{
    private const int None = -1;

    private readonly SurfaceTable _surfaces;
    private readonly AbbreviationIndex _abbreviations;

    /// <summary>Entity of each name, or None.</summary>
    private readonly int[] _entityOf;

    /// <summary>Ids, and the names that the entities are called by.</summary>
    private readonly string[] _ids;
    private readonly int[] _nameOf;

    /// <summary>How the entities are written: those of one entity together, its display name first.</summary>
    private readonly Use[] _uses;
    private readonly int[] _firstUse;

    public EntityCatalog(SurfaceTable surfaces, AbbreviationIndex abbreviations, SurfaceUses uses)
    {
        _surfaces = surfaces;
        _abbreviations = abbreviations;
        _entityOf = new int[surfaces.Names];
        Array.Fill(_entityOf, None);
        _nameOf = [.. uses.All().Select(u => abbreviations.Meaning(u.Name)).Distinct()];
        _ids = Array.ConvertAll(_nameOf, n => SurfaceTable.TypeOf(n).ToString().ToLowerInvariant() + ":" + surfaces.NormalOfName(n));
        Array.Sort(_ids, _nameOf, StringComparer.Ordinal);
        for (int entity = 0; entity < _nameOf.Length; entity++) _entityOf[_nameOf[entity]] = entity;

        List<Use> written = [.. uses.All().Select(u => UseOf(u.Surface, u.Name, u.Count))];
        foreach ((_, int name, _) in uses.All()) _entityOf[name] = _entityOf[abbreviations.Meaning(name)];
        written.AddRange(UnusedLongForms(written));
        (_uses, _firstUse) = Grouped(written);
    }

    /// <summary>How a surface came to an entity, in the order in which the rules are logged.</summary>
    private enum Way : byte
    {
        OwnName,
        DefinedByPaper,
        DefinedByCorpus,
        DefinedByMajority,
    }

    private readonly record struct Use(int Entity, int Surface, Way Way, int Count);

    /// <summary>The entity of a name that some mention has.</summary>
    public int EntityOf(int name) => _entityOf[name];

    /// <summary>All entities.</summary>
    /// <param name="mentions">All mentions with their entities, sorted by paper.</param>
    public LinkedEntity[] Entities(List<LinkedMention> mentions)
    {
        int[] papers = new int[_nameOf.Length], last = new int[_nameOf.Length];
        Array.Fill(last, None);
        foreach (LinkedMention mention in mentions)
        {
            if (last[mention.Entity] == mention.Paper) continue;
            last[mention.Entity] = mention.Paper;
            papers[mention.Entity]++;
        }

        return [.. _nameOf.Select((name, entity) => new LinkedEntity(
            _ids[entity], SurfaceTable.TypeOf(name), Name(entity), Aliases(entity), papers[entity]))];
    }

    /// <summary>For each entity that is written in several ways, the surfaces that each rule brought to it.</summary>
    public List<MergeDecision> Decisions()
    {
        List<MergeDecision> decisions = [];
        for (int entity = 0; entity < _nameOf.Length; entity++)
        {
            if (IsWrittenOneWay(entity)) continue;
            Use shown = _uses[_firstUse[entity]];
            foreach (IGrouping<string, Use> group in Others(entity).GroupBy(u => Rule(u, shown)).OrderBy(g => g.Key, StringComparer.Ordinal))
                decisions.Add(new MergeDecision("entity", group.Key, _ids[entity], Texts(group), group.Sum(u => u.Count)));
        }

        return decisions;
    }

    private Use UseOf(int surface, int name, int count)
    {
        int meaning = _abbreviations.Meaning(name);
        Way way = meaning != name ? (_abbreviations.IsUndisputed(name) ? Way.DefinedByCorpus : Way.DefinedByMajority)
            : _surfaces.NameOf(surface, SurfaceTable.TypeOf(name)) != name ? Way.DefinedByPaper
            : Way.OwnName;
        return new Use(_entityOf[meaning], surface, way, count);
    }

    /// <summary>An entity that mentions only call by its short form still has a long form to show: that of the definition.</summary>
    private List<Use> UnusedLongForms(List<Use> written)
    {
        bool[] hasOwnName = new bool[_nameOf.Length];
        foreach (Use use in written) hasOwnName[use.Entity] |= use.Way == Way.OwnName;
        List<Use> unused = [];
        for (int surface = 0; surface < _surfaces.Count; surface++)
        {
            for (EntityType type = EntityType.Method; type <= EntityType.Concept; type++)
            {
                int name = _surfaces.NameOf(surface, type);
                int entity = _entityOf[name];
                if (entity != None && _nameOf[entity] == name && !hasOwnName[entity]) unused.Add(new Use(entity, surface, Way.OwnName, 0));
            }
        }

        return unused;
    }

    private (Use[] Uses, int[] FirstOf) Grouped(List<Use> written)
    {
        int[] firstOf = new int[_nameOf.Length + 1];
        foreach (Use use in written) firstOf[use.Entity + 1]++;
        for (int entity = 0; entity < _nameOf.Length; entity++) firstOf[entity + 1] += firstOf[entity];
        int[] next = firstOf[..^1];
        Use[] uses = new Use[written.Count];
        foreach (Use use in written) uses[next[use.Entity]++] = use;
        for (int entity = 0; entity < _nameOf.Length; entity++)
        {
            Span<Use> own = uses.AsSpan(firstOf[entity]..firstOf[entity + 1]);
            own.Sort(Compare);
            if (!_abbreviations.IsLongForm(_nameOf[entity])) PutMostFrequentFirst(own);
        }

        return (uses, firstOf);
    }

    /// <summary>Only a long form comes before short forms that are used more; a name that merely holds one is shown as most texts have
    /// it.</summary>
    private void PutMostFrequentFirst(Span<Use> uses)
    {
        if (uses[^1].Way == Way.OwnName) return;   // then they are sorted by count
        Dictionary<int, int> counts = [];
        foreach (Use use in uses) counts[use.Surface] = counts.GetValueOrDefault(use.Surface) + use.Count;
        int best = 0;
        for (int i = 1; i < uses.Length; i++)
        {
            int more = counts[uses[i].Surface].CompareTo(counts[uses[best].Surface]);
            if (more > 0 || (more == 0 && string.CompareOrdinal(_surfaces.Text(uses[i].Surface), _surfaces.Text(uses[best].Surface)) < 0))
                best = i;
        }

        Use shown = uses[best];
        uses[..best].CopyTo(uses[1..]);
        uses[0] = shown;
    }

    private int Compare(Use a, Use b) => a.Way != b.Way ? a.Way.CompareTo(b.Way)
        : a.Count != b.Count ? b.Count.CompareTo(a.Count)
        : string.CompareOrdinal(_surfaces.Text(a.Surface), _surfaces.Text(b.Surface));

    private string Name(int entity) => _surfaces.Text(_uses[_firstUse[entity]].Surface);

    private string[] Aliases(int entity) => IsWrittenOneWay(entity) ? [] : Texts(Others(entity));

    private bool IsWrittenOneWay(int entity) => _firstUse[entity + 1] - _firstUse[entity] == 1;

    /// <summary>The mentioned surfaces that are not the display name.</summary>
    private IEnumerable<Use> Others(int entity)
    {
        int first = _firstUse[entity];
        for (int use = first + 1; use < _firstUse[entity + 1]; use++)
            if (_uses[use].Count > 0 && _uses[use].Surface != _uses[first].Surface) yield return _uses[use];
    }

    private string[] Texts(IEnumerable<Use> uses) =>
        [.. uses.Select(u => _surfaces.Text(u.Surface)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private string Rule(Use use, Use shown)
    {
        string surface = _surfaces.Text(use.Surface), name = _surfaces.Text(shown.Surface);
        return (Way)Math.Max((byte)use.Way, (byte)shown.Way) switch
        {
            Way.DefinedByPaper => "abbreviation",
            Way.DefinedByCorpus => "corpus-abbreviation",
            Way.DefinedByMajority => "majority-abbreviation",
            _ when string.Equals(surface, name, StringComparison.OrdinalIgnoreCase) => "case",
            _ when TextFolding.Fold(surface) != TextFolding.Fold(name) && Singulars(surface) == Singulars(name) => "plural",
            _ => "spelling",
        };
    }

    private static string Singulars(string surface) => string.Join(' ', TextFolding.Fold(surface).Split(' ').Select(Singular.Of));
}
