using Papergraph.Corpus;

namespace Papergraph.Linking;

/// <summary>One scientific thing that papers speak of.</summary>
/// <param name="Id">Type in lower case, a colon and the normal form of the name: <c>method:low rank adaptation</c>.</param>
/// <param name="Type">What kind of thing it is.</param>
/// <param name="Name">A surface that stands in a text: of what papers abbreviate as a whole the most frequent long form, of anything else
/// the most frequent surface.</param>
/// <param name="Aliases">All other surfaces that papers use for it, short forms too; distinct, in ordinal order.</param>
/// <param name="Papers">Number of papers that mention it.</param>
public sealed record LinkedEntity(string Id, EntityType Type, string Name, IReadOnlyList<string> Aliases, int Papers);

/// <summary>One occurrence of an entity.</summary>
/// <param name="Paper">The paper, as numbered by the caller.</param>
/// <param name="Entity">Index into <see cref="LinkedEntities.Entities"/>.</param>
/// <param name="Surface">Position in <see cref="LinkedEntities.Surfaces"/> of the characters that stand there.</param>
/// <param name="Place">Where it stands; the text there is the surface.</param>
/// <param name="Confidence">Probability, 0 to 1, that place and type are right.</param>
public readonly record struct LinkedMention(int Paper, int Entity, int Surface, FieldSpan Place, double Confidence);

/// <summary>What an entity is to a paper.</summary>
/// <param name="Paper">The paper, as numbered by the caller.</param>
/// <param name="Entity">Index into <see cref="LinkedEntities.Entities"/>.</param>
/// <param name="Role">The strongest role shown; never <see cref="Role.Mentions"/>.</param>
/// <param name="Place">The mention that shows the role.</param>
/// <param name="Confidence">The highest probability, 0 to 1, of a claim of that role.</param>
public readonly record struct LinkedRole(int Paper, int Entity, Role Role, FieldSpan Place, double Confidence);

/// <summary>What a paper states between two entities.</summary>
/// <param name="Head">Index into <see cref="LinkedEntities.Entities"/>.</param>
/// <param name="Relation">The relation, read from head to tail.</param>
/// <param name="Tail">Index into <see cref="LinkedEntities.Entities"/>; never the head.</param>
/// <param name="Paper">The paper, as numbered by the caller.</param>
/// <param name="Evidence">The sentence that states it.</param>
/// <param name="Confidence">Probability, 0 to 1; the highest where the sentence states it more than once.</param>
public readonly record struct LinkedStatement(int Head, Relation Relation, int Tail, int Paper, FieldSpan Evidence, double Confidence);

/// <summary>A result that a paper states.</summary>
/// <param name="Paper">The paper, as numbered by the caller.</param>
/// <param name="Metric">Index into <see cref="LinkedEntities.Entities"/> of what was measured.</param>
/// <param name="Value">The number.</param>
/// <param name="Unit">Its unit; empty when it has none.</param>
/// <param name="Dataset">Index of the data set that it was measured on, or null.</param>
/// <param name="Method">Index of the method that reached it, or null.</param>
/// <param name="Place">Where the number stands, with its unit.</param>
/// <param name="Confidence">Probability, 0 to 1.</param>
public readonly record struct LinkedResult(
    int Paper, int Metric, double Value, string Unit, int? Dataset, int? Method, FieldSpan Place, double Confidence);

/// <summary>The entities of all papers and everything said of them.</summary>
/// <param name="Entities">In ordinal order of their ids.</param>
/// <param name="Mentions">Every mention that was added, by paper, then by place.</param>
/// <param name="Surfaces">Each surface once, in the order of first mention.</param>
/// <param name="Roles">One for each paper and entity at most, by paper, then by entity.</param>
/// <param name="Statements">By head, relation, tail, paper and evidence; distinct in these. Those whose head and tail are one entity are
/// left out.</param>
/// <param name="Results">By paper, then by place.</param>
/// <param name="Decisions">Which surfaces became one entity and why, by entity, then by rule.</param>
public sealed record LinkedEntities(
    IReadOnlyList<LinkedEntity> Entities,
    IReadOnlyList<LinkedMention> Mentions,
    IReadOnlyList<string> Surfaces,
    IReadOnlyList<LinkedRole> Roles,
    IReadOnlyList<LinkedStatement> Statements,
    IReadOnlyList<LinkedResult> Results,
    IReadOnlyList<MergeDecision> Decisions);
