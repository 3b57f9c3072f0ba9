namespace Papergraph.Corpus;

/// <summary>A relation that the text states between two entities.</summary>
/// <param name="Head">A surface of the one.</param>
/// <param name="Label">The relation, read from head to tail: <c>USED_FOR</c>.</param>
/// <param name="Tail">A surface of the other.</param>
public sealed record AnnotatedRelation(string Head, string Label, string Tail);
