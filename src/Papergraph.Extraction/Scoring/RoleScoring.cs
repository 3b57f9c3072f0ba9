using Papergraph.Corpus;

namespace Papergraph.Extraction;

/// <summary>Scores the strongest role of every surface.</summary>
internal sealed class RoleScoring
{
    private readonly LabelTally _byRole = new();
    private Agreement _introduced, _names;
    private long _same, _compared;

    public void Add(AnnotatedPaper found, AnnotatedPaper wanted)
    {
        Dictionary<string, Role> have = Strongest(found, Role.Mentions), want = Strongest(wanted, unrecorded: null);
        foreach ((string surface, Role role) in want)
        {
            if (!have.TryGetValue(surface, out Role told)) continue;
            _compared++;
            if (told == role) _same++;
        }

        _byRole.Add(Labelled(have), Labelled(want));
        HashSet<string> mine = Introduced(have), theirs = Introduced(want);
        _introduced += Agreement.Of(mine, theirs);
        mine.RemoveWhere(surface => !NameShape.IsName(surface));
        theirs.RemoveWhere(surface => !NameShape.IsName(surface));
        _names += Agreement.Of(mine, theirs);
    }

    public RoleScores Total() => new(_same, _compared, _byRole.Total(), _introduced, _names);

    /// <summary>Roles are declared strongest first.</summary>
    private static Dictionary<string, Role> Strongest(AnnotatedPaper paper, Role? unrecorded)
    {
        Dictionary<string, Role> roles = new(StringComparer.Ordinal);
        foreach (AnnotatedEntity entity in paper.Entities)
        {
            if ((entity.Role ?? unrecorded) is not { } role) continue;
            foreach (string surface in entity.Surfaces)
                roles[surface] = roles.TryGetValue(surface, out Role other) && other < role ? other : role;
        }

        return roles;
    }

    private static HashSet<(string, string)> Labelled(Dictionary<string, Role> roles) =>
        [.. roles.Select(r => (r.Value.ToString().ToLowerInvariant(), r.Key))];

    private static HashSet<string> Introduced(Dictionary<string, Role> roles) =>
        roles.Where(r => r.Value == Role.Introduces).Select(r => r.Key).ToHashSet(StringComparer.Ordinal);
}
