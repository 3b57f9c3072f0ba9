namespace Papergraph.Corpus;

/// <summary>A result that a text states.</summary>
/// <param name="Metric">A surface of what was measured.</param>
/// <param name="Value">The number.</param>
/// <param name="Unit">Its unit; null when there is none.</param>
/// <param name="Dataset">A surface of what it was measured on; null when the text names none there.</param>
/// <param name="Method">A surface of what reached it; null when the text names none there.</param>
/// <param name="Text">The number and its unit as written.</param>
public sealed record AnnotatedResult(string Metric, double Value, string? Unit, string? Dataset, string? Method, string Text);
