namespace Papergraph.Extraction;

/// <summary>The mentions whose confidence lies in one tenth of the scale.</summary>
/// <param name="From">Least confidence.</param>
/// <param name="To">Confidence that belongs to the next bin; 1 belongs to the last.</param>
/// <param name="Mentions">How many there are.</param>
/// <param name="MeanConfidence">Their mean confidence; 0 where there are none.</param>
/// <param name="Precision">Share of them that is right; 0 where there are none.</param>
public readonly record struct ReliabilityBin(double From, double To, long Mentions, double MeanConfidence, double Precision);
