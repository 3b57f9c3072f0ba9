namespace Papergraph.Linking;

/// <summary>Elements whose sets a rule made one.</summary>
/// <param name="Rule">Name of the rule.</param>
/// <param name="Members">One element of each set.</param>
internal sealed record Union(string Rule, IReadOnlyList<int> Members);
