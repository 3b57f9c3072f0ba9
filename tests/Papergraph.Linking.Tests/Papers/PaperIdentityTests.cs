using Papergraph.Core;
using Papergraph.Corpus;

namespace Papergraph.Linking.Tests;

public class PaperIdentityTests
{
    private const string LongTitle = "Sparse ladders for growing very small forests";

    [Theory]
    [InlineData("10.1234/x", "https://doi.org/10.1234/X")]
    [InlineData("arXiv:2101.00001v2", "10.48550/arXiv.2101.00001")]
    [InlineData("openalex:W12345", "https://openalex.org/W12345")]
    [InlineData("pmid:00123", "pmid:123")]
    [InlineData("P19-1001", "https://aclanthology.org/P19-1001/")]
    public void Records_with_the_same_identifier_are_one_paper(string a, string b)
    {
        LinkedPapers linked = Some.Link(Some.Record("a", "One title", ids: a), Some.Record("b", "Quite another title", ids: b));
        Assert.Equal([0, 1], Assert.Single(linked.Papers).Records);
    }

    [Fact]
    public void Identity_by_identifiers_is_transitive()
    {
        PaperRecord[] records =
        [
            Some.Record("a", ids: "10.1234/x"), Some.Record("b", ids: "10.1234/x arxiv:2101.00001"),
            Some.Record("c", ids: "arxiv:2101.00001 openalex:W777"),
            Some.Record("d", ids: "openalex:W777"),
        ];
        Assert.Equal("a b c d", Some.Partition(Some.Link(records), records));
    }

    // Columns: what a and b say (year and author), whether they are one.
    [Theory]
    [InlineData(LongTitle, 2020, "Ada Small", 2020, "Small, A.", true)]
    [InlineData(LongTitle, 2020, "Ada Small", 2021, "A. Small", true)]
    [InlineData(LongTitle, 2020, "Ada Small", 2022, "Ada Small", false)]
    [InlineData(LongTitle, 2020, "Ada Small", 2020, "Bob Small", false)]
    [InlineData(LongTitle, 2020, "Ada Small", 2020, "Ada Tall", false)]
    [InlineData(LongTitle, 2020, "Ada Small", null, "Ada Small", true)]
    [InlineData(LongTitle, 2020, "Ada Small", 2020, null, true)]
    [InlineData(LongTitle, 2020, null, 2020, null, true)]
    [InlineData(LongTitle, 2020, null, 2021, null, false)]
    [InlineData(LongTitle, null, null, null, null, true)]
    [InlineData("Sparse ladders", 2020, "Ada Small", 2020, "Ada Small", true)]
    [InlineData("Sparse ladders", 2020, null, 2020, "Ada Small", false)]
    [InlineData("Sparse ladders", null, "Ada Small", 2020, "Ada Small", false)]
    [InlineData("Editorial", 2020, "Ada Small", 2020, "Ada Small", false)]
    [InlineData("Table of Contents", 2020, "Ada Small", 2020, "Ada Small", false)]
    [InlineData("—", 2020, "Ada Small", 2020, "Ada Small", false)]
    public void Equal_titles_are_one_paper_when_author_and_year_allow(
        string title, int? yearA, string? authorA, int? yearB, string? authorB, bool one)
    {
        LinkedPapers linked = Some.Link(Some.Record("a", title, yearA, authorA),
            Some.Record("b", title.ToUpperInvariant(), yearB, authorB));
        Assert.Equal(one ? 1 : 2, linked.Papers.Count);
    }

    [Fact]
    public void An_inferred_year_may_be_one_off() =>
        Assert.Single(Some.Link(Some.Record("a", LongTitle, 2020, inferredYear: true), Some.Record("b", LongTitle, 2021)).Papers);

    [Fact]
    public void Equal_abstracts_make_up_for_a_short_title() =>
        Assert.Single(Some.Link(
            Some.Record("a", "Ladders", 2020, text: "We climb."), Some.Record("b", "Ladders", 2020, "Ada Small", text: "We climb."))
                .Papers);

    [Fact]
    public void Papers_with_different_identifiers_of_one_scheme_are_never_one()
    {
        PaperRecord[] records =
        [
            Some.Record("a", LongTitle, 2020, "Ada Small", "P19-1001"), Some.Record("b", LongTitle, 2020, "Ada Small", "W19-2002"),
            Some.Record("c", LongTitle, 2020, "Ada Small", "10.1234/x P19-1001"),
        ];
        Assert.Equal("a c | b", Some.Partition(Some.Link(records), records));
    }

    [Fact]
    public void A_record_that_could_be_either_of_two_papers_stays_by_itself()
    {
        PaperRecord[] records =
        [
            Some.Record("a", LongTitle, 2020, "Ada Small", "P19-1001"), Some.Record("b", LongTitle, 2020, "Ada Small", "W19-2002"),
            Some.Record("c", LongTitle, 2020, "Ada Small"), Some.Record("d", LongTitle, 2020, "Ada Small"),
        ];
        Assert.Equal("a | b | c d", Some.Partition(Some.Link(records), records));
    }

    [Fact]
    public void A_record_that_claims_two_identifiers_of_a_scheme_joins_the_papers_that_have_them()
    {
        PaperRecord[] records = [Some.Record("a", ids: "10.1234/x"), Some.Record("b", ids: "10.1234/x 10.1234/y"),
            Some.Record("c", ids: "10.1234/y")];
        Assert.Equal("a b c", Some.Partition(Some.Link(records), records));
    }

    [Fact]
    public void An_identifier_claimed_by_papers_that_cannot_be_one_is_nobodys_key()
    {
        PaperRecord[] records =
        [
            Some.Record("a", "First of two papers", 2020, ids: "10.1234/x P19-1001"),
            Some.Record("b", "Second of two papers", 2020, ids: "10.1234/x P19-1002"),
            Some.Record("c", "A paper that cites", 2021, ids: "P19-1003", references: Some.Reference("10.1234/x")),
        ];
        (LinkedPapers linked, List<Diagnostic> findings) = Some.LinkAndReport(records);
        Assert.Equal(["acl:P19-1001", "acl:P19-1002", "acl:P19-1003"], linked.Papers.Select(p => p.Id));
        Assert.All(linked.Papers, p => Assert.DoesNotContain(p.Identifiers, i => i.Scheme == IdentifierScheme.Doi));
        Assert.Equal((2, 0), (linked.Citations.Single().Citing, linked.Citations.Single().Cited));
        Diagnostic finding = Assert.Single(findings);
        Assert.Equal(("PGL001", Severity.Warning), (finding.Code, finding.Severity));
        Assert.Contains(linked.Decisions, d => d is { Rule: "contested-doi", Into: "acl:P19-1001", Count: 2 });
    }

    [Fact]
    public void A_local_key_joins_records_unless_they_are_evidently_two_papers()
    {
        Assert.Single(Some.Link(Some.Record("a", "Sparse ladder", 2020, "Ada Small", "small2020"),
            Some.Record("b", "Sparse ladders", 2020, "Ada Small", "small2020")).Papers);
        Assert.Equal(2, Some.Link(Some.Record("a", "Sparse ladders", 2020, "Ada Small", "key1"),
            Some.Record("b", "Dense stairs", 2020, "Bob Tall", "key1")).Papers.Count);
    }

    [Theory]
    [InlineData("10.1234/x arxiv:2101.00001 openalex:W777 P19-1001", "doi:10.1234/x")]
    [InlineData("arxiv:2101.00001 openalex:W777 pmid:5", "arxiv:2101.00001")]
    [InlineData("openalex:W777 P19-1001", "openalex:W777")]
    [InlineData("pmid:5 some-key", "pmid:5")]
    [InlineData("some-key", "local:some-key")]
    public void The_id_of_a_paper_is_its_best_identifier(string ids, string expected) =>
        Assert.Equal(expected, Some.Link(Some.Record("a", ids: ids)).Papers[0].Id);

    [Fact]
    public void Without_identifier_the_id_is_made_from_title_year_and_first_author()
    {
        // Expected: the first 16 digits of SHA-256 of "sparse ladders\n2020\nsmall a", computed with sha256sum.
        string id = Some.Link(Some.Record("a", "Sparse LADDERS!", 2020, "Ada Small", "local-key")).Papers[0].Id;
        Assert.Equal("title:" + ExpectedHash, id);
    }

    [Fact]
    public void Papers_that_say_the_same_but_are_not_one_have_different_ids()
    {
        string[] ids = [.. Some.Link(Some.Record("a", "Editorial", 2020), Some.Record("b", "Editorial", 2020), Some.Record("c"),
            Some.Record("d")).Papers.Select(p => p.Id)];
        Assert.Equal(4, ids.Distinct().Count());
        Assert.Equal(2, ids.Count(id => id.StartsWith("record:", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_record_that_claims_hundreds_of_identifiers_is_reported_and_bounded()
    {
        string ids = string.Join(' ', Enumerable.Range(0, 300).Select(i => $"10.1234/{i:D3}"));
        (LinkedPapers linked, List<Diagnostic> findings) = Some.LinkAndReport(Some.Record("a", ids: ids),
            Some.Record("b", ids: "10.1234/299"));
        Assert.Equal("PGL002", Assert.Single(findings).Code);
        Assert.Equal(2, linked.Papers.Count);
    }

    [Fact]
    public void Every_merge_is_logged_with_its_rule()
    {
        LinkedPapers linked = Some.Link(
            Some.Record("a", LongTitle, 2020, "Ada Small", "10.1234/x"), Some.Record("b", "Other", ids: "10.1234/x"),
            Some.Record("c", LongTitle, 2020, "A. Small"));
        Assert.Equal(["same-doi", "title-year-author"], linked.Decisions.Select(d => d.Rule));
        Assert.Equal(["test:a", "test:b"], linked.Decisions[0].From);
        Assert.Equal("doi:10.1234/x", linked.Decisions[0].Into);
    }

    [Fact]
    public void A_record_without_a_key_has_one_name_in_the_log_and_on_its_paper()
    {
        PaperRecord[] whole =
        [
            Some.Record(null, LongTitle, ids: "10.1234/x", text: "All that there is to say."),
            Some.Record(null, "Another title", ids: "10.1234/x", text: "Or not."),
        ];
        PaperRecord[] shortened = [.. whole.Select(r => r with { Abstract = null })];
        string[] names = [.. whole.Select(r => PaperRecordCodec.Name(PaperRecordCodec.Encode(r)))];
        LinkedPapers linked = PaperLinker.Link(
            shortened, _ => { }, CancellationToken.None, record => RecordName.Of(shortened[record], names[record]));
        MergedPaper merged = PaperMerger.Merge(Assert.Single(linked.Papers), whole);
        Assert.Equal(names.Select(name => "test:" + name[..12]).Order(StringComparer.Ordinal), merged.Sources);
        Assert.Equal(merged.Sources, Assert.Single(linked.Decisions).From);
        Assert.Equal(merged.Sources, Assert.Single(Some.Link(whole).Decisions).From);
    }

    private const string ExpectedHash = "04e9bc444a3be046";
}
