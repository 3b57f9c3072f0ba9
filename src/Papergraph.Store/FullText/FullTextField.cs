namespace Papergraph.Store;

/// <summary>A property whose text a full-text index holds.</summary>
/// <param name="Label">The nodes that have it: those with this label.</param>
/// <param name="Property">Name of the property, of strings or lists of strings.</param>
/// <param name="Weight">How much a word counts here beside other fields: above 0, at most 1000; 1 for running text.</param>
public sealed record FullTextField(string Label, string Property, double Weight = 1);
