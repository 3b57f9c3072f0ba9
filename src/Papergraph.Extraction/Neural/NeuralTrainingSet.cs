namespace Papergraph.Extraction;

/// <summary>Papers labelled in one way.</summary>
/// <param name="Papers">Their spans refer to the labels.</param>
/// <param name="Labels">The labels.</param>
internal sealed record NeuralTrainingSet(IReadOnlyList<LabelledPaper> Papers, IReadOnlyList<string> Labels);
