using FsCheck;
using FsCheck.Fluent;
using Papergraph.Corpus;

namespace Papergraph.Sources.Tests.Jsonl;

public class JsonlFormatTests
{
    private const string Full = """
        {"id":"10.5555/OTTER.7","title":"  Otters \n at   night ","abstract":"  One.\r\nTwo. ","authors":["Ada Quill",{"name":"Ben Pike","orcid":"https://orcid.org/0000-0002-1825-0097","affiliation":"River House"},{"name":"C. D.","affiliations":["X","Y"]}],
         "date":"2020-02-29","venue":"Water Notes","issn":"0378-5955","arxivId":"arXiv:2001.01234v2","openalex":"W99999","acl":"P19-1001","pmid":1234567,"s2":215416146,
         "url":"https://example.org/otters","kind":"article","links":["https://example.org/data","https://example.org/data"],"code":"https://example.org/code","organizations":["River House"],
         "references":["heron1999","doi:10.5555/X",{"id":"k","doi":"10.5555/Y","title":"Cited","year":1998,"author":"B. P.","raw":"B. P. Cited. 1998"}],
         "fields":["biology",7,true],"nested":{"a": [1, "two words"]},"nothing":null,"score":1.50}
        """;

    [Theory]
    [InlineData("""{"type":"node","id":"0","labels":["Paper"],"properties":{"title":"T"}}""")]
    [InlineData("""{"type":"relationship","id":"0","label":"CITES","start":{"id":"0"},"end":{"id":"1"}}""")]
    public void Nodes_and_edges_of_an_exported_graph_are_refused(string line)
    {
        Reading reading = Reading.Of(line);
        Assert.Equal("PGS029", Assert.Single(reading.Findings).Code);
        Assert.Empty(reading.Papers);
    }

    [Fact]
    public void Every_field_goes_to_its_place()
    {
        Reading reading = Reading.Of(Full.ReplaceLineEndings(" "));
        Assert.Empty(reading.Findings);
        PaperRecord paper = reading.Only;
        Assert.Equal(("jsonl", "10.5555/OTTER.7", "Otters at night", "One.\nTwo."), (paper.Source, paper.Key, paper.Title, paper.Abstract));
        Assert.Equal(
            ["doi:10.5555/otter.7", "arxiv:2001.01234", "openalex:W99999", "acl:P19-1001", "pmid:1234567", "s2:CorpusId:215416146"],
            paper.Identifiers.Select(i => i.ToString()));
        Assert.Equal(new PublicationDate(2020, 2, 29), paper.Date);
        Assert.Equal(["Ada Quill", "Ben Pike", "C. D."], paper.Authors.Select(a => a.Name));
        Assert.Equal([null, "0000-0002-1825-0097", null], paper.Authors.Select(a => a.Orcid));
        Assert.Equal([[], ["River House"], ["X", "Y"]], paper.Authors.Select(a => a.Affiliations));
        Assert.Equal(("Water Notes", "0378-5955", "article"), (paper.Venue, paper.VenueIssn, paper.Kind));
        Assert.Equal("https://example.org/otters", paper.Url);
        Assert.Equal(["https://example.org/data", "https://example.org/code"], paper.Links);
        Assert.Equal(["River House"], paper.Organizations);
        Assert.Equal(
            ["local:heron1999", "doi:10.5555/x", "doi:10.5555/y local:k"], paper.References.Select(r => string.Join(' ', r.Identifiers)));
        CitedReference last = paper.References[2];
        Assert.Equal(("Cited", 1998, "B. P.", "B. P. Cited. 1998"), (last.Title, last.Year, last.FirstAuthor, last.Raw));
        Assert.Equal(["fields: biology 7 true", "nested: {\"a\":[1,\"two words\"]}", "score: 1.50"], Extra(paper));
    }

    [Fact]
    public void The_order_of_the_fields_does_not_matter()
    {
        string[] fields =
        [
            "\"id\":\"a\"", "\"title\":\"T\"", "\"code\":\"https://e.org/c\"", "\"links\":[\"https://e.org/l\"]", "\"year\":2001",
            "\"date\":\"2001-05\"", "\"x\":[1]", "\"doi\":\"10.5555/q\"",
        ];
        string expected = Reading.Of("{" + string.Join(',', fields) + "}").Bytes[0];
        Prop.ForAll(Gen.Shuffle(fields).ToArbitrary(), shuffled => Reading.Of("{" + string.Join(',', shuffled) + "}").Bytes[0] == expected)
            .Check(Config.QuickThrowOnFailure);
    }

    [Theory]
    [InlineData("\"year\":\"soon\"", "year: soon")]
    [InlineData("\"year\":20015", "year: 20015")]
    [InlineData("\"title\":7", "title: 7")]
    [InlineData("\"abstract\":[\"a\",\"b\"]", "abstract: a b")]
    [InlineData("\"authors\":{\"name\":\"A\"}", "authors: {\"name\":\"A\"}")]
    [InlineData("\"authors\":[{\"first\":\"A\"}]", "authors: {\"first\":\"A\"}")]
    [InlineData("\"doi\":\"n/a\"", "doi: n/a")]
    [InlineData("\"pmid\":\"abc\"", "pmid: abc")]
    [InlineData("\"url\":\"see there\"", "url: see there")]
    [InlineData("\"links\":{}", "links: {}")]
    [InlineData("\"issn\":\"1234-5678\"", "issn: 1234-5678")]
    [InlineData("\"references\":\"all\"", "references: all")]
    [InlineData("\"references\":[true]", "references: true")]
    [InlineData("\"date\":\"yesterday\"", "date: yesterday")]
    [InlineData("\"date\":\"2024-02-30\"", "date: 2024-02-30")]
    [InlineData("\"date\":\"2024-1-5\"", "date: 2024-1-5")]
    [InlineData("\"pmid\":0", "pmid: 0")]
    [InlineData("\"arxivId\":\"1234.5678\"", "arxivId: 1234.5678")]
    public void A_value_that_cannot_be_used_is_kept_under_its_name_and_reported(string field, string extra)
    {
        Reading reading = Reading.Of($$"""{"id":"a",{{field}}}""");
        Assert.Equal([extra], Extra(reading.Only));
        Core.Diagnostic finding = Assert.Single(reading.Findings, f => f.Code == "PGS040");
        Assert.Contains(extra[..extra.IndexOf(':', StringComparison.Ordinal)], finding.Message, StringComparison.Ordinal);
        Assert.Equal(0, reading.Summary.Rejected);
    }

    [Theory]
    [InlineData("local:")]
    [InlineData("pmid:0")]
    public void An_id_that_names_nothing_is_kept_under_its_name_and_reported(string id)
    {
        Reading reading = Reading.Of($$"""{"id":"{{id}}","title":"T"}""");
        Assert.Equal(["PGS040"], reading.Codes);
        Assert.Equal(["id: " + id], Extra(reading.Only));
        Assert.Null(reading.Only.Key);
        Assert.Empty(reading.Only.Identifiers);
    }

    [Theory]
    [InlineData("\"year\":null,\"venue\":null,\"authors\":null,\"references\":null,\"doi\":\"\",\"url\":\" \"")]
    [InlineData("\"year\":\"\",\"authors\":[],\"references\":[],\"links\":[]")]
    public void Null_and_empty_values_are_absent_ones(string fields)
    {
        Reading reading = Reading.Of($$"""{"id":"a","title":"T",{{fields}}}""");
        Assert.Empty(reading.Findings);
        Assert.Equal(Reading.Of("""{"id":"a","title":"T"}""").Bytes, reading.Bytes);
    }

    [Theory]
    [InlineData("{\"id\":\"a\"", "PGS021")]
    [InlineData("{\"id\":\"a\",}", "PGS021")]
    [InlineData("{\"year\":2001}", "PGS024")]
    [InlineData("{\"id\":\"  \",\"title\":\"\"}", "PGS024")]
    [InlineData("[1]", "PGS023")]
    [InlineData("nonsense", "PGS021")]
    public void A_line_that_is_no_record_is_rejected_by_its_number_and_the_others_survive(string line, string code)
    {
        Reading reading = Reading.Of("{\"id\":\"a\",\"title\":\"T\"}\n\n" + line + "\n{\"id\":\"b\",\"title\":\"T\"}\n");
        Assert.Equal(["a", "b"], reading.Papers.Select(p => p.Key));
        Assert.Equal([(code, 3L)], reading.Findings.Select(f => (f.Code, f.Line)));
        Assert.Equal(1, reading.Summary.Rejected);
    }

    [Theory]
    [InlineData("[{0},{1}]")]
    [InlineData("[\n{0}\n,\n{1}\n]\n")]
    [InlineData("{0}\n{1}")]
    [InlineData("{0}\r\n\r\n{1}\r\n")]
    public void An_array_gives_the_same_records_as_lines(string frame)
    {
        string text = frame
            .Replace("{0}", """{"id":"a","title":"] } \" {"}""", StringComparison.Ordinal)
            .Replace("{1}", """{"id":"b","title":"T","x":[{}]}""", StringComparison.Ordinal);
        Reading reading = Reading.Of(text);
        Assert.Equal(["a", "b"], reading.Papers.Select(p => p.Key));
        Assert.Equal("] } \" {", reading.Papers[0].Title);
        Assert.Empty(reading.Findings);
    }

    [Fact]
    public void Objects_over_several_lines_are_records_with_the_line_on_which_they_begin()
    {
        Reading reading = Reading.Of("{\n \"id\": \"a\",\n \"title\": \"T\"\n}\n\n{\n \"id\": \"b\"\n}\n");
        Assert.Equal([("a", 1L), ("b", 6L)], reading.Found.Select(f => (f.Record.Key!, f.Line)));
    }

    [Fact]
    public void In_an_array_a_broken_object_costs_itself_only()
    {
        Reading reading = Reading.Of("[{\"id\":\"a\"},\n{\"id\":\"b\",},\n17,\n{\"id\":\"c\"}] more");
        Assert.Equal(["a", "c"], reading.Papers.Select(p => p.Key));
        Assert.Equal([("PGS021", 2L), ("PGS023", 3L), ("PGS061", 4L)], reading.Findings.Select(f => (f.Code, f.Line)));
    }

    [Fact]
    public void An_array_that_is_cut_short_keeps_what_came_before()
    {
        Reading reading = Reading.Of("[{\"id\":\"a\"},{\"id\":\"b\",\"title\":\"unfin");
        Assert.Equal("a", reading.Only.Key);
        Assert.Equal(["PGS025", "PGS066"], reading.Codes);
        Assert.Equal(1, reading.Summary.Rejected);
    }

    [Fact]
    public void Of_a_repeated_field_the_last_counts_and_that_is_said()
    {
        Reading reading = Reading.Of("""{"id":"a","title":"First","title":"Second"}""");
        Assert.Equal("Second", reading.Only.Title);
        Assert.Equal(["PGS041"], reading.Codes);
    }

    [Fact]
    public void A_year_beside_a_date_of_another_year_is_kept_and_said()
    {
        Reading reading = Reading.Of("""{"id":"a","date":"2001-05-06","year":2003}""");
        Assert.Equal(new PublicationDate(2001, 5, 6), reading.Only.Date);
        Assert.Equal(["year: 2003"], Extra(reading.Only));
        Assert.Equal(["PGS044"], reading.Codes);
    }

    [Theory]
    [InlineData("a\\ud800b", "a\uFFFDb")]
    [InlineData("\\udc00\\ud800", "\uFFFD\uFFFD")]
    [InlineData("\\ud835\\udca9", "𝒩")]
    [InlineData("\\ud835\\ud835\\udca9", "\uFFFD𝒩")]
    [InlineData("\\\\ud800", "\\ud800")]
    [InlineData("a\\u0000\\u0007b\\u200b", "ab\u200b")]
    public void Half_a_surrogate_pair_becomes_the_replacement_character(string escaped, string expected)
    {
        Reading reading = Reading.Of($$"""{"id":"a","title":"{{escaped}}","{{escaped}}":"x"}""");
        Assert.Equal(expected, reading.Only.Title);
        Assert.Empty(reading.Findings);
    }

    [Fact]
    public void What_has_no_place_in_a_reference_or_an_author_is_said_once()
    {
        const string line =
            """{"id":"a","authors":[{"name":"A","email":"x"}],"references":[{"id":"b","volume":"3"},{"id":"c","volume":"4"}]}""";
        Assert.Equal(["PGS045", "PGS045"], Reading.Of(line + "\n" + line).Codes);
    }

    [Fact]
    public void A_reference_that_is_a_printed_text_is_kept_as_printed_with_its_DOI()
    {
        PaperRecord paper = Reading.Of("""{"id":"a","references":["A. Quill. Otters. 2001. doi:10.5555/otter.","Paper 12"]}""").Only;
        Assert.Equal("A. Quill. Otters. 2001. doi:10.5555/otter.", paper.References[0].Raw);
        Assert.Equal(["doi:10.5555/otter", "local:Paper 12"], paper.References.SelectMany(r => r.Identifiers).Select(i => i.ToString()));
    }

    [Fact]
    public void Lists_and_texts_beyond_all_measure_are_cut_and_that_is_said()
    {
        string authors = string.Join(',', Enumerable.Repeat("\"A\"", 10_001));
        string references = string.Join(',', Enumerable.Repeat("\"r\"", 100_001));
        string title = new('t', 5000);
        Reading reading = Reading.Of($$"""{"id":"a","title":"{{title}}","authors":[{{authors}}],"references":[{{references}}]}""");
        Assert.Equal((4096, 10_000, 100_000), (reading.Only.Title!.Length, reading.Only.Authors.Count, reading.Only.References.Count));
        Assert.Equal(["PGS042", "PGS042", "PGS043"], reading.Codes.Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Extra(PaperRecord paper) =>
        paper.Extra.OrderBy(e => e.Key, StringComparer.Ordinal).Select(e => $"{e.Key}: {string.Join(' ', e.Value)}");
}
