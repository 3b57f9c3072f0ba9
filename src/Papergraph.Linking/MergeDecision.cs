using Papergraph.Corpus;

namespace Papergraph.Linking;

/// <summary>One entry of the log of merges: several things of the input became one node, and the rule that said so.</summary>
/// <param name="Kind"><c>paper</c>, <c>author</c>, <c>venue</c>, <c>organization</c> or <c>entity</c>.</param>
/// <param name="Rule">Stable name of the rule, as listed in <c>docs/linking.md</c>: <c>same-doi</c>, <c>title-year-author</c>.</param>
/// <param name="Into">Id of the node that they became.</param>
/// <param name="From">What was merged, sorted and distinct: names of records (see <see cref="RecordName"/>), names or surfaces.</param>
/// <param name="Count">How many occurrences in the input the rule moved into the node.</param>
public sealed record MergeDecision(string Kind, string Rule, string Into, IReadOnlyList<string> From, int Count);
