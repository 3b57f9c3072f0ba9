namespace Papergraph.Extraction;

/// <summary>How well an extractor did on annotated papers. A part is null where the gold, or what was found, has nothing to measure it on.</summary>
public sealed record ExtractionScores
{
    /// <summary>Papers compared.</summary>
    public required int Papers { get; init; }

    /// <summary>Mentions, each place counted; null where the gold has no entities.</summary>
    public MentionScores? Mention { get; init; }

    /// <summary>Surfaces, each counted once a paper; null where the gold has no entities.</summary>
    public DocumentScores? Document { get; init; }

    /// <summary>Roles; null where the gold has none.</summary>
    public RoleScores? Roles { get; init; }

    /// <summary>Statements between entities; null where the gold has none.</summary>
    public RelationScores? Relations { get; init; }

    /// <summary>Abbreviations, as (short, long) once a paper; null where the gold says nothing of them.</summary>
    public Agreement? Abbreviations { get; init; }

    /// <summary>Addresses, each once a paper; null where the gold says nothing of them.</summary>
    public Agreement? Links { get; init; }

    /// <summary>Confidences of mentions; null where what was found has no places.</summary>
    public CalibrationScores? Calibration { get; init; }

    /// <summary>What went wrong most; null where the gold has no entities.</summary>
    public ExtractionMistakes? Mistakes { get; init; }
}
