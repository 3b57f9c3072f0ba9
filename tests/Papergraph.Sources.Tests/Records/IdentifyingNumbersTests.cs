using Papergraph.Sources.Records;

namespace Papergraph.Sources.Tests.Records;

public class IdentifyingNumbersTests
{
    // 0378-5955 and 2434-561X are the examples of ISO 3297's own documentation, 0000-0002-1825-0097 and 0000-0001-5109-3700 ORCID's.
    [Theory]
    [InlineData("0378-5955", "0378-5955")]
    [InlineData(" 03785955 ", "0378-5955")]
    [InlineData("ISSN 2434-561x", "2434-561X")]
    [InlineData("https://portal.issn.org/resource/ISSN/2434-561X", "2434-561X")]
    [InlineData("0378-5956", null)]
    [InlineData("0378-595", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void An_ISSN_has_a_check_digit(string? text, string? expected) => Assert.Equal(expected, Issn.Normalize(text));

    [Theory]
    [InlineData("0000-0002-1825-0097", "0000-0002-1825-0097")]
    [InlineData("https://orcid.org/0000-0001-5109-3700", "0000-0001-5109-3700")]
    [InlineData("orcid:0000-0002-1694-233x", "0000-0002-1694-233X")]
    [InlineData("0000-0002-1825-0098", null)]
    [InlineData("0000000218250097", null)]
    [InlineData(null, null)]
    public void An_ORCID_has_a_check_digit(string? text, string? expected) => Assert.Equal(expected, Orcid.Normalize(text));

    [Theory]
    [InlineData(" https://example.org/a?b=c#d ", "https://example.org/a?b=c#d")]
    [InlineData("http://example.org", "http://example.org")]
    [InlineData("ftp://example.org/x", "ftp://example.org/x")]
    [InlineData("example.org", null)]
    [InlineData("javascript:alert(1)", null)]
    [InlineData("file:///etc/passwd", null)]
    [InlineData("https://example.org/a b", null)]
    [InlineData("https://example.org/<x>", null)]
    [InlineData("/relative", null)]
    public void An_address_is_one_that_a_reader_can_open(string text, string? expected) => Assert.Equal(expected, WebAddress.Normalize(text));
}
