using Papergraph.Corpus;

namespace Papergraph.Linking;

/// <summary>How a reference was resolved.</summary>
internal enum Resolution
{
    /// <summary>To no paper of the input.</summary>
    None,

    /// <summary>By an identifier.</summary>
    ById,

    /// <summary>By its title.</summary>
    ByTitle,
}

/// <summary>Finds the paper that a reference means: by any identifier, then by title.</summary>
internal sealed class ReferenceResolver
{
    /// <summary>A title that more papers than this share does not tell which is meant.</summary>
    private const int MostCandidates = 64;

    private readonly IReadOnlyList<Work> _works;
    private readonly WorkLinks _links;
    private readonly Identifier[]?[] _identifiers;
    private readonly Dictionary<Identifier, int> _own = [];
    private readonly Dictionary<Identifier, int> _contested = [];
    private readonly Dictionary<string, List<int>> _byTitle = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(int Paper, Description Description)>> _candidates = new(StringComparer.Ordinal);

    /// <param name="works">The works of the papers.</param>
    /// <param name="links">Which works are one paper.</param>
    /// <param name="ids">Id of each paper.</param>
    /// <param name="own">The identifiers that name each paper alone.</param>
    public ReferenceResolver(
        IReadOnlyList<Work> works, WorkLinks links, IReadOnlyList<string> ids, IReadOnlyList<IReadOnlyList<Identifier>> own)
    {
        (_works, _links) = (works, links);
        _identifiers = new Identifier[]?[links.Clusters.Count];
        for (int paper = 0; paper < own.Count; paper++)
            foreach (Identifier identifier in own[paper]) _own.Add(identifier, paper);
        foreach ((Identifier identifier, IReadOnlyList<int> claimants) in links.Contested)
            _contested.Add(identifier, claimants.MinBy(c => ids[c], StringComparer.Ordinal));
        for (int work = 0; work < works.Count; work++)
        {
            string title = works[work].Title;
            if (TitleKey.Strength(title) == TitleStrength.None) continue;
            if (!_byTitle.TryGetValue(title, out List<int>? holders)) _byTitle.Add(title, holders = new List<int>(1));
            holders.Add(work);
        }
    }

    /// <summary>The paper that the reference means, or none.</summary>
    public (Resolution How, int Paper) Resolve(Work reference)
    {
        foreach (Identifier identifier in reference.Identifiers)
            if (_own.TryGetValue(identifier, out int paper)) return (Resolution.ById, paper);
        foreach (Identifier identifier in reference.Identifiers)
            if (_contested.TryGetValue(identifier, out int paper)) return (Resolution.ById, paper);
        return ByTitle(reference) is { } found ? (Resolution.ByTitle, found) : (Resolution.None, -1);
    }

    private int? ByTitle(Work reference)
    {
        if (!_byTitle.TryGetValue(reference.Title, out List<int>? holders)) return null;
        if (!_candidates.TryGetValue(reference.Title, out List<(int Paper, Description Description)>? candidates))
            _candidates.Add(reference.Title, candidates = Candidates(holders));

        Description said = new([reference]);
        TitleStrength strength = TitleKey.Strength(reference.Title);
        Identifier[] identifiers = Authoritative([reference]);
        List<(int Paper, Description Description)> possible = candidates.FindAll(c =>
            said.CanMean(c.Description, strength) && WorkClusters.CanBeOne(identifiers, Identifiers(c.Paper)));
        if (possible.Count > 1) possible = possible.FindAll(c => said.HasYearOf(c.Description));
        return possible.Count == 1 ? possible[0].Paper : null;
    }

    private List<(int, Description)> Candidates(List<int> holders)
    {
        List<IGrouping<int, int>> papers = [.. holders.GroupBy(w => _links.ClusterOf[w])];
        return papers.Count > MostCandidates ? [] : [.. papers.Select(p => (p.Key, new Description(p.Select(w => _works[w]))))];
    }

    private Identifier[] Identifiers(int paper) =>
        _identifiers[paper] ??= Authoritative(_links.Clusters[paper].Select(w => _works[w]));

    private static Identifier[] Authoritative(IEnumerable<Work> works) =>
        [.. works.SelectMany(w => w.Identifiers).Where(i => i.IsAuthoritative).Distinct().Order()];
}
