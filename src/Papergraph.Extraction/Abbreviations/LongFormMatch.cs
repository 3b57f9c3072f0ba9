namespace Papergraph.Extraction;

/// <summary>A long form that was found for a short form.</summary>
/// <param name="Start">Where it begins in the words that were searched.</param>
/// <param name="Confidence">Probability that it is the one that the short form stands for.</param>
internal readonly record struct LongFormMatch(int Start, double Confidence);
