using Papergraph.Corpus;

namespace Papergraph.Engine.Comparison;

/// <summary>The order in which changes are told: first labels in the order of the vocabulary, others behind by name; then by term. It
/// depends on what the graphs say and not on how they are stored.</summary>
internal sealed class GroupOrder(NodeMatching matching, ComparedGraph before, ComparedGraph after) : IComparer<int>
{
    private static readonly Dictionary<string, int> Ranks =
        Labels.All.Select((label, rank) => (label, rank)).ToDictionary(l => l.label, l => l.rank, StringComparer.Ordinal);

    /// <summary>The first label of a group: after, or before when it went.</summary>
    public string LabelOf(int group)
    {
        (ComparedGraph graph, int node) = Representative(group);
        return graph.LabelOf(node);
    }

    public int Compare(int x, int y)
    {
        if (x == y) return 0;
        int byLabel = CompareLabels(LabelOf(x), LabelOf(y));
        if (byLabel != 0) return byLabel;
        (ComparedGraph first, int firstNode) = Representative(x);
        (ComparedGraph second, int secondNode) = Representative(y);
        return first.Term(firstNode).SequenceCompareTo(second.OtherTerm(secondNode));
    }

    public static int CompareLabels(string x, string y)
    {
        int byRank = Ranks.GetValueOrDefault(x, int.MaxValue).CompareTo(Ranks.GetValueOrDefault(y, int.MaxValue));
        return byRank != 0 ? byRank : string.CompareOrdinal(x, y);
    }

    private (ComparedGraph Graph, int Node) Representative(int group) =>
        matching.After(group) is [int now, ..] ? (after, now) : (before, matching.Before(group)[0]);
}
