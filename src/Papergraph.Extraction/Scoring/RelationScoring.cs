using Papergraph.Corpus;

namespace Papergraph.Extraction;

/// <summary>Scores statements between entities.</summary>
/// <remarks>An end of a statement is an entity of the gold: the first that has its surface, or else that has another surface of the entity that was
/// found; and where there is none, the surface itself.</remarks>
internal sealed class RelationScoring
{
    // What these say of two things holds in either direction.
    private static readonly HashSet<string> Symmetric = new(StringComparer.Ordinal) { EdgeTypes.ComparedWith, "CONJUNCTION" };

    private readonly LabelTally _strict = new();
    private Agreement _pairs;

    public void Add(AnnotatedPaper found, AnnotatedPaper wanted)
    {
        Dictionary<string, string> own = Names(wanted), theirs = Names(found, own);
        HashSet<(string Label, (string, string) Ends)> have = Statements(found, theirs), want = Statements(wanted, own);
        _strict.Add(have, want);
        _pairs += Agreement.Of(Pairs(have), Pairs(want));
    }

    public RelationScores Total() => new(_strict.Total(), _pairs);

    /// <summary>For each surface the first surface of its entity.</summary>
    private static Dictionary<string, string> Names(AnnotatedPaper gold)
    {
        Dictionary<string, string> names = new(StringComparer.Ordinal);
        foreach (AnnotatedEntity entity in gold.Entities)
            foreach (string surface in entity.Surfaces) names.TryAdd(surface, entity.Surfaces[0]);
        return names;
    }

    private static Dictionary<string, string> Names(AnnotatedPaper found, Dictionary<string, string> gold)
    {
        Dictionary<string, string> names = new(gold, StringComparer.Ordinal);
        foreach (AnnotatedEntity entity in found.Entities)
        {
            string name = entity.Surfaces.Select(surface => gold.GetValueOrDefault(surface)).FirstOrDefault(n => n is not null) ?? entity.Surfaces[0];
            foreach (string surface in entity.Surfaces) names.TryAdd(surface, name);
        }

        return names;
    }

    private static HashSet<(string, (string, string))> Statements(AnnotatedPaper paper, Dictionary<string, string> names) =>
        [.. paper.Relations.Select(r => (r.Label, Ends(r.Label, names.GetValueOrDefault(r.Head, r.Head), names.GetValueOrDefault(r.Tail, r.Tail))))];

    private static (string, string) Ends(string label, string head, string tail) => Symmetric.Contains(label) ? Sorted(head, tail) : (head, tail);

    private static HashSet<(string, string)> Pairs(HashSet<(string Label, (string Head, string Tail) Ends)> statements) =>
        [.. statements.Select(s => Sorted(s.Ends.Head, s.Ends.Tail))];

    private static (string, string) Sorted(string one, string other) => string.CompareOrdinal(one, other) <= 0 ? (one, other) : (other, one);
}
