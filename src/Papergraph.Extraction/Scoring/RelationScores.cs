namespace Papergraph.Extraction;

/// <summary>How well statements between entities were found, each counted once a paper.</summary>
/// <param name="Strict">The same two entities, the same relation, the same direction unless the relation has none.</param>
/// <param name="Pairs">The same two entities, whatever the relation and its direction.</param>
public sealed record RelationScores(LabelledAgreement Strict, Agreement Pairs);
