namespace Papergraph.Extraction;

/// <summary>How well the things that papers speak of were found, a surface counted once a paper.</summary>
/// <param name="Exact">Exactly the same surface with the same label.</param>
/// <param name="SurfaceOnly">The same surface, whatever the label.</param>
/// <param name="ExactF1">Interval of the exact F1 over papers.</param>
public sealed record DocumentScores(LabelledAgreement Exact, Agreement SurfaceOnly, ScoreInterval ExactF1);
