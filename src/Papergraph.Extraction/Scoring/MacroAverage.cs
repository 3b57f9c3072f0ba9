namespace Papergraph.Extraction;

/// <summary>Means over the labels that the gold has, each label weighing the same.</summary>
/// <param name="Precision">Mean of the precisions.</param>
/// <param name="Recall">Mean of the recalls.</param>
/// <param name="F1">Mean of the F1 scores.</param>
public readonly record struct MacroAverage(double Precision, double Recall, double F1);
