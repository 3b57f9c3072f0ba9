namespace Papergraph.Extraction;

/// <summary>How a classifier is trained.</summary>
/// <param name="Classes">At most <see cref="LinearModel.Lanes"/>.</param>
/// <param name="Bits">Logarithm to base 2 of the number of rows.</param>
/// <param name="Penalty">Factor of half the sum of squares of all weights.</param>
internal readonly record struct LogisticOptions(int Classes, int Bits, double Penalty);
