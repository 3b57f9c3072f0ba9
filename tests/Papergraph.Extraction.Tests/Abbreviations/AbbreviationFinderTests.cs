using Papergraph.Corpus;

namespace Papergraph.Extraction.Tests;

public class AbbreviationFinderTests
{
    [Theory]
    [InlineData("We study tidal flat mapping (TFM) from space.", "TFM = tidal flat mapping")]
    [InlineData("Deep river networks (DRNs) are used.", "DRNs = Deep river networks")]
    [InlineData("We call it RAIN (Robust Alignment of Image Names).", "RAIN = Robust Alignment of Image Names")]
    [InlineData("Results (mean wave period, MWP) are given.", "MWP = mean wave period")]
    [InlineData("a graph-based answer finder [GAF] exists", "GAF = graph-based answer finder")]
    [InlineData("the index of erosion and soil health (IESH)", "IESH = index of erosion and soil health")]
    [InlineData("the low-pressure-index (LPI) value", "LPI = low-pressure-index")]
    [InlineData("levels of non-linear flow energy (LFE)", "LFE = linear flow energy")]
    [InlineData("use of the \"soft edge detector\" (\"SED\")", "SED = soft edge detector")]
    [InlineData("a Stochastic Hill Climber 2 (SHC2)", "SHC2 = Stochastic Hill Climber 2")]
    [InlineData("hydrocyanate (HCN) was found", "HCN = hydrocyanate")]
    [InlineData("(soil water index (SWI) analysis)", "SWI = soil water index")]
    public void A_pair_is_found_with_its_whole_long_form(string text, string expected) => Assert.Equal(expected, Pairs(text));

    [Theory]
    [InlineData("It was small (see Table 2) and late (e.g., in May).")]
    [InlineData("The effect is clear (P=0.03).")]
    [InlineData("Two groups (A) and (B) were formed.")]
    [InlineData("The trials (range 2 to 5) ended.")]
    [InlineData("The DRN model (DRN) is ours.")]
    [InlineData("(ABC) begins the text")]
    [InlineData("never closed (NCB")]
    [InlineData("")]
    public void Brackets_that_define_nothing_give_nothing(string text) => Assert.Equal("", Pairs(text));

    private static string Pairs(string text)
    {
        PaperText paper = new("", text);
        List<Abbreviation> found = [];
        AbbreviationFinder.Find(new Passage(TextField.Abstract, text), found);
        return string.Join("; ", found.Select(pair => $"{paper.At(pair.Short)} = {paper.At(pair.Long)}"));
    }
}
