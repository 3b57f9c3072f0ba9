using Papergraph.Corpus;

namespace Papergraph.Extraction.Tests;

public class AbbreviationLinksTests
{
    private static readonly AbbreviationLinks Links = Of(
        "Tidal flat mapping (TFM) and deep river networks (DRNs) need wave energy meters (WEM). A tiny foam mixer (TFM) does not.");

    [Theory]
    [InlineData("TFM", "Tidal flat mapping")]
    [InlineData("TFMs", "Tidal flat mapping")]
    [InlineData("DRNs", "deep river networks")]
    [InlineData("DRN", "deep river networks")]
    [InlineData("tfm", null)]
    [InlineData("TFM-based", null)]
    [InlineData("", null)]
    [InlineData("s", null)]
    public void A_short_form_stands_for_its_first_long_form(string surface, string? expected) =>
        Assert.Equal(expected, Links.LongForm(surface));

    [Theory]
    [InlineData("TFM-based maps", "Tidal flat mapping-based maps")]
    [InlineData("a DRN/WEM pair", "a deep river networks/wave energy meters pair")]
    [InlineData("(TFMs)", "(Tidal flat mapping)")]
    [InlineData("WEM", "wave energy meters")]
    [InlineData("TFMX-based maps", null)]
    [InlineData("  ", null)]
    [InlineData("-", null)]
    [InlineData("", null)]
    public void Every_short_form_of_a_compound_is_written_out(string surface, string? expected) =>
        Assert.Equal(expected, Links.Expand(surface));

    [Theory]
    [InlineData("DRN", "DRNs", true)]
    [InlineData("DRN", "deep river networks", true)]
    [InlineData("DRN", "WEM", false)]
    [InlineData("lake", "lake", true)]
    [InlineData("lake", "Lake", false)]
    public void Surfaces_of_one_long_form_are_one(string a, string b, bool expected) => Assert.Equal(expected, Links.AreOne(a, b));

    private static AbbreviationLinks Of(string text)
    {
        List<Abbreviation> pairs = [];
        AbbreviationFinder.Find(new Passage(TextField.Abstract, text), pairs);
        return new AbbreviationLinks(new PaperText("", text), pairs);
    }
}
