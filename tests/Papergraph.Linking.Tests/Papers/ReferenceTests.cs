using Papergraph.Corpus;

namespace Papergraph.Linking.Tests;

public class ReferenceTests
{
    private static readonly PaperRecord Cited = Some.Record("cited", "How small forests grow on ladders", 2019, "Ada Small",
        "10.1234/cited");

    [Theory]
    [InlineData("10.1234/CITED", null, null, null, true)]
    [InlineData("some-key 10.1234/cited", "Wrong title", 1950, null, true)]
    [InlineData(null, "How small forests grow on ladders.", null, null, true)]
    [InlineData(null, "How small forests grow on ladders", 2020, "Small, A.", true)]
    [InlineData(null, "How small forests grow on ladders", 2021, null, false)]
    [InlineData(null, "How small forests grow on ladders", 2019, "B. Tall", false)]
    [InlineData("10.1234/other", "How small forests grow on ladders", 2019, "A. Small", false)]
    [InlineData(null, "How small forests grow", 2019, null, false)]
    public void A_reference_means_a_paper_by_identifier_or_by_title(string? ids, string? title, int? year, string? author, bool resolved)
    {
        LinkedPapers linked = Some.Link(Cited,
            Some.Record("citing", ids: "10.1234/citing", references: Some.Reference(ids, title, year, author)));
        Citation citation = Assert.Single(linked.Citations);
        Assert.Equal("doi:10.1234/citing", linked.Papers[citation.Citing].Id);
        Assert.Equal(resolved, linked.Papers[citation.Cited].Id == "doi:10.1234/cited");
        Assert.Equal(!resolved, linked.Papers[citation.Cited].IsPlaceholder);
    }

    [Fact]
    public void A_short_title_needs_a_year_or_an_author()
    {
        PaperRecord paper = Some.Record("cited", "Ladders", 2019, "Ada Small");
        long Resolved(CitedReference reference) =>
            Some.Link(paper, Some.Record("citing", references: reference)).References.ResolvedByTitle;
        Assert.Equal(0, Resolved(Some.Reference(title: "Ladders")));
        Assert.Equal(1, Resolved(Some.Reference(title: "Ladders", year: 2019)));
        Assert.Equal(1, Resolved(Some.Reference(title: "Ladders", author: "Small")));
    }

    [Fact]
    public void A_title_of_two_papers_means_neither_unless_the_year_tells()
    {
        PaperRecord other = Cited with { Key = "other", Identifiers = Some.Identifiers("10.1234/later"), Date = PublicationDate.Of(2020) };
        LinkedPapers Link(int? year) =>
            Some.Link(Cited, other, Some.Record("citing", references: Some.Reference(title: Cited.Title, year: year)));
        Assert.Equal(1, Link(null).References.ToPlaceholders);
        LinkedPapers linked = Link(2020);
        Assert.Equal("doi:10.1234/later", linked.Papers[linked.Citations[0].Cited].Id);
    }

    [Fact]
    public void Every_line_is_accounted_for()
    {
        PaperRecord citing = Some.Record("citing", ids: "10.1234/citing", references:
        [
            Some.Reference("10.1234/cited"), Some.Reference(title: Cited.Title), Some.Reference("10.1234/citing"),
            Some.Reference("10.1234/nowhere"),
            Some.Reference(), Some.Reference(title: "…", raw: "[ ]"), Some.Reference(raw: "A. Nobody. Unheard of. 1999."),
            Some.Reference("10.1234/NOWHERE"),
        ]);
        LinkedPapers linked = Some.Link(Cited, citing);
        Assert.Equal(new ReferenceCounts(
            Lines: 8, Edges: 3, Repeats: 2, SelfCitations: 1, ResolvedById: 2, ResolvedByTitle: 1, ToPlaceholders: 3, Unusable: 2),
            linked.References);
    }

    [Fact]
    public void The_edge_names_the_first_reference_behind_it()
    {
        LinkedPapers linked = Some.Link(Cited, Some.Record("citing", ids: "10.1234/citing", references:
            [Some.Reference(), Some.Reference(title: Cited.Title), Some.Reference("10.1234/cited")]));
        Assert.Equal((1, 1), (linked.Citations[0].Record, linked.Citations[0].Reference));
    }

    [Fact]
    public void References_to_one_unknown_paper_are_one_placeholder()
    {
        LinkedPapers linked = Some.Link(
            Some.Record("a", references: Some.Reference("10.1234/nowhere")),
            Some.Record("b", references: Some.Reference("10.1234/nowhere openalex:W999", "An unknown paper about nothing known", 2001)),
            Some.Record("c", references: Some.Reference("openalex:W999")),
            Some.Record("d", references: Some.Reference(title: "An unknown paper about nothing KNOWN", year: 2001)));
        LinkedPaper placeholder = Assert.Single(linked.Papers, p => p.IsPlaceholder);
        Assert.Equal("doi:10.1234/nowhere", placeholder.Id);
        Assert.Equal("An unknown paper about nothing known", placeholder.Cited!.Title);
        Assert.Equal(4, linked.Citations.Count);
    }

    [Fact]
    public void References_that_say_the_same_are_one_placeholder_even_with_a_short_title() =>
        Assert.Single(Some.Link(
            Some.Record("a", references: Some.Reference(title: "Ladders", year: 2001, raw: "[1] Ladders, 2001")),
            Some.Record("b", references: Some.Reference(title: "LADDERS", year: 2001))).Papers, p => p.IsPlaceholder);

    [Fact]
    public void Printed_text_alone_makes_a_placeholder_by_its_folded_words()
    {
        LinkedPapers linked = Some.Link(
            Some.Record("a", references: Some.Reference(raw: "A. Nobody: Unheard of, 1999")),
            Some.Record("b", references: Some.Reference(raw: "A Nobody, Unheard Of. 1999.")));
        LinkedPaper placeholder = Assert.Single(linked.Papers, p => p.IsPlaceholder);
        Assert.StartsWith("raw:", placeholder.Id, StringComparison.Ordinal);
        Assert.Null(PaperMerger.Merge(placeholder, []).Title);
    }

    [Fact]
    public void Later_input_fills_a_placeholder_under_the_same_id()
    {
        PaperRecord citing = Some.Record("citing", references:
            [Some.Reference("10.1234/cited"), Some.Reference(title: "A title that is not there yet", year: 2003, author: "C. Late")]);
        LinkedPapers before = Some.Link(citing);
        LinkedPapers after = Some.Link(citing, Cited, Some.Record("late", "A title that is not there yet", 2003, "Carla Late"));
        Assert.Equal(2, before.Papers.Count(p => p.IsPlaceholder));
        Assert.DoesNotContain(after.Papers, p => p.IsPlaceholder);
        Assert.Equal(before.Papers.Select(p => p.Id), after.Papers.Select(p => p.Id));
    }
}
