using Papergraph.Corpus;

namespace Papergraph.Sources.Tests.BibTeX;

public class BibTeXFormatTests
{
    [Fact]
    public void An_entry_goes_to_its_places()
    {
        Reading reading = Reading.Of("""
            @Article { quill2001,
              Title = {Otters of the {North}}, SUBTITLE = "a \emph{census}",
              author = {Quill, Ada and Ben {de la} Pike and {Otter Watch} and others},
              journal = {River \& Lake}, year = {2001}, month = 3 # "~", day = 14,
              doi = {https://doi.org/10.5555/Otter\_1}, eprint = {0803.01234}, archivePrefix = {arXiv}, pmid = 271828,
              issn = {0378-5955 (print), 1234-5679},
              url = {https://example.org/a\_b}, abstract = {One {\"o}.

              Two.}, keywords = {otter, river; north}, volume = 12, note = {n1}, school = {River House},
            }
            """);
        Assert.Empty(reading.Findings);
        PaperRecord paper = reading.Only;
        Assert.Equal(("bibtex", "quill2001", "article"), (paper.Source, paper.Key, paper.Kind));
        Assert.Equal("Otters of the North: a census", paper.Title);
        Assert.Equal(["Ada Quill", "Ben de la Pike", "Otter Watch"], paper.Authors.Select(a => a.Name));
        Assert.Equal(("River & Lake", "0378-5955", "https://example.org/a_b"), (paper.Venue, paper.VenueIssn, paper.Url));
        Assert.Equal(new PublicationDate(2001, 3, 14), paper.Date);
        Assert.Equal(["doi:10.5555/otter_1", "arxiv:0803.01234", "pmid:271828"], paper.Identifiers.Select(i => i.ToString()));
        Assert.Equal("One ö.\n\n  Two.", paper.Abstract);
        Assert.Equal(["River House"], paper.Organizations);
        Assert.Equal(["author: others", "issn: print|1234-5679", "keywords: otter, river|north", "note: n1", "volume: 12"], Extra(paper));
    }

    [Theory]
    [InlineData("title = {T} # { and } # \"U\"", "T and U")]
    [InlineData("title = long # \" form\"", "A long form")]
    [InlineData("title = LONG", "A long")]
    [InlineData("title = {a \"quoted\" word}", "a \"quoted\" word")]
    [InlineData("title = \"a {\"}quoted{\"} word\"", "a \"quoted\" word")]
    [InlineData("title = 1984", "1984")]
    [InlineData("title = {T} year = 2001", "T")]
    [InlineData(",, title = {T},,", "T")]
    [InlineData("title={T}", "T")]
    public void Values_are_joined_and_macros_resolved(string fields, string title)
    {
        Reading reading = Reading.Of($"@string(long = \"A long\")\n@misc{{k, {fields}}}");
        Assert.Equal(title, reading.Only.Title);
        Assert.Empty(reading.Findings);
    }

    [Theory]
    [InlineData("year = 2001", "2001")]
    [InlineData("year = {2001}, month = dec", "2001-12")]
    [InlineData("year = 2001, month = {March}", "2001-03")]
    [InlineData("year = 2001, month = \"10~\" # jan", "2001-01-10")]
    [InlineData("year = 2001, month = {JAN 15}", "2001-01-15")]
    [InlineData("year = 2001, month = {MAY-JUN}", "2001")]
    [InlineData("year = 2001, month = 7", "2001-07")]
    [InlineData("date = {2001-02-03}", "2001-02-03")]
    [InlineData("date = {2001-02/2002-03}, year = 1999", "2001-02")]
    [InlineData("date = {1987~}", "1987")]
    [InlineData("year = {in press}", null)]
    public void Dates_are_read_as_exactly_as_they_are_stated(string fields, string? date)
    {
        PaperRecord paper = Reading.Of($"@misc{{k, title = {{T}}, {fields}}}").Only;
        Assert.Equal(date, paper.Date?.ToString());
        Assert.Equal(date is null ? ["year: in press"] : [], Extra(paper));
    }

    [Theory]
    [InlineData("date = {2004-22}", "2004", "only its year 2004")]
    [InlineData("date = {2004-2-3}", "2004", "only its year 2004")]
    [InlineData("date = {2004-22}, year = 2004, month = mar", "2004-03", "year and month")]
    [InlineData("date = {/1997}", null, "without meaning")]
    [InlineData("date = {20040203}", null, "without meaning")]
    [InlineData("date = {soon}, year = {in press}", null, "without meaning")]
    public void A_date_in_another_form_is_kept_and_said_and_its_year_counts(string fields, string? date, string said)
    {
        Reading reading = Reading.Of($"@misc{{k, title = {{T}}, {fields}}}");
        Assert.Equal(date, reading.Only.Date?.ToString());
        Assert.Contains(reading.Only.Extra["date"][0], fields, StringComparison.Ordinal);
        Core.Diagnostic finding = Assert.Single(reading.Findings);
        Assert.Equal("PGS052", finding.Code);
        Assert.Contains(said, finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("journal = {arXiv preprint arXiv:2101.01234}", "arxiv:2101.01234")]
    [InlineData("journal = {CoRR}, volume = {abs/2101.01234}", "arxiv:2101.01234")]
    [InlineData("url = {https://arxiv.org/abs/2101.01234v3}", "arxiv:2101.01234")]
    [InlineData("eprint = {hep-th/9901001}", "arxiv:hep-th/9901001")]
    [InlineData("eprint = {271828}, eprinttype = {pubmed}", "pmid:271828")]
    [InlineData("url = {https://aclanthology.org/P19-1001/}", "acl:P19-1001")]
    [InlineData("doi = {10.48550/arXiv.2101.01234}", "arxiv:2101.01234")]
    [InlineData("eprint = {99999}, eprinttype = {jstor}", "")]
    [InlineData("journal = {Journal of 2101.01234}", "")]
    public void Identifiers_are_found_where_people_put_them(string fields, string expected) =>
        Assert.Equal(expected, string.Join(' ', Reading.Of($"@misc{{k, title = {{T}}, {fields}}}").Only.Identifiers));

    [Fact]
    public void A_key_is_no_identifier_because_other_files_use_it_for_other_papers() =>
        Assert.Empty(Reading.Of("@misc{smith2001, title = {T}}").Only.Identifiers);

    [Fact]
    public void An_entry_that_is_not_closed_costs_itself_only()
    {
        Reading reading = Reading.Of("""
            @article{a, title = {First}}
            @article{b, title = {Never closed,
              year = 2001}

              @article{c, title = {Third}}
            free text {
            @comment{ never closed
            @article{d, title = {Fourth}}
            @article{e, title = {open
            """);
        Assert.Equal(["a", "c", "d"], reading.Papers.Select(p => p.Key));
        Assert.Equal([("PGS027", 2L), ("PGS027", 9L)], reading.Findings.Select(f => (f.Code, f.Line)));
        Assert.Equal(2, reading.Summary.Rejected);
    }

    [Theory]
    [InlineData("@article{k, title = {T}, = {x}, year = 2001}", "2001")]
    [InlineData("@article{k, title = {T}, stray words here, year = 2001}", "2001")]
    [InlineData("@article{k, title = {T}, note = , year = 2001}", "2001")]
    [InlineData("@article{k, title = {T}, note = \"unclosed, year = 2001}", null)]
    [InlineData("@article{k, title = {T}, year = 2001, year = 1999}", "2001")]
    [InlineData("@article{k, title = {T}, year = 2001, note = undefined}", "2001")]
    public void A_broken_field_costs_itself_and_is_reported(string text, string? date)
    {
        Reading reading = Reading.Of(text);
        Assert.Equal(("T", date), (reading.Only.Title, reading.Only.Date?.ToString()));
        Assert.Single(reading.Findings);
    }

    [Theory]
    [InlineData("@article{title = {No key}, year = 2001}", null, "No key")]
    [InlineData("@article{, title = {T}}", null, "T")]
    [InlineData("@article( k , title = {T (with brackets)} )", "k", "T (with brackets)")]
    [InlineData("@article(k, title = \"T) or not\")", "k", "T) or not")]
    [InlineData("@article{key with blanks, title = {T}}", "key with blanks", "T")]
    [InlineData("@ARTICLE{ WOS:000123,\nTitle = {{Of {DNA}}},\n}", "WOS:000123", "Of DNA")]
    [InlineData("text me@home.org {or} @article{k, title = {T}}", "k", "T")]
    public void Unusual_forms_are_read(string text, string? key, string title)
    {
        Reading reading = Reading.Of(text, new SourceOptions { Format = "bibtex" });
        Assert.Equal((key, title), (reading.Only.Key, reading.Only.Title));
        Assert.Empty(reading.Findings);
    }

    [Fact]
    public void Comments_preambles_and_lines_that_are_commented_out_are_no_records()
    {
        Reading reading = Reading.Of("""
            @comment{jabref-meta: x}
            @preamble{"\newcommand{\x}{y}"}
            % @article{a, title = {A}}
            @comment
            @article{b, title = {B}} @article{c, title = {C}}
            """);
        Assert.Equal(["b", "c"], reading.Papers.Select(p => p.Key));
        Assert.Empty(reading.Findings);
    }

    [Fact]
    public void An_entry_that_names_no_paper_is_rejected()
    {
        Reading reading = Reading.Of("@misc{a, year = 2001}\n@misc{b, doi = {10.5555/b}}");
        Assert.Equal("b", reading.Only.Key);
        Assert.Equal(["PGS024"], reading.Codes);
    }

    [Fact]
    public void An_entry_longer_than_the_limit_is_skipped()
    {
        string text = $"@misc{{a, title = {{{new string('x', 3000)}}}}}\n@misc{{b, title = {{T}}}}";
        Reading reading = Reading.Of(text, new SourceOptions { MaxRecordBytes = 2000 });
        Assert.Equal("b", reading.Only.Key);
        Assert.Equal([("PGS020", 1L)], reading.Findings.Select(f => (f.Code, f.Line)));
    }

    private static IEnumerable<string> Extra(PaperRecord paper) =>
        paper.Extra.OrderBy(e => e.Key, StringComparer.Ordinal).Select(e => $"{e.Key}: {string.Join('|', e.Value)}");
}
