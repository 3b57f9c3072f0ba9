namespace Papergraph.Corpus.Tests;

public class IdentifierTests
{
    [Theory]
    [InlineData("https://doi.org/10.1145/3292500.3330701", "doi:10.1145/3292500.3330701")]
    [InlineData("DOI: 10.18653/V1/N19-1423", "doi:10.18653/v1/n19-1423")]
    [InlineData("10.48550/arXiv.1706.03762", "arxiv:1706.03762")]
    [InlineData("arXiv:1706.03762v7", "arxiv:1706.03762")]
    [InlineData("http://arxiv.org/abs/cs.CL/0112017v2", "arxiv:cs.cl/0112017")]
    [InlineData("https://openalex.org/W2741809807", "openalex:W2741809807")]
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
    [InlineData(null)]
    [InlineData("   ")]
    public void Blank_text_is_no_identifier(string? text) => Assert.Null(Identifier.Parse(text));
}
