namespace Papergraph.Extraction;

/// <summary>Whether confidences of mentions mean what they say: of those with 0.7, seven in ten should be strictly right.</summary>
/// <param name="Mentions">How many mentions there are.</param>
/// <param name="ExpectedCalibrationError">Mean distance of confidence and precision over the bins, weighed by their mentions (Naeini et al. 2015,
/// https://doi.org/10.1609/aaai.v29i1.9602); 0 is best.</param>
/// <param name="Brier">Mean squared distance of the confidence from 1 where the mention is right and from 0 where it is wrong (Brier 1950); 0 is
/// best.</param>
/// <param name="Bins">Ten bins of equal width.</param>
public sealed record CalibrationScores(long Mentions, double ExpectedCalibrationError, double Brier, IReadOnlyList<ReliabilityBin> Bins);
