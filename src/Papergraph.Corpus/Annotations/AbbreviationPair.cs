namespace Papergraph.Corpus;

/// <summary>A pair that a text defines, as it is written there.</summary>
/// <param name="Short">The short form: <c>NAS</c>.</param>
/// <param name="Long">What it stands for: <c>Neural Architecture Search</c>.</param>
public sealed record AbbreviationPair(string Short, string Long);
