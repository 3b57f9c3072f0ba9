using System.Text;

namespace Papergraph.Sources.Tests;

public class RecognitionTests
{
    private const string Work = """{"id":"https://openalex.org/W42","display_name":"X","referenced_works":[]}""";

    [Theory]
    [InlineData("jsonl", Fixtures.Jsonl)]
    [InlineData("jsonl", """[{"id":"a","title":"T"}]""")]
    [InlineData("jsonl", "{\n  \"id\": \"a\",\n  \"title\": \"T\"\n}\n")]
    [InlineData("jsonl", "{\"id\": \"broken\", \"title\": \"not closed\n{\"id\":\"b\",\"title\":\"T\"}\n")]
    [InlineData("jsonl", "\n\n  {\"title\": null, \"id\": \"a\"}")]
    [InlineData("openalex", Fixtures.OpenAlex)]
    [InlineData("openalex", "[" + Work + "]")]
    [InlineData("openalex", """{"meta":{"count":1},"results":[""" + Work + "]}")]
    [InlineData("openalex", "{\n \"results\": [\n  " + Work + "\n ],\n \"meta\": {}}")]
    [InlineData("openalex", """{"meta":{"count":0,"db_response_time_ms":3},"results":[]}""")]
    [InlineData("openalex", """{"title":"T","abstract_inverted_index":{"T":[0]}}""")]
    [InlineData("bibtex", Fixtures.BibTeX)]
    [InlineData("bibtex", "Exported by some program\r\n\r\n@ARTICLE{ WOS:000123,\r\nTitle = {{T}}}")]
    [InlineData("bibtex", "% a comment\n@comment{settings}\n@book(key,\n title = {T})")]
    [InlineData("bibtex", "@misc{,title={T}}")]
    [InlineData("listing", Fixtures.Listing)]
    [InlineData("listing", "A title here\r\n\r\nAn abstract.\r\n\r\n  • 1 author\r\n·\r\nSep 8 8  \r\n")]
    [InlineData("listing", "A title here\n\nAn abstract.\n\n• 3 authors · August 27, 2019\n")]
    public void A_file_is_recognised_by_its_content(string format, string text)
    {
        Assert.Equal(format, Reading.Of(text).Summary.Format);
        Assert.Equal([format], PaperFormats.All.Where(f => f.Recognizes(Encoding.UTF8.GetBytes(text))).Select(f => f.Name).Except(format == "openalex" ? ["jsonl"] : []));
    }

    [Theory]
    [InlineData("plain text, nothing else")]
    [InlineData("# A project\n\nPlease cite:\n```bibtex\n@article{us2020,\n  title={Us}}\n```\n")]
    [InlineData("@prefix dc: <http://purl.org/dc/terms/> .\n")]
    [InlineData("@media (max-width: 3em) {\n a { color: red }\n}\n")]
    [InlineData("@decorator(one, two)\ndef f(): pass\n")]
    [InlineData("TY  - JOUR\nTI  - Something\nER  - \n")]
    [InlineData("<html><body>\n·\nAug 27\n</body></html>")]
    [InlineData("<?xml version=\"1.0\"?><article/>")]
    [InlineData("""{"paperId":"abc","title":"T","authors":[{"authorId":"1","name":"A"}]}""")]
    [InlineData("""{"id":"x","type":"article-journal","title":"T","issued":{"date-parts":[[2001]]}}""")]
    [InlineData("""{"id":"10.1/x","type":"dois","attributes":{"doi":"10.1/x"}}""")]
    [InlineData("""{"total":1,"data":[{"title":"T"}]}""")]
    [InlineData("""{"message":{"title":["T"]}}""")]
    [InlineData("[1, 2, 3]")]
    [InlineData("\"a text\"")]
    [InlineData("title,year\nA,2001\n")]
    public void A_file_of_another_kind_is_left_out_with_one_error(string text)
    {
        Reading reading = Reading.Of(text);
        Assert.Null(reading.Summary.Format);
        Assert.Empty(reading.Found);
        Core.Diagnostic finding = Assert.Single(reading.Findings);
        Assert.Equal(("PGS002", Core.Severity.Error), (finding.Code, finding.Severity));
        Assert.All(PaperFormats.All, f => Assert.Contains(f.Name, finding.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void A_format_can_be_forced_on_what_is_not_recognised()
    {
        const string text = """{"paperId":"abc","title":"T"}""";
        Assert.Equal("T", Reading.Of(text, new SourceOptions { Format = "jsonl" }).Only.Title);
    }

    [Fact]
    public void Every_format_reads_its_own_fixture_without_findings()
    {
        foreach (string text in (string[])[Fixtures.Jsonl, Fixtures.OpenAlex, Fixtures.BibTeX, Fixtures.Listing])
        {
            Reading reading = Reading.Of(text);
            Assert.Empty(reading.Findings);
            Assert.All(reading.Papers, p => Assert.Equal(reading.Summary.Format, p.Source));
            Assert.Equal(0, reading.Summary.Rejected);
            Assert.NotEmpty(reading.Found);
        }
    }
}
