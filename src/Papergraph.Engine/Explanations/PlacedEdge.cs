namespace Papergraph.Engine.Explanations;

/// <summary>An edge that may be shown as evidence, before its sentence is read: what is needed to rank it.</summary>
/// <param name="Table">The edges of its type.</param>
/// <param name="Source">Where it starts.</param>
/// <param name="Target">Where it ends.</param>
/// <param name="Edge">Position in the table.</param>
/// <param name="Rank">How telling edges of its type are, 0 first.</param>
/// <param name="Confidence">0 to 1; 1 where it has none.</param>
internal readonly record struct PlacedEdge(Store.EdgeTable Table, int Source, int Target, long Edge, int Rank, double Confidence);
