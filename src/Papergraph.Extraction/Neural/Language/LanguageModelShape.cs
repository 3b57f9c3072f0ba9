namespace Papergraph.Extraction;

/// <summary>Sizes of a language model.</summary>
/// <param name="WordSize">Numbers of a word.</param>
/// <param name="CharacterSize">Numbers of a character.</param>
/// <param name="Filters">Numbers of a spelling.</param>
/// <param name="Hidden">Numbers of a state of each direction, a multiple of 16.</param>
internal readonly record struct LanguageModelShape(int WordSize, int CharacterSize, int Filters, int Hidden);
