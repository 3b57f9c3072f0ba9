namespace Papergraph.ChatExtraction;

/// <summary>What answers said that their texts do not bear out.</summary>
public sealed record AnswerCounts
{
    /// <summary>Surfaces that stand in the text in another case or with other white space; the text's own characters were taken.</summary>
    public long RepairedSurfaces { get; init; }

    /// <summary>Surfaces that are nowhere in the text as whole words within a sentence, or that another entity had before.</summary>
    public long DroppedSurfaces { get; init; }

    /// <summary>Entities of unknown type or without any surface.</summary>
    public long DroppedEntities { get; init; }

    /// <summary>Roles that there are not; the entity stays.</summary>
    public long DroppedRoles { get; init; }

    /// <summary>Relations of unknown kind, of an entity with itself, or whose ends no two neighbouring sentences mention.</summary>
    public long DroppedRelations { get; init; }

    /// <summary>Abbreviations whose two forms do not stand in one sentence.</summary>
    public long DroppedAbbreviations { get; init; }

    /// <summary>Results whose value is no number in the text, or not in or beside a sentence that mentions the metric.</summary>
    public long DroppedResults { get; init; }

    /// <summary>Everything dropped.</summary>
    public long Dropped =>
        DroppedSurfaces + DroppedEntities + DroppedRoles + DroppedRelations + DroppedAbbreviations + DroppedResults;

    /// <summary>Both counts together.</summary>
    internal AnswerCounts Plus(AnswerCounts other) => new()
    {
        RepairedSurfaces = RepairedSurfaces + other.RepairedSurfaces,
        DroppedSurfaces = DroppedSurfaces + other.DroppedSurfaces,
        DroppedEntities = DroppedEntities + other.DroppedEntities,
        DroppedRoles = DroppedRoles + other.DroppedRoles,
        DroppedRelations = DroppedRelations + other.DroppedRelations,
        DroppedAbbreviations = DroppedAbbreviations + other.DroppedAbbreviations,
        DroppedResults = DroppedResults + other.DroppedResults,
    };
}
