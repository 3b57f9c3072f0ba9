using Papergraph.Corpus;

namespace Papergraph.Extraction;

/// <summary>What annotators say of pairs of entities.</summary>
internal sealed class StatementExamples
{
    private readonly int[] _annotated;
    private readonly Dictionary<(int, int), Relation> _relations = [];

    public StatementExamples(AnnotatedPaper source, PaperMentions paper)
    {
        Dictionary<string, int> entities = new(StringComparer.Ordinal);
        for (int i = 0; i < source.Entities.Count; i++)
        {
            foreach (string surface in source.Entities[i].Surfaces) entities.TryAdd(surface, i);
        }

        foreach (AnnotatedRelation relation in source.Relations)
        {
            if (entities.TryGetValue(relation.Head, out int head) && entities.TryGetValue(relation.Tail, out int tail)
                && RelationLabels.Find(relation.Label) is { } label) _relations.TryAdd((head, tail), label);
        }

        _annotated = new int[paper.EntityCount];
        Array.Fill(_annotated, -1);
        var bySurface = entities.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (MentionPlace place in paper.Places)
        {
            if (place.Entity < 0 || _annotated[place.Entity] >= 0) continue;
            if (bySurface.TryGetValue(paper.Passages.TextOf(place.Passage, place.Range), out int entity)) _annotated[place.Entity] = entity;
        }
    }

    /// <summary>How many pairs the annotators recorded a relation of.</summary>
    public int Count => _relations.Count;

    /// <summary>Index of the annotated entity, or −1.</summary>
    public int AnnotatedOf(int entity) => _annotated[entity];

    /// <summary>The class of a pair of entities.</summary>
    public int LabelOf(int first, int second)
    {
        (int a, int b) = (_annotated[first], _annotated[second]);
        if (a < 0 || b < 0) return StatementClasses.None;
        if (_relations.TryGetValue((a, b), out Relation relation)) return StatementClasses.Of(relation, headIsFirst: true);
        return _relations.TryGetValue((b, a), out relation) ? StatementClasses.Of(relation, headIsFirst: false) : StatementClasses.None;
    }
}
