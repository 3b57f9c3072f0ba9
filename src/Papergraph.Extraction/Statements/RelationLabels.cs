using Papergraph.Corpus;

namespace Papergraph.Extraction;

/// <summary>The names of relations in annotations.</summary>
internal static class RelationLabels
{
    /// <summary>The relation of a name such as <c>USED_FOR</c>, or null when it is none of Papergraph's.</summary>
    public static Relation? Find(string label) => label switch
    {
        "USED_FOR" => Relation.UsedFor,
        "EVALUATED_ON" => Relation.EvaluatedOn,
        "MEASURED_BY" => Relation.MeasuredBy,
        "COMPARED_WITH" => Relation.ComparedWith,
        "BASED_ON" => Relation.BasedOn,
        "PART_OF" => Relation.PartOf,
        "IS_A" => Relation.IsA,
        _ => null,
    };
}
