using Papergraph.Corpus;

namespace Papergraph.Extraction;

/// <summary>The names of relations in annotations.</summary>
internal static class RelationLabels
{
    /// <summary>The relation of a name such as <c>USED_FOR</c>, or null when it is none of Papergraph's.</summary>
    public static Relation? Find(string label) => label switch
    {
        EdgeTypes.UsedFor => Relation.UsedFor,
        EdgeTypes.EvaluatedOn => Relation.EvaluatedOn,
        EdgeTypes.MeasuredBy => Relation.MeasuredBy,
        EdgeTypes.ComparedWith => Relation.ComparedWith,
        EdgeTypes.BasedOn => Relation.BasedOn,
        EdgeTypes.PartOf => Relation.PartOf,
        EdgeTypes.IsA => Relation.IsA,
        _ => null,
    };
}
