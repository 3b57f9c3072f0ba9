namespace Papergraph.Extraction;

/// <summary>How well mentions were found, each place counted.</summary>
/// <param name="Strict">Same place and same label: “strict evaluation” of SemEval-2013 task 9.1 (Segura-Bedmar et al. 2013,
/// https://aclanthology.org/S13-2056).</param>
/// <param name="Relaxed">Same label and at least one character in common, paired one to one: “type matching” there.</param>
/// <param name="SpanOnly">Same place, whatever the label: “exact boundary matching” there.</param>
/// <param name="StrictF1">Interval of the strict F1 over papers.</param>
public sealed record MentionScores(LabelledAgreement Strict, LabelledAgreement Relaxed, Agreement SpanOnly, ScoreInterval StrictF1);
