namespace Papergraph.ChatExtraction;

/// <summary>Counts what is dropped from one answer.</summary>
internal sealed class Tally
{
    public int RepairedSurfaces { get; set; }

    public int DroppedSurfaces { get; set; }

    public int DroppedEntities { get; set; }

    public int DroppedRoles { get; set; }

    public int DroppedRelations { get; set; }

    public int DroppedAbbreviations { get; set; }

    public int DroppedResults { get; set; }

    public AnswerCounts Counts => new()
    {
        RepairedSurfaces = RepairedSurfaces,
        DroppedSurfaces = DroppedSurfaces,
        DroppedEntities = DroppedEntities,
        DroppedRoles = DroppedRoles,
        DroppedRelations = DroppedRelations,
        DroppedAbbreviations = DroppedAbbreviations,
        DroppedResults = DroppedResults,
    };
}
