using Papergraph.Corpus;

namespace Papergraph.Extraction;

/// <summary>A mention in tokens.</summary>
/// <param name="Passage">0 for the title, 1 for the abstract.</param>
/// <param name="Range">Its tokens; empty where the mention does not begin and end with tokens.</param>
/// <param name="Sentence">Index of its sentence in the passage.</param>
/// <param name="Type">What it names.</param>
/// <param name="Confidence">How sure that is.</param>
/// <param name="Entity">Index of its entity, or −1 when it has no tokens.</param>
internal readonly record struct MentionPlace(int Passage, TokenRange Range, int Sentence, EntityType Type, double Confidence, int Entity);
