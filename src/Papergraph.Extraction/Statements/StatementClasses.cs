using Papergraph.Corpus;

namespace Papergraph.Extraction;

/// <summary>The classes of the classifier of pairs of entities: one of the relations in one of two directions, or none.</summary>
/// <remarks>What is compared is compared in either direction: the entity that stands first is the head.</remarks>
internal static class StatementClasses
{
    public const int None = 0, Count = 1 + (2 * Relations);

    private const int Relations = (int)Relation.IsA + 1;

    public static int Of(Relation relation, bool headIsFirst) =>
        1 + (int)relation + (headIsFirst || relation == Relation.ComparedWith ? 0 : Relations);

    /// <summary>The relation of a class other than <see cref="None"/>.</summary>
    public static (Relation Relation, bool HeadIsFirst) RelationOf(int @class) =>
        ((Relation)((@class - 1) % Relations), @class <= Relations);
}
