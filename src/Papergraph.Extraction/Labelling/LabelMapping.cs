using Papergraph.Corpus;

namespace Papergraph.Extraction;

/// <summary>Says what labels of others mean in Papergraph's types and relations.</summary>
/// <remarks>Of SciERC (Luan et al. 2018, https://aclanthology.org/D18-1360), ScienceIE (Augenstein et al. 2017,
/// https://aclanthology.org/S17-2091) and TDMSci (Hou et al. 2021, https://aclanthology.org/2021.eacl-main.59).</remarks>
public static class LabelMapping
{
    /// <summary>The type of the same name in any case; Material is Dataset, OtherScientificTerm Concept, Process Method.</summary>
    /// <returns>Null where no type corresponds, as for SciERC's Generic.</returns>
    public static EntityType? ToEntityType(string label)
    {
        ArgumentNullException.ThrowIfNull(label);
        return label.ToUpperInvariant() switch
        {
            "METHOD" or "PROCESS" => EntityType.Method,
            "DATASET" or "MATERIAL" => EntityType.Dataset,
            "TASK" => EntityType.Task,
            "METRIC" => EntityType.Metric,
            "CONCEPT" or "OTHERSCIENTIFICTERM" => EntityType.Concept,
            _ => null,
        };
    }

    /// <summary>The paper with other labels of its entities and spans.</summary>
    /// <param name="paper">Any paper.</param>
    /// <param name="label">The new label of a label; null leaves out what has it, and the relations whose ends were that only.</param>
    public static AnnotatedPaper Apply(AnnotatedPaper paper, Func<string, string?> label)
    {
        ArgumentNullException.ThrowIfNull(paper);
        ArgumentNullException.ThrowIfNull(label);
        List<AnnotatedEntity> entities = [];
        HashSet<string> kept = new(StringComparer.Ordinal), left = new(StringComparer.Ordinal);
        foreach (AnnotatedEntity entity in paper.Entities)
        {
            string? renamed = label(entity.Label);
            if (renamed is not null) entities.Add(entity with { Label = renamed });
            (renamed is null ? left : kept).UnionWith(entity.Surfaces);
        }

        left.ExceptWith(kept);
        return paper with
        {
            Entities = entities,
            Spans = paper.Spans is { } spans ? [.. spans.Select(s => (Span: s, Label: label(s.Label))).Where(s => s.Label is not null).Select(s => s.Span with { Label = s.Label! })] : null,
            Relations = left.Count == 0 ? paper.Relations : [.. paper.Relations.Where(r => !left.Contains(r.Head) && !left.Contains(r.Tail))],
        };
    }

    /// <summary>A relation of SciERC in Papergraph's names: USED-FOR, PART-OF, HYPONYM-OF, COMPARE and EVALUATE-FOR, which is read backwards, to
    /// the metric or the data set; any other stays as it is, written with <c>_</c>.</summary>
    /// <param name="relation">The relation.</param>
    /// <param name="headType">The type of its head in Papergraph's types, or null.</param>
    public static AnnotatedRelation ToRelation(AnnotatedRelation relation, EntityType? headType)
    {
        ArgumentNullException.ThrowIfNull(relation);
        string label = relation.Label.ToUpperInvariant().Replace('-', '_');
        return label switch
        {
            "HYPONYM_OF" => relation with { Label = EdgeTypes.IsA },
            "COMPARE" => relation with { Label = EdgeTypes.ComparedWith },
            "EVALUATE_FOR" => new AnnotatedRelation(relation.Tail, headType == EntityType.Metric ? EdgeTypes.MeasuredBy : EdgeTypes.EvaluatedOn, relation.Head),
            _ => relation with { Label = label },
        };
    }
}
