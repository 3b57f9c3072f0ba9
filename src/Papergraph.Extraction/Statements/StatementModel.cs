using Papergraph.Corpus;

namespace Papergraph.Extraction;

/// <summary>What the classifier of pairs of entities and its features agree on: a class is one of the relations in one of two directions,
/// or none.</summary>
internal static class StatementModel
{
    /// <summary>Name of its section in a model file.</summary>
    public const string Section = "statements";

    public const int None = 0, Relations = (int)Relation.IsA + 1, Classes = 1 + (2 * Relations);

    public static int ClassOf(Relation relation, bool headIsFirst) => 1 + (int)relation + (headIsFirst ? 0 : Relations);

    /// <summary>The relation of a class other than <see cref="None"/>.</summary>
    public static (Relation Relation, bool HeadIsFirst) RelationOf(int @class) => ((Relation)((@class - 1) % Relations), @class <= Relations);
}
