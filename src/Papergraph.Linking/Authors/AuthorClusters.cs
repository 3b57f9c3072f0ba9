using System.Runtime.InteropServices;
using Papergraph.Core;

namespace Papergraph.Linking;

/// <summary>Disjoint sets of occurrences of authors; no set holds two ORCIDs.</summary>
internal sealed class AuthorClusters
{
    /// <summary>Longer bylines are lists of participants, who need not know each other.</summary>
    private const int LongestByline = 50;

    private static readonly HashSet<string> PreprintServers = new(StringComparer.Ordinal)
    {
        "arxiv", "arxiv org", "arxiv preprint", "arxiv e prints", "arxiv cornell university", "biorxiv", "corr", "hal", "medrxiv",
        "preprint", "preprints", "research square", "ssrn", "ssrn electronic journal", "zenodo",
    };

    private readonly Bylines _bylines;
    private readonly DisjointSets _sets;
    private readonly string?[] _orcid;

    // What occurrences of one name may share, with the order in which it was found.
    private readonly List<(string Token, int Order, int Occurrence)> _tokens = [];

    public AuthorClusters(Bylines bylines)
    {
        _bylines = bylines;
        _sets = new DisjointSets(bylines.Count);
        _orcid = [.. Enumerable.Range(0, bylines.Count)
            .Select(o => string.IsNullOrWhiteSpace(bylines.Author(o).Orcid) ? null : bylines.Author(o).Orcid)];
    }

    /// <summary>What was united, in order.</summary>
    public List<Union> Unions { get; } = [];

    public (int[] SetOf, List<List<int>> Sets) Partition() => _sets.Partition();

    public void UniteByOrcid()
    {
        IEnumerable<IGrouping<string, int>> people = Enumerable.Range(0, _orcid.Length)
            .Where(o => _orcid[o] is not null && _bylines.Name(o) != Bylines.NoName)
            .GroupBy(o => _orcid[o]!, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal);
        foreach (IGrouping<string, int> person in people)
            if (person.Skip(1).Any()) Unite([.. person], "same-orcid");
    }

    /// <summary>Unites occurrences of one name that share something.</summary>
    public void UniteByContext(List<int> namesakes)
    {
        UniteSharing("name-affiliation", namesakes.SelectMany(o => Affiliations(o).Select(name => (name, o))));
        UniteSharing("name-coauthor", namesakes.SelectMany(o => Coauthors(o).Select(name => (name, o))));
        UniteSharing("name-citation", Citations(namesakes));
        UniteSharing("name-venue", namesakes.Where(HasVenue).Select(o => (_bylines.Papers[_bylines.Paper(o)].Venue!, o)));
    }

    private IEnumerable<string> Affiliations(int occurrence) =>
        _bylines.Author(occurrence).Affiliations.Select(name => TextFolding.Fold(name)).Where(name => name.Length > 0);

    private IEnumerable<string> Coauthors(int occurrence)
    {
        int paper = _bylines.Paper(occurrence);
        (int first, int end) = (_bylines.FirstOf[paper], _bylines.FirstOf[paper + 1]);
        if (end - first > LongestByline) yield break;
        for (int other = first; other < end; other++)
        {
            if (_bylines.Name(other) != _bylines.Name(occurrence) && _bylines.Name(other) != Bylines.NoName)
                yield return _bylines.NameText(other);
        }
    }

    /// <summary>Pairs of occurrences whose papers cite one another, each pair under a token of its own.</summary>
    private IEnumerable<(string Token, int Occurrence)> Citations(List<int> namesakes)
    {
        Dictionary<int, int> byPaper = namesakes.ToDictionary(_bylines.Paper);
        foreach (int occurrence in namesakes)
        {
            AuthoredPaper paper = _bylines.Papers[_bylines.Paper(occurrence)];
            if (paper.Authors.Count > LongestByline) continue;
            foreach (int cited in paper.Cites)
            {
                if (!byPaper.TryGetValue(cited, out int other) || other == occurrence) continue;
                string token = paper.Id + "\u0001" + _bylines.Papers[cited].Id;
                yield return (token, occurrence);
                yield return (token, other);
            }
        }
    }

    private bool HasVenue(int occurrence)
    {
        string? venue = _bylines.Papers[_bylines.Paper(occurrence)].Venue;
        if (venue is null) return false;
        string name = venue.StartsWith("venue:", StringComparison.Ordinal) ? venue["venue:".Length..] : venue;
        return !PreprintServers.Contains(TextFolding.Fold(name));
    }

    private void UniteSharing(string rule, IEnumerable<(string Token, int Occurrence)> tokens)
    {
        _tokens.Clear();
        foreach ((string token, int occurrence) in tokens) _tokens.Add((token, _tokens.Count, occurrence));
        _tokens.Sort(static (a, b) => string.CompareOrdinal(a.Token, b.Token) is var order and not 0 ? order : a.Order.CompareTo(b.Order));
        for (int start = 0, end; start < _tokens.Count; start = end)
        {
            end = start + 1;
            while (end < _tokens.Count && _tokens[end].Token == _tokens[start].Token) end++;
            if (end - start > 1) UniteUnlessSeveral(rule, CollectionsMarshal.AsSpan(_tokens)[start..end]);
        }
    }

    // Nobody has two ORCIDs: what would join two joins nobody.
    private void UniteUnlessSeveral(string rule, ReadOnlySpan<(string Token, int Order, int Occurrence)> sharing)
    {
        List<int> roots = [];
        HashSet<int> seen = [];
        HashSet<string> people = new(StringComparer.Ordinal);
        foreach ((_, _, int occurrence) in sharing)
        {
            int root = _sets.Root(occurrence);
            if (!seen.Add(root)) continue;
            roots.Add(root);
            if (_orcid[root] is { } orcid) people.Add(orcid);
        }

        if (roots.Count > 1 && people.Count < 2) Unite(roots, rule);
    }

    private void Unite(List<int> members, string rule)
    {
        Unions.Add(new Union(rule, members));
        foreach (int member in members)
        {
            (int root, int replaced) = _sets.Unite(members[0], member);
            _orcid[root] ??= _orcid[replaced];
        }
    }
}
