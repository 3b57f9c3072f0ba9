namespace Papergraph.Corpus.Tests;

public class IdentifierTests
{
    [Theory]
    [InlineData("https://doi.org/10.1145/3292500.3330701", "doi:10.1145/3292500.3330701")]
    [InlineData("DOI: 10.18653/V1/N19-1423", "doi:10.18653/v1/n19-1423")]
    [InlineData("10.48550/arXiv.1706.03762", "arxiv:1706.03762")]
    [InlineData("arXiv:1706.03762v7", "arxiv:1706.03762")]
    [InlineData("http://arxiv.org/abs/cs.CL/0112017v2", "arxiv:cs.cl/0112017")]
    [InlineData("arXiv:astro-ph/9901001", "arxiv:astro-ph/9901001")]
    [InlineData("Q-ALG/9501001v2", "arxiv:q-alg/9501001")]
    [InlineData("0704.0001", "arxiv:0704.0001")]
    [InlineData("2412.12345", "arxiv:2412.12345")]
    [InlineData("https://openalex.org/W2741809807", "openalex:W2741809807")]
    [InlineData("openalex:w2741809807", "openalex:W2741809807")]
    [InlineData("P98-2133", "acl:P98-2133")]
    [InlineData("2020.acl-main.1", "acl:2020.acl-main.1")]
    [InlineData("https://aclanthology.org/W18-6481/", "acl:W18-6481")]
    [InlineData("PMID: 29768149", "pmid:29768149")]
    [InlineData("s2:CorpusID:13756489", "s2:CorpusId:13756489")]
    [InlineData("nips:2019:0a1b2c3d4e", "local:nips:2019:0a1b2c3d4e")]
    [InlineData("1234", "local:1234")]
    public void Each_scheme_is_recognised_and_brought_to_its_normal_form(string text, string expected) =>
        Assert.Equal(expected, Identifier.Parse(text)!.Value.ToString());

    [Theory]
    [InlineData("doi:10.1145/3292500.3330701")]
    [InlineData("arxiv:1706.03762")]
    [InlineData("local:nips:2019:0a1b2c3d4e")]
    public void The_text_of_an_identifier_reads_back(string text)
    {
        Assert.Equal(text, Identifier.FromText(text).ToString());
        Assert.Equal(text, Identifier.Parse(text)!.Value.ToString());
    }

    [Theory]
    [InlineData("w101")]                 // such as a reference manager makes of Watson, page 101
    [InlineData("W2741809807")]
    [InlineData("smith/1234567")]        // no archive of arXiv
    [InlineData("math/9913001")]         // no month
    [InlineData("math/9012001")]         // before arXiv
    [InlineData("hep-th/0801001")]       // after the old form
    [InlineData("1234.5678")]            // no month
    [InlineData("0703.0001")]            // before the new form
    [InlineData("0")]
    public void A_key_that_only_looks_like_an_identifier_stays_a_key(string text) =>
        Assert.Equal(new Identifier(IdentifierScheme.Local, text), Identifier.Parse(text));

    [Fact]
    public void A_bare_number_of_OpenAlex_is_one_where_it_is_expected() =>
        Assert.Equal("openalex:W2741809807", Identifier.OpenAlex("w2741809807")?.ToString());

    [Theory]
    [InlineData(null)]
    [InlineData("   ")]
    [InlineData("pmid:0")]
    [InlineData("PMID: 000")]
    [InlineData("local:")]
    [InlineData("local: ")]
    [InlineData("doi:")]
    [InlineData("arXiv:")]
    [InlineData("S2:")]
    public void Blank_text_and_a_scheme_without_a_value_are_no_identifier(string? text) => Assert.Null(Identifier.Parse(text));

    [Fact]
    public void Zero_is_no_number_of_PubMed() => Assert.Null(Identifier.Pmid("0", bare: true));

    [Theory]
    [InlineData("doi:")]
    [InlineData("local:")]
    [InlineData("0:10.1000/x")]
    [InlineData("isbn:1")]
    [InlineData(":x")]
    [InlineData("x")]
    public void Text_that_no_identifier_has_is_refused(string text) => Assert.Throws<FormatException>(() => Identifier.FromText(text));
}
