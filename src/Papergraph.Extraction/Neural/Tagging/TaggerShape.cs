namespace Papergraph.Extraction;

/// <summary>Sizes of a tagger.</summary>
/// <param name="CharacterSize">Numbers of a character.</param>
/// <param name="Filters">Numbers of a spelling.</param>
/// <param name="FeatureSize">Numbers of a feature.</param>
/// <param name="Projection">Numbers that all inputs of a token are cut down to.</param>
/// <param name="Hidden">Numbers of a state of each direction, a multiple of 16.</param>
internal readonly record struct TaggerShape(int CharacterSize, int Filters, int FeatureSize, int Projection, int Hidden);
