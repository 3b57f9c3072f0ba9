using FsCheck;
using FsCheck.Fluent;
using Papergraph.Corpus;

namespace Papergraph.Linking.Tests;

public class AuthorLinkerTests
{
    private const string OrcidA = "0000-0002-1825-0097", OrcidB = "0000-0001-5109-3700";

    [Fact]
    public void The_same_orcid_is_the_same_person_whatever_the_name()
    {
        LinkedAuthors linked = Link(Paper("p1", [new AuthorName("Ada King", OrcidA)]),
            Paper("p2", [new AuthorName("Ada Lovelace", OrcidA)]));
        Assert.Equal("orcid:" + OrcidA, Assert.Single(linked.Authors).Id);
    }

    [Fact]
    public void Different_orcids_are_different_people_whatever_they_share()
    {
        LinkedAuthors linked = Link(
            Paper("p1", [new AuthorName("Wei Wang", OrcidA), new AuthorName("Li Na")], "venue:x"),
            Paper("p2", [new AuthorName("Wei Wang", OrcidB), new AuthorName("Li Na")], "venue:x", 0),
            Paper("p3", [new AuthorName("Wei Wang"), new AuthorName("Li Na")], "venue:x"));
        Assert.Equal(3, linked.Authors.Count(a => a.Name == "Wei Wang"));
    }

    [Fact]
    public void A_full_name_with_a_common_coauthor_is_one_person() =>
        AssertWeiWangs(1, Paper("p1", Names("Wei Wang", "Li Na")), Paper("p2", Names("Wang, Wei", "Li Na")));

    [Fact]
    public void A_full_name_in_the_same_venue_is_one_person() =>
        AssertWeiWangs(1, Paper("p1", Names("Wei Wang"), "venue:journal of trees"),
            Paper("p2", Names("Wei Wang"), "venue:journal of trees"));

    [Fact]
    public void A_preprint_server_is_no_venue_to_share() =>
        AssertWeiWangs(2, Paper("p1", Names("Wei Wang"), "venue:arxiv org"), Paper("p2", Names("Wei Wang"), "venue:arxiv org"));

    [Fact]
    public void A_full_name_on_both_sides_of_a_citation_is_one_person() =>
        AssertWeiWangs(1, Paper("p1", Names("Wei Wang")), Paper("p2", Names("Wei Wang"), null, 0));

    [Fact]
    public void A_full_name_with_the_same_affiliation_is_one_person() =>
        AssertWeiWangs(1, Paper("p1", [new AuthorName("Wei Wang", null, ["Tree University"])]),
            Paper("p2", [new AuthorName("Wei Wang", null, ["tree university"])]));

    [Fact]
    public void A_full_name_alone_is_not_enough() => AssertWeiWangs(2, Paper("p1", Names("Wei Wang")), Paper("p2", Names("Wei Wang")));

    [Fact]
    public void An_initial_is_not_enough_whatever_is_shared() =>
        Assert.Equal(2, Link(Paper("p1", Names("W. Wang", "Li Na")), Paper("p2", Names("W. Wang", "Li Na")))
            .Authors.Count(a => a.Name == "W. Wang"));

    [Fact]
    public void A_name_printed_twice_in_a_byline_is_two_people()
    {
        LinkedAuthors linked = Link(Paper("p1", Names("Wei Wang", "Wei Wang", "Li Na")), Paper("p2", Names("Wei Wang", "Li Na")));
        Assert.Equal(3, linked.Authors.Count(a => a.Name == "Wei Wang"));
        Assert.Equal(4, linked.Authors.Select(a => a.Id).Distinct().Count());
    }

    [Fact]
    public void The_only_bearer_of_a_name_has_it_as_id_and_others_a_suffix()
    {
        Assert.Equal("author:jurgen-muller", Link(Paper("p1", Names("Jürgen Müller"))).Authors[0].Id);
        LinkedAuthors two = Link(Paper("p1", Names("Wei Wang")), Paper("p2", Names("Wei Wang")));
        Assert.All(two.Authors, a => Assert.StartsWith("author:wei-wang.", a.Id, StringComparison.Ordinal));
        Assert.Contains(two.Authors[two.OfPaper[1][0]].Id, Link(Paper("p2", Names("Wei Wang")), Paper("p3", Names("Wei Wang")))
            .Authors.Select(a => a.Id));
    }

    [Fact]
    public void A_name_without_letters_is_nobody()
    {
        LinkedAuthors linked = Link(Paper("p1", Names("—", "Ada Small")));
        Assert.Equal([-1, 0], linked.OfPaper[0]);
    }

    [Fact]
    public void The_name_shown_is_the_one_printed_most() =>
        Assert.Equal("Ada King", Link(
            Paper("p1", [new AuthorName("A. King", OrcidA)]), Paper("p2", [new AuthorName("Ada King", OrcidA)]),
            Paper("p3", [new AuthorName("Ada King", OrcidA)])).Authors[0].Name);

    private static readonly Gen<AuthoredPaper[]> Corpora =
        from papers in (
            from authors in (
                from name in Gen.Elements("Wei Wang", "Wang, Wei", "Li Na", "W. Wang", "Ada Small")
                from orcid in Gen.Elements(null, null, null, OrcidA, OrcidB)
                from affiliation in Gen.Elements(null, null, "Tree University", "Forest Institute")
                select new AuthorName(name, orcid, affiliation is null ? null : [affiliation])).ListOf().Select(l => l.Take(4).ToArray())
            from venue in Gen.Elements(null, "venue:a", "venue:b", "venue:arxiv")
            select (authors, venue)).ListOf()
        from cites in Gen.Choose(0, 100).ListOf()
        select papers.Select((p, i) =>
            new AuthoredPaper($"id{i:D3}", p.authors, p.venue, [.. cites.Skip(i).Take(2).Select(c => c % papers.Count)])).ToArray();

    [Fact]
    public void The_order_of_the_papers_changes_nothing() =>
        Prop.ForAll(Corpora.ToArbitrary(), papers =>
        {
            AuthoredPaper[] reversed = [.. papers.Reverse()
                .Select(p => p with { Cites = [.. p.Cites.Select(c => papers.Length - 1 - c)] })];
            LinkedAuthors forward = Link(papers), backward = Link(reversed);
            return forward.Authors.SequenceEqual(backward.Authors)
                && forward.OfPaper.Zip(backward.OfPaper.Reverse()).All(pair => pair.First.SequenceEqual(pair.Second));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void Nobody_has_two_orcids_and_no_orcid_two_people() =>
        Prop.ForAll(Corpora.ToArbitrary(), papers =>
        {
            LinkedAuthors linked = Link(papers);
            var occurrences = papers.SelectMany((p, i) => p.Authors.Select((a, at) => (a.Orcid, Author: linked.OfPaper[i][at])))
                .Where(o => o.Orcid is not null).Distinct().ToList();
            return occurrences.Select(o => o.Orcid).Distinct().Count() == occurrences.Count
                && occurrences.Select(o => o.Author).Distinct().Count() == occurrences.Count
                && linked.Authors.Select(a => a.Id).Distinct().Count() == linked.Authors.Count;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    private static AuthorName[] Names(params string[] names) => [.. names.Select(n => new AuthorName(n))];

    private static AuthoredPaper Paper(string id, AuthorName[] authors, string? venue = null, params int[] cites) =>
        new(id, authors, venue, cites);

    private static LinkedAuthors Link(params AuthoredPaper[] papers) => AuthorLinker.Link(papers, CancellationToken.None);

    private static void AssertWeiWangs(int people, params AuthoredPaper[] papers) =>
        Assert.Equal(people, Link(papers).Authors.Count(a => a.Id.StartsWith("author:wei-wang", StringComparison.Ordinal)));
}
