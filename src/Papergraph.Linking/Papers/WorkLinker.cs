using Papergraph.Corpus;

namespace Papergraph.Linking;

/// <summary>Which works are one paper.</summary>
/// <param name="ClusterOf">Cluster of each work; clusters are numbered by their first work.</param>
/// <param name="Clusters">Works of each cluster, ascending.</param>
/// <param name="Contested">Identifiers that works of several clusters claim, in order, with those clusters, ascending.</param>
/// <param name="Unions">What was united, in the order in which it was.</param>
internal sealed record WorkLinks(
    int[] ClusterOf,
    IReadOnlyList<IReadOnlyList<int>> Clusters,
    IReadOnlyList<(Identifier Identifier, IReadOnlyList<int> Clusters)> Contested,
    IReadOnlyList<Union> Unions);

/// <summary>Decides which works are one paper: by identifiers, then by titles.</summary>
/// <remarks>
/// <para>Works are looked at in blocks: those that claim one identifier, in the order of the identifiers; then those of one title whose
/// first authors and years are known; then those of one title. In a block, sets that agree pairwise become one. Where a set agrees
/// with two that cannot be one, nothing says which it is, and all three stay as they are. So no choice depends on the order of the
/// works within a block.</para>
/// <para>Cost: sorting, and for each block one comparison of all pairs of at most 64 different descriptions; a block of more is
/// only searched for equal descriptions.</para>
/// </remarks>
internal sealed class WorkLinker
{
    private const int MostCompared = 64;

    private readonly IReadOnlyList<Work> _works;
    private readonly WorkClusters _clusters;
    private readonly List<Union> _unions = [];

    private WorkLinker(IReadOnlyList<Work> works)
    {
        _works = works;
        _clusters = new WorkClusters(works);
    }

    /// <summary>Links the works.</summary>
    /// <param name="works">In an order that depends on their contents only.</param>
    /// <param name="cancellation">Observed once a block.</param>
    public static WorkLinks Link(IReadOnlyList<Work> works, CancellationToken cancellation)
    {
        WorkLinker linker = new(works);
        List<(Identifier Identifier, List<int> Works)> shared = linker.SharedIdentifiers();
        foreach ((Identifier identifier, List<int> claimants) in shared)
        {
            cancellation.ThrowIfCancellationRequested();
            linker.Reconcile(
                claimants, "same-" + identifier.Scheme.ToString().ToLowerInvariant(),
                identifier.IsAuthoritative ? null : (a, b) => !a.Contradicts(b));
        }

        List<(string Title, List<int> Works)> titles = linker.SharedTitles();
        foreach (bool allKnown in (ReadOnlySpan<bool>)[true, false])
        {
            foreach ((string title, List<int> holders) in titles)
            {
                cancellation.ThrowIfCancellationRequested();
                TitleStrength strength = TitleKey.Strength(title);
                linker.Reconcile(
                    holders, allKnown ? "title-year-author" : "title", (a, b) => a.IsCompatible(b, strength, allKnown));
            }
        }

        return linker.Result(shared);
    }

    private List<(Identifier, List<int>)> SharedIdentifiers()
    {
        (Identifier Identifier, int Work)[] claims = [.. _works.SelectMany((w, i) => w.Identifiers.Select(id => (id, i)))];
        Array.Sort(claims, (a, b) => a.Identifier.CompareTo(b.Identifier) is var order and not 0 ? order : a.Work.CompareTo(b.Work));
        return Blocks(claims);
    }

    private List<(string, List<int>)> SharedTitles()
    {
        (string Title, int Work)[] holders =
            [.. _works.Select((w, i) => (w.Title, i)).Where(t => TitleKey.Strength(t.Title) != TitleStrength.None)];
        Array.Sort(holders, (a, b) => string.CompareOrdinal(a.Title, b.Title) is var order and not 0 ? order : a.Work.CompareTo(b.Work));
        return Blocks(holders);
    }

    /// <summary>The keys that more than one work has, in order.</summary>
    private static List<(T Key, List<int> Works)> Blocks<T>((T Key, int Work)[] sorted) where T : IEquatable<T>
    {
        List<(T, List<int>)> blocks = [];
        for (int start = 0, end; start < sorted.Length; start = end)
        {
            end = start + 1;
            while (end < sorted.Length && sorted[end].Key.Equals(sorted[start].Key)) end++;
            if (end - start > 1) blocks.Add((sorted[start].Key, [.. sorted[start..end].Select(s => s.Work)]));
        }

        return blocks;
    }

    /// <summary>Unites the sets of a block that agree.</summary>
    /// <param name="block">The works of the block, ascending.</param>
    /// <param name="rule">Name of the rule, for the log.</param>
    /// <param name="agree">Whether two descriptions can be one paper, or null when identifiers alone decide. Symmetric.</param>
    private void Reconcile(List<int> block, string rule, Func<Description, Description, bool>? agree)
    {
        List<Candidate> candidates = Candidates(block, agree is not null);
        if (candidates.Count < 2) return;
        bool Agree(Candidate a, Candidate b) =>
            _clusters.CanBeOne(a.Root, b.Root) && (agree is null || agree(a.Description!, b.Description!));

        // Equal descriptions are one paper or all contradict themselves (a short title without an author); this is also what keeps
        // a title that thousands of records share cheap.
        List<Candidate> different = [];
        foreach (IGrouping<string, Candidate> equal in candidates.GroupBy(Profile, StringComparer.Ordinal))
        {
            List<Candidate> alike = [.. equal];
            if (alike.Count > 1 && Agree(alike[0], alike[1]))
            {
                Unite(alike, rule);
                different.Add(alike[0] with { Root = _clusters.Root(alike[0].Root) });
            }
            else
            {
                different.AddRange(alike);
            }
        }

        if (different.Count is < 2 or > MostCompared) return;
        foreach (List<Candidate> component in Components(different, Agree))
        {
            bool allAgree = component.TrueForAll(a => component.TrueForAll(b => a.Root == b.Root || Agree(a, b)));
            if (component.Count > 1 && allAgree) Unite(component, rule);
        }
    }

    private List<Candidate> Candidates(List<int> block, bool described)
    {
        Dictionary<int, List<Work>> byRoot = [];
        List<int> roots = [];
        foreach (int work in block)
        {
            int root = _clusters.Root(work);
            if (!byRoot.TryGetValue(root, out List<Work>? works))
            {
                byRoot.Add(root, works = []);
                roots.Add(root);
            }

            works.Add(_works[work]);
        }

        return roots.Count < 2 ? [] : [.. roots.Select(root => new Candidate(root, described ? new Description(byRoot[root]) : null))];
    }

    private string Profile(Candidate candidate)
    {
        string identifiers = string.Join('\u0002', _clusters.Identifiers(candidate.Root).ToArray());
        return candidate.Description is null ? identifiers : candidate.Description.Profile() + '\u0001' + identifiers;
    }

    private static List<List<Candidate>> Components(List<Candidate> candidates, Func<Candidate, Candidate, bool> agree)
    {
        List<List<Candidate>> components = [];
        foreach (Candidate candidate in candidates)
        {
            List<List<Candidate>> touched = components.FindAll(component => component.Exists(other => agree(other, candidate)));
            List<Candidate> joined = [.. touched.SelectMany(component => component), candidate];
            components.RemoveAll(touched.Contains);
            components.Add(joined);
        }

        return components;
    }

    private void Unite(List<Candidate> candidates, string rule)
    {
        _unions.Add(new Union(rule, [.. candidates.Select(c => c.Root)]));
        foreach (Candidate candidate in candidates) _clusters.Unite(candidates[0].Root, candidate.Root);
    }

    private WorkLinks Result(List<(Identifier Identifier, List<int> Works)> shared)
    {
        (int[] clusterOf, List<List<int>> clusters) = _clusters.Partition();
        List<(Identifier, IReadOnlyList<int>)> contested = [];
        foreach ((Identifier identifier, List<int> works) in shared)
        {
            int[] claimants = [.. works.Select(w => clusterOf[w]).Distinct().Order()];
            if (claimants.Length > 1) contested.Add((identifier, claimants));
        }

        return new WorkLinks(clusterOf, clusters, contested, _unions);
    }

    /// <summary>A set of works in a block, and what its works in this block say.</summary>
    private sealed record Candidate(int Root, Description? Description);
}
