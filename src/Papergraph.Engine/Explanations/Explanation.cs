using Papergraph.Core;

namespace Papergraph.Engine.Explanations;

/// <summary>Why the graph says what it says.</summary>
/// <param name="Subject">The node, or the first of two.</param>
/// <param name="Other">The second node when an edge was asked about, or null.</param>
/// <param name="Facts">Values of the node with the records that state them.</param>
/// <param name="Evidence">Edges with the sentences behind them: of one node the most telling first, of two nodes by type.</param>
/// <param name="Total">Number of edges that have evidence, also those beyond the limit.</param>
/// <param name="IsDirect">False for two nodes that no edge connects; the evidence is then of papers that mention both.</param>
public sealed record Explanation(
    NodeSummary Subject, NodeSummary? Other, IReadOnlyList<StatedFact> Facts, IReadOnlyList<Evidence> Evidence, long Total, bool IsDirect = true);

/// <summary>A value and who states it.</summary>
/// <param name="Field">Name of the property.</param>
/// <param name="Value">The value as text.</param>
/// <param name="Sources">Records that state it; empty when it was derived.</param>
/// <param name="IsChosen">Whether it is the value that the graph shows; other records may state other values.</param>
public sealed record StatedFact(string Field, string Value, IReadOnlyList<string> Sources, bool IsChosen = true);

/// <summary>An edge and the place in a paper from which it was read.</summary>
/// <param name="EdgeType">Type of the edge.</param>
/// <param name="From">Where it starts.</param>
/// <param name="To">Where it ends.</param>
/// <param name="Paper">The paper that says so; of an edge that no paper carries, such as an affiliation, the node where it ends.</param>
/// <param name="Field">Text of the paper: <c>title</c> or <c>abstract</c>; null for edges that a record states outright.</param>
/// <param name="Span">Place in that text, UTF-16; null for edges that a record states outright.</param>
/// <param name="Sentence">The sentence around the place, or what the record says.</param>
/// <param name="Highlight">The place within the sentence.</param>
/// <param name="Confidence">0 to 1, or null for what a record states outright.</param>
/// <param name="Run">The run that read it, or null.</param>
public sealed record Evidence(
    string EdgeType, NodeSummary From, NodeSummary To, NodeSummary Paper, string? Field, TextSpan? Span, string Sentence,
    TextSpan? Highlight, double? Confidence, string? Run);
