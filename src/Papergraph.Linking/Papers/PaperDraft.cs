using Papergraph.Corpus;

namespace Papergraph.Linking;

/// <summary>Papers in the making: first those of records, then the placeholders, numbered in the order in which they come.</summary>
internal sealed class PaperDraft
{
    private readonly PaperIds _ids = new();
    private readonly List<LinkedPaper> _papers = [];
    private readonly List<MergeDecision> _decisions = [];

    /// <summary>Ids of the papers so far.</summary>
    public IReadOnlyList<string> Ids => [.. _papers.Select(p => p.Id)];

    /// <summary>The identifiers that name each paper alone.</summary>
    public IReadOnlyList<IReadOnlyList<Identifier>> Identifiers => [.. _papers.Select(p => p.Identifiers)];

    /// <summary>Adds a paper for each cluster.</summary>
    /// <param name="works">The works, in canonical order.</param>
    /// <param name="links">Which of them are one paper.</param>
    /// <param name="nameOf">What to call a work in the log.</param>
    /// <param name="lastResort">Id of a work with neither identifier nor title.</param>
    /// <param name="contentsOf">Records and reference of a cluster.</param>
    public void Add(
        IReadOnlyList<Work> works, WorkLinks links, Func<int, string> nameOf, Func<int, string> lastResort,
        Func<int, (int[] Records, CitedReference? Cited)> contentsOf)
    {
        int first = _papers.Count;
        HashSet<Identifier> contested = [.. links.Contested.Select(c => c.Identifier)];
        for (int cluster = 0; cluster < links.Clusters.Count; cluster++)
        {
            IReadOnlyList<int> members = links.Clusters[cluster];
            Identifier[] own = [.. members.SelectMany(w => works[w].Identifiers).Where(i => !contested.Contains(i)).Distinct().Order()];
            (int[] records, CitedReference? cited) = contentsOf(cluster);
            Array.Sort(records);
            string id = _ids.Next([.. members.Select(w => works[w])], own, i => lastResort(members[i]));
            _papers.Add(new LinkedPaper(id, own, records, cited));
        }

        Log(links, first, nameOf);
    }

    /// <summary>The papers by id, and where each paper of the draft stands among them.</summary>
    public (LinkedPaper[] Papers, int[] Place) Sorted()
    {
        LinkedPaper[] papers = [.. _papers];
        int[] drafts = [.. Enumerable.Range(0, papers.Length)], place = new int[papers.Length];
        Array.Sort([.. papers.Select(p => p.Id)], drafts, StringComparer.Ordinal);
        for (int i = 0; i < drafts.Length; i++)
        {
            papers[i] = _papers[drafts[i]];
            place[drafts[i]] = i;
        }

        return (papers, place);
    }

    /// <summary>The log, by node, rule and what was merged.</summary>
    public List<MergeDecision> Decisions() =>
        [.. _decisions
            .OrderBy(d => d.Into, StringComparer.Ordinal).ThenBy(d => d.Rule, StringComparer.Ordinal)
            .ThenBy(d => d.From[0], StringComparer.Ordinal)];

    private void Log(WorkLinks links, int first, Func<int, string> nameOf)
    {
        foreach (var group in links.Unions.GroupBy(u => (Cluster: links.ClusterOf[u.Members[0]], u.Rule)))
        {
            List<int> works = [.. group.SelectMany(u => u.Members).Distinct()];
            _decisions.Add(new MergeDecision(
                "paper", group.Key.Rule, _papers[first + group.Key.Cluster].Id, Sorted(works.Select(nameOf)), works.Count));
        }

        foreach ((Identifier identifier, IReadOnlyList<int> clusters) in links.Contested)
        {
            string[] claimants = Sorted(clusters.Select(c => _papers[first + c].Id));
            string rule = "contested-" + identifier.Scheme.ToString().ToLowerInvariant();
            _decisions.Add(new MergeDecision("paper", rule, claimants[0], claimants, claimants.Length));
        }
    }

    private static string[] Sorted(IEnumerable<string> names) => [.. names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
