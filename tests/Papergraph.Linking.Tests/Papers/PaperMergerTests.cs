using Papergraph.Corpus;

namespace Papergraph.Linking.Tests;

public class PaperMergerTests
{
    private static readonly PaperRecord Empty = new() { Source = "test" };

    [Theory]
    [InlineData(new[] { "B", "B", "A" }, "B")]
    [InlineData(new[] { "short", "much longer" }, "much longer")]
    [InlineData(new[] { "SAME WORDS", "Same words", "A much longer text" }, "Same words")]
    [InlineData(new[] { "TWO WORDS", "Two Words" }, "Two Words")]
    [InlineData(new[] { "b", "a" }, "a")]
    [InlineData(new[] { "" }, null)]
    public void The_title_is_the_one_that_most_records_give_then_the_longest_then_the_first(string[] titles, string? expected) =>
        Assert.Equal(expected, Merge([.. titles.Select((t, i) => Empty with { Key = $"{i}", Title = t })]).Title);

    [Theory]
    [InlineData("2017 2017 2019-05-01", "2017")]
    [InlineData("2017 2017-06 2017-06-12 2019 2019", "2017-06-12")]
    [InlineData("2018 ~2019-03-04", "2018")]
    [InlineData("~2019 ~2019-03-04", "2019-03-04")]
    [InlineData("2019 2018", "2018")]
    public void The_date_is_the_most_exact_of_the_year_that_most_records_state(string dates, string expected) =>
        Assert.Equal(expected, Merge([.. dates.Split(' ').Select((d, i) =>
            Empty with { Key = $"{i}", Date = PublicationDate.Parse(d.TrimStart('~'), isApproximate: d[0] == '~') })]).Date!.ToString());

    [Fact]
    public void The_byline_is_that_of_most_records_and_gains_what_others_know_of_the_same_people()
    {
        MergedPaper merged = Merge(
            Empty with
            {
                Key = "1",
                Authors = [new AuthorName("A. Small", Affiliations: ["Forest Institute"]), new AuthorName("Carla Tall")]
            },
            Empty with
            {
                Key = "2",
                Authors = [new AuthorName("Ada Small"), new AuthorName("Tall, C.", "0000-0002-1825-0097", ["Tree University"])]
            },
            Empty with { Key = "3", Authors = [new AuthorName("Ada Small"), new AuthorName("Dora Wide"), new AuthorName("Carla Tall")] });
        Assert.Equal(["Ada Small", "Carla Tall"], merged.Authors.Select(a => a.Name));
        Assert.Equal("0000-0002-1825-0097", merged.Authors[1].Orcid);
        Assert.Equal(["Forest Institute"], merged.Authors[0].Affiliations);
        Assert.Equal(["Tree University"], merged.Authors[1].Affiliations);
    }

    [Fact]
    public void Lists_are_united_and_no_address_is_lost()
    {
        MergedPaper merged = Merge(
            Empty with { Key = "1", Url = "https://a.example/p", Links = ["https://code.example/x"], Organizations = ["Tree University"] },
            Empty with
            {
                Key = "2",
                Url = "https://b.example/p",
                Links = ["https://code.example/x", "https://data.example"],
                Organizations = ["Forest Institute"]
            });
        Assert.Equal("https://a.example/p", merged.Url);
        Assert.Equal(["https://b.example/p", "https://code.example/x", "https://data.example"], merged.Links);
        Assert.Equal(["Forest Institute", "Tree University"], merged.Organizations);
        Assert.Equal(["test:1", "test:2"], merged.Sources);
    }

    [Fact]
    public void A_record_without_key_is_named_by_its_contents()
    {
        string name = PaperRecordCodec.Name(PaperRecordCodec.Encode(Empty with { Title = "T" }));
        Assert.Equal(["test:" + name[..12]], Merge(Empty with { Title = "T" }).Sources);
    }

    [Fact]
    public void The_issn_is_that_of_the_chosen_venue()
    {
        MergedPaper merged = Merge(
            Empty with { Key = "1", Venue = "Journal of Trees", VenueIssn = "1111-1111" },
            Empty with { Key = "2", Venue = "Forest Proceedings" }, Empty with { Key = "3", Venue = "Forest Proceedings" });
        Assert.Equal(("Forest Proceedings", null), (merged.Venue, merged.VenueIssn));
    }

    [Fact]
    public void A_placeholder_says_what_its_reference_says()
    {
        LinkedPapers linked = Some.Link(
            Some.Record("a", references: Some.Reference("10.1234/x arxiv:2101.00001", "Unknown trees", 1999, "A. Small")));
        MergedPaper merged = PaperMerger.Merge(Assert.Single(linked.Papers, p => p.IsPlaceholder), []);
        Assert.Equal(("doi:10.1234/x", "Unknown trees", "1999", "10.1234/x", "2101.00001"),
            (merged.Id, merged.Title, merged.Date!.ToString(), merged.Doi, merged.ArxivId));
        Assert.Equal("A. Small", Assert.Single(merged.Authors).Name);
        Assert.Empty(merged.Sources);
    }

    [Fact]
    public void The_order_of_the_records_changes_nothing()
    {
        PaperRecord[] records = [.. Enumerable.Range(0, 6).Select(i => Empty with
        {
            Key = $"{i}",
            Title = i % 2 == 0 ? "Trees" : "TREES",
            Abstract = $"Text {i % 3}",
            Venue = i < 3 ? "V" : "W",
            Kind = i % 3 == 0 ? "article" : "preprint",
            Authors = [new AuthorName(i % 2 == 0 ? "Ada Small" : "A. Small", Affiliations: [$"Institute {i}"])],
            Url = $"https://{i}.example",
        })];
        string forward = Described(Merge(records));
        Assert.Equal(forward, Described(Merge([.. records.Reverse()])));
        Assert.Equal(forward, Described(Merge([.. records.Skip(3), .. records.Take(3)])));
    }

    private static MergedPaper Merge(params PaperRecord[] records) =>
        PaperMerger.Merge(new LinkedPaper("title:x", [], [.. Enumerable.Range(0, records.Length)], null), records);

    private static string Described(MergedPaper m) => string.Join('\n',
        m.Title, m.Abstract, m.Venue, m.Kind, m.Url, string.Join(' ', m.Links), string.Join(' ', m.Sources),
        string.Join(' ', m.Authors.Select(a => a.Name + string.Join(',', a.Affiliations))));
}
