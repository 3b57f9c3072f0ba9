using System.Diagnostics;

namespace Papergraph.Corpus;

public static partial class EdgeTypes
{
    /// <summary>The edge from a paper to an entity that has the role in it.</summary>
    public static string Of(Role role) => role switch
    {
        Role.Introduces => Introduces,
        Role.Uses => Uses,
        Role.Evaluates => EvaluatesOn,
        Role.Compares => ComparesWith,
        Role.Addresses => Addresses,
        Role.Mentions => Mentions,
        _ => throw new UnreachableException(),
    };

    /// <summary>The edge between two entities that stand in the relation.</summary>
    public static string Of(Relation relation) => relation switch
    {
        Relation.UsedFor => UsedFor,
        Relation.EvaluatedOn => EvaluatedOn,
        Relation.MeasuredBy => MeasuredBy,
        Relation.ComparedWith => ComparedWith,
        Relation.BasedOn => BasedOn,
        Relation.PartOf => PartOf,
        Relation.IsA => IsA,
        _ => throw new UnreachableException(),
    };
}
