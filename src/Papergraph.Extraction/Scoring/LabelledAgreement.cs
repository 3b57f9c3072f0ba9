namespace Papergraph.Extraction;

/// <summary>Agreement over all labels and label by label.</summary>
/// <param name="Micro">All labels counted together.</param>
/// <param name="Macro">The mean over the labels that the gold has.</param>
/// <param name="ByLabel">Every label that was found or wanted, in ordinal order.</param>
public sealed record LabelledAgreement(Agreement Micro, MacroAverage Macro, IReadOnlyList<KeyValuePair<string, Agreement>> ByLabel);
