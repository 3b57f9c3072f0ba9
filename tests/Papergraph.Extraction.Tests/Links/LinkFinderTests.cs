using Papergraph.Corpus;

namespace Papergraph.Extraction.Tests;

public class LinkFinderTests
{
    [Theory]
    [InlineData("Code: https://github.com/owner/name.", "https://github.com/owner/name code")]
    [InlineData("(see github.com/owner/name)", "github.com/owner/name code")]
    [InlineData("at https://example.org/wiki/Graph_(theory), and", "https://example.org/wiki/Graph_(theory)")]
    [InlineData("[http://example.org/a?b=c&d=1#e]", "http://example.org/a?b=c&d=1#e")]
    [InlineData("www.example.org; more", "www.example.org")]
    [InlineData("HTTPS://GitLab.com/a/b!", "HTTPS://GitLab.com/a/b code")]
    [InlineData("https://huggingface.co/a/b and https://codeberg.org/a/b", "https://huggingface.co/a/b code|https://codeberg.org/a/b code")]
    [InlineData("https://owner.github.io/page/", "https://owner.github.io/page/ code")]
    [InlineData("https://github.com is a host", "https://github.com")]
    [InlineData("our group, https://github.com/owner, has", "https://github.com/owner")]
    [InlineData("http:// nothing, www. nothing, github.com nothing", "")]
    [InlineData("no address here", "")]
    public void Addresses_end_where_the_address_ends(string text, string expected)
    {
        List<TextLink> links = [];
        LinkFinder.Find(new Passage(TextField.Abstract, text), links);
        Assert.Equal(expected, string.Join('|', links.Select(link => link.Url + (link.IsCodeRepository ? " code" : ""))));
        Assert.All(links, link => Assert.Equal(link.Url, link.Place.Span.Of(text)));
    }
}
