namespace Papergraph.Extraction;

/// <summary>Two entities of which a text may state a relation, and the place that shows it best.</summary>
/// <param name="First">The mention that stands first; of a pair that shares no sentence, that of what the paper introduces.</param>
/// <param name="Second">The other mention; its sentence is the evidence.</param>
/// <param name="Between">Mentions between the two, when they share a sentence.</param>
/// <param name="Places">Sentences that hold both; 0 when there is none.</param>
internal readonly record struct EntityPair(int First, int Second, int Between, int Places);
