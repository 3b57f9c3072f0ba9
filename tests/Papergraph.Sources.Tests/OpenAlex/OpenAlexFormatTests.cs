using Papergraph.Corpus;

namespace Papergraph.Sources.Tests.OpenAlex;

public class OpenAlexFormatTests
{
    private const string Work = """
        {"id":"https://openalex.org/W31415926","doi":"https://doi.org/10.5555/REEF.1","title":"Reefs at dusk","display_name":"Reefs at dusk","publication_year":2018,"publication_date":"2018-07-01",
         "ids":{"openalex":"https://openalex.org/W31415926","mag":"31415926","pmid":"https://pubmed.ncbi.nlm.nih.gov/2718281","pmcid":"https://www.ncbi.nlm.nih.gov/pmc/articles/1"},
         "type":"article","language":"en","is_retracted":false,"cited_by_count":12,
         "primary_location":{"landing_page_url":"https://example.org/reefs","source":{"display_name":"Sea Letters","issn_l":"0378-5955"}},
         "locations":[{"landing_page_url":"https://example.org/reefs"},{"landing_page_url":"http://arxiv.org/abs/1807.00001"}],
         "open_access":{"oa_url":"https://example.org/reefs.pdf"},
         "authorships":[{"author":{"display_name":"Dana Reef","orcid":"https://orcid.org/0000-0002-1825-0097"},"institutions":[{"display_name":"Sea Institute"},{"display_name":"Shore College"}]},
                        {"author":{"display_name":null},"raw_author_name":"E. Sand","institutions":[],"raw_affiliation_strings":["Beach 4"]}],
         "biblio":{"volume":"3","issue":null,"first_page":"11","last_page":"19"},
         "keywords":[{"display_name":"reef"}],"topics":[{"display_name":"Marine life"}],
         "abstract_inverted_index":{"Reefs":[0,3],"sleep.":[1],"Do":[2]},
         "referenced_works":["https://openalex.org/W1001","https://openalex.org/W1002"]}
        """;

    private static readonly string Line = Work.ReplaceLineEndings("");

    [Fact]
    public void Every_field_goes_to_its_place()
    {
        Reading reading = Reading.Of(Line);
        Assert.Empty(reading.Findings);
        PaperRecord paper = reading.Only;
        Assert.Equal(("openalex", "https://openalex.org/W31415926"), (paper.Source, paper.Key));
        Assert.Equal(("Reefs at dusk", "Reefs sleep. Do Reefs"), (paper.Title, paper.Abstract));
        Assert.Equal(
            ["doi:10.5555/reef.1", "arxiv:1807.00001", "openalex:W31415926", "pmid:2718281"], paper.Identifiers.Select(i => i.ToString()));
        Assert.Equal(new PublicationDate(2018, 7, 1), paper.Date);
        Assert.Equal(["Dana Reef", "E. Sand"], paper.Authors.Select(a => a.Name));
        Assert.Equal([["Sea Institute", "Shore College"], ["Beach 4"]], paper.Authors.Select(a => a.Affiliations));
        Assert.Equal("0000-0002-1825-0097", paper.Authors[0].Orcid);
        Assert.Equal(("Sea Letters", "0378-5955", "article"), (paper.Venue, paper.VenueIssn, paper.Kind));
        Assert.Equal("https://example.org/reefs", paper.Url);
        Assert.Equal(["https://example.org/reefs.pdf"], paper.Links);
        Assert.Equal(["openalex:W1001", "openalex:W1002"], paper.References.SelectMany(r => r.Identifiers).Select(i => i.ToString()));
        Assert.Equal(
            ["first_page", "keywords", "language", "last_page", "mag", "pmcid", "topics", "volume"],
            paper.Extra.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void References_by_bare_number_are_works_of_OpenAlex()
    {
        PaperRecord paper = Reading.Of("""{"id":"https://openalex.org/W1001","title":"T","referenced_works":["W1002"]}""").Only;
        Assert.Equal(["openalex:W1002"], paper.References.SelectMany(r => r.Identifiers).Select(i => i.ToString()));
    }

    [Theory]
    [InlineData("2019-02-30", "2018")]
    [InlineData("2019-03-02", "2019-03-02")]
    public void A_date_that_is_none_gives_way_to_the_year(string stated, string expected)
    {
        string work = $$"""{"id":"https://openalex.org/W1001","title":"T","publication_date":"{{stated}}","publication_year":2018}""";
        Assert.Equal(expected, Reading.Of(work).Only.Date?.ToString());
    }

    [Fact]
    public void A_count_that_changes_by_the_day_does_not_change_the_record()
    {
        string tomorrow = Line.Replace("\"cited_by_count\":12", "\"cited_by_count\":13", StringComparison.Ordinal);
        Assert.NotEqual(Line, tomorrow);
        Assert.Equal(Reading.Of(Line).Bytes, Reading.Of(tomorrow).Bytes);
    }

    [Fact]
    public void Single_works_lines_arrays_and_answers_give_the_same_records()
    {
        IReadOnlyList<string> expected = Reading.Of(Line).Bytes;
        Assert.Equal(expected, Reading.Of(Work).Bytes);
        Assert.Equal(expected, Reading.Of("[" + Work + "]").Bytes);
        Assert.Equal([.. expected, .. expected], Reading.Of(Line + "\n" + Line + "\n").Bytes);
        string answer = "{\"meta\":{\"count\":2},\"results\":[" + Work + "," + Line + "],\"group_by\":[]}";
        Assert.Equal([.. expected, .. expected], Reading.Of(answer).Bytes);
        Assert.Equal(expected, Reading.Of("{\n\"results\": [\n" + Work + "\n],\n\"meta\": {\"a\": [1]}}").Bytes);
    }

    [Fact]
    public void An_author_or_an_institution_is_no_work_and_is_rejected()
    {
        Reading reading = Reading.Of(Line + "\n{\"id\":\"https://openalex.org/A5000000001\",\"display_name\":\"Dana Reef\"}");
        Assert.Single(reading.Found);
        Assert.Equal([("PGS026", 2L)], reading.Findings.Select(f => (f.Code, f.Line)));
    }

    [Theory]
    [InlineData("""{"b":[1],"a":[0]}""", "a b", false)]
    [InlineData("""{"a":[0],"z":[900],"m":[12]}""", "a m z", false)]
    [InlineData("""{"b":[0],"a":[0],"c":[1,1]}""", "a b c", false)]
    [InlineData("""{"a":[0],"b":[-1],"c":[100000],"d":["x"],"e":[1.5],"f":7,"g":[1e99]}""", "a", true)]
    [InlineData("{}", null, false)]
    public void An_inverted_abstract_is_put_together_by_position(string index, string? expected, bool isReported)
    {
        Reading reading = Reading.Of($$"""{"id":"https://openalex.org/W1001","title":"T","abstract_inverted_index":{{index}}}""");
        Assert.Equal(expected, reading.Only.Abstract);
        Assert.Equal(isReported ? ["PGS047"] : [], reading.Codes);
    }

    [Fact]
    public void Fields_of_the_wrong_type_are_absent_ones()
    {
        Reading reading = Reading.Of("""
            {"id":"https://openalex.org/W1001","title":"T","authorships":{"a":1},"ids":[],"primary_location":"x","biblio":3,
             "referenced_works":"W1","locations":[null,3],"keywords":[{}]}
            """);
        Assert.Equal(["openalex:W1001"], reading.Only.Identifiers.Select(i => i.ToString()));
    }
}
