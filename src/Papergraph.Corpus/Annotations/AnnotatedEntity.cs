namespace Papergraph.Corpus;

/// <summary>A thing that a paper speaks of.</summary>
/// <param name="Label">Its type.</param>
/// <param name="Surfaces">How the text writes it, each as it stands there.</param>
/// <param name="Role">What it is to the paper; null where that was not recorded.</param>
public sealed record AnnotatedEntity(string Label, IReadOnlyList<string> Surfaces, Role? Role);
