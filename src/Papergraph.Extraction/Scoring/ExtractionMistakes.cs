namespace Papergraph.Extraction;

/// <summary>What went wrong most.</summary>
/// <param name="False">The most confident mentions that are not in the gold.</param>
/// <param name="Missed">The surfaces most often passed over: nothing found overlaps them.</param>
/// <param name="Confusions">The labels most often taken for each other at the same place.</param>
/// <param name="Boundaries">The surfaces whose ends were most often misplaced.</param>
public sealed record ExtractionMistakes(
    IReadOnlyList<FalseMention> False,
    IReadOnlyList<FrequentMistake> Missed,
    IReadOnlyList<FrequentMistake> Confusions,
    IReadOnlyList<FrequentMistake> Boundaries);
