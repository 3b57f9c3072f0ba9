namespace Papergraph.Import;

/// <summary>What the ids in the files are, as <c>--id-type</c> of neo4j-admin says it.</summary>
public enum IdType
{
    /// <summary>Any text; a column <c>name:ID</c> becomes a property of strings.</summary>
    String,

    /// <summary>Whole numbers of 64 bits, equal when their values are (<c>7</c> and <c>007</c>); a property of whole numbers.</summary>
    Integer,

    /// <summary>Numbers that Neo4j would take as the numbers of its nodes. A graph numbers its nodes itself, so here they are as
    /// <see cref="Integer"/>.</summary>
    Actual,
}
