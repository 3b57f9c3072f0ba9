namespace Papergraph.Extraction;

/// <summary>What <see cref="WordPretraining"/> made, and from how much.</summary>
/// <param name="Words">What was learned.</param>
/// <param name="Texts">Papers read.</param>
/// <param name="Tokens">Tokens read, rare ones among them.</param>
public sealed record WordPretrainingResult(WordResources Words, long Texts, long Tokens);
