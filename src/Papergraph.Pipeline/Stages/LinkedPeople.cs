using Papergraph.Linking;

namespace Papergraph.Pipeline.Stages;

/// <summary>Who wrote the papers, where they appeared, and where the authors work.</summary>
internal sealed record LinkedPeople(
    LinkedAuthors Authors, LinkedVenues Venues, LinkedOrganizations Organizations, IReadOnlyList<(int Author, int Organization)> Affiliations)
{
    /// <summary>The merges behind all of it.</summary>
    internal IReadOnlyList<MergeDecision> Decisions { get; } = [.. Authors.Decisions, .. Venues.Decisions, .. Organizations.Decisions];

    internal static LinkedPeople Link(LinkedPapers papers, ReadPapers read, CancellationToken cancellation)
    {
        int count = papers.Papers.Count;
        List<int>[] cites = new List<int>[count];
        foreach (Citation citation in papers.Citations) (cites[citation.Citing] ??= []).Add(citation.Cited);

        LinkedVenues venues = VenueLinker.Link([.. read.Bylines.Select(b => (b?.Venue, b?.VenueIssn))]);
        string? VenueOf(int paper) => venues.OfPaper[paper] is >= 0 and int venue ? venues.Venues[venue].Id : null;
        LinkedAuthors authors = AuthorLinker.Link(
            [.. Enumerable.Range(0, count).Select(p => new AuthoredPaper(
                papers.Papers[p].Id, read.Bylines[p]?.Authors ?? [], VenueOf(p), cites[p] ?? []))],
            cancellation);

        List<(int Author, string Name)> stated = [];
        for (int p = 0; p < count; p++)
            for (int position = 0; position < authors.OfPaper[p].Count; position++)
                foreach (string name in read.Bylines[p]!.Authors[position].Affiliations) stated.Add((authors.OfPaper[p][position], name));
        LinkedOrganizations organizations = OrganizationLinker.Link([.. stated.Select(s => s.Name)]);
        (int, int)[] affiliations = [.. stated
            .Select((s, i) => (s.Author, Organization: organizations.OfName[i])).Where(a => a is { Author: >= 0, Organization: >= 0 })
            .Distinct().Order()];
        return new LinkedPeople(authors, venues, organizations, affiliations);
    }
}
