using Papergraph.Corpus;

namespace Papergraph.Sources.Tests.BibTeX;

public class CitedWorksTests
{
    [Fact]
    public void Cited_references_of_Web_of_Science_are_one_a_line()
    {
        PaperRecord paper = Reading.Of("""
            @article{ WOS:000000001,
            Author = {Quill, Ada},
            Title = {{Otters}},
            Cited-References = {Heron H, 1999, BIRD NOTES, V7, P1, DOI 10.5555/heron\_1.
               Pike B, 2000, RIVERS LAKES, V2, P3, DOI 10.5555/A(1)2, 10.5555/b.
               {*}FISH BOARD, 1987, REPORT.
               Anonymous leaflet.},
            }
            """).Only;
        Assert.Equal(["Heron H", "Pike B", "FISH BOARD", null], paper.References.Select(r => r.FirstAuthor));
        Assert.Equal([1999, 2000, 1987, null], paper.References.Select(r => r.Year));
        Assert.Equal(["doi:10.5555/heron_1", "doi:10.5555/a(1)2", "", ""], paper.References.Select(r => string.Join(' ', r.Identifiers)));
        Assert.Equal("Anonymous leaflet", paper.References[3].Raw);
        Assert.All(paper.References, r => Assert.Null(r.Title));
    }

    [Fact]
    public void References_of_older_Scopus_exports_give_author_title_and_year()
    {
        PaperRecord paper = Reading.Of("""
            @ARTICLE{Quill2001,
            title={Otters},
            references={Heron, H.J., Pike, B., On herons, and where they stand (1999) Bird Notes, 7, pp. 1-12;
                        Gull, G.-F., Gulls (2000) Shore, 1 (2), p. 3; Some report},
            }
            """).Only;
        Assert.Equal(["Heron, H.J.", "Gull, G.-F.", null], paper.References.Select(r => r.FirstAuthor));
        Assert.Equal(["On herons, and where they stand", "Gulls", null], paper.References.Select(r => r.Title));
        Assert.Equal([1999, 2000, null], paper.References.Select(r => r.Year));
        Assert.Equal("Some report", paper.References[2].Raw);
    }

    [Fact]
    public void References_of_newer_Scopus_exports_give_author_and_year_but_no_guessed_title()
    {
        PaperRecord paper = Reading.Of("""
            @ARTICLE{Quill2001,
            title={Otters},
            references={Heron H.J., Pike B., On herons, and where they stand, Bird Notes, 7, 1, pp. 1-12, (1999);
                        Gull G., Gulls, Shore, doi: 10.5555/gull, (2000)},
            }
            """).Only;
        Assert.Equal(["Heron H.J.", "Gull G."], paper.References.Select(r => r.FirstAuthor));
        Assert.Equal([1999, 2000], paper.References.Select(r => r.Year));
        Assert.All(paper.References, r => Assert.Null(r.Title));
        Assert.Equal("doi:10.5555/gull", paper.References[1].Identifiers.Single().ToString());
    }

    [Theory]
    [InlineData("10.5555/a, 10.5555/b", "doi:10.5555/a doi:10.5555/b")]
    [InlineData("arXiv:2101.01234; P19-1001", "arxiv:2101.01234 acl:P19-1001")]
    [InlineData("one\n two,", "local:one local:two")]
    [InlineData("w101, openalex:W101, smith/1234567", "local:w101 openalex:W101 local:smith/1234567")]
    public void Lists_of_keys_and_identifiers_are_taken_as_such(string list, string expected)
    {
        PaperRecord paper = Reading.Of($"@misc{{k, title = {{T}}, references = {{{list}}}}}").Only;
        Assert.Equal(expected, string.Join(' ', paper.References.SelectMany(r => r.Identifiers)));
    }

    [Fact]
    public void A_key_that_looks_like_a_work_of_OpenAlex_means_the_entry_of_the_file()
    {
        Reading reading = Reading.Of("@misc{k, title = {T}, cites = {w101}}\n@book{w101, title = {Walks}, year = 1999}\n");
        CitedReference cited = Assert.Single(reading.Papers.Single(p => p.Key == "k").References);
        Assert.Equal(("Walks", 1999), (cited.Title, cited.Year));
    }
}
