namespace Papergraph.Store;

/// <summary>A folded name of a <see cref="NameIndex"/>.</summary>
/// <param name="Text">The folded form.</param>
/// <param name="NodeCount">Number of nodes that have it.</param>
public readonly record struct IndexedTerm(string Text, int NodeCount);
