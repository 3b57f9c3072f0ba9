using FsCheck;
using FsCheck.Fluent;
using Papergraph.Core;

namespace Papergraph.Extraction.Tests;

public class AbbreviationFinderTests
{
    [Theory]
    [InlineData("We study tidal flat mapping (TFM) from space.", "TFM = tidal flat mapping")]
    [InlineData("Deep river networks (DRNs) are used.", "DRNs = Deep river networks")]
    [InlineData("a graph-based answer finder [GAF] exists", "GAF = graph-based answer finder")]
    [InlineData("the index of erosion and soil health (IESH)", "IESH = index of erosion and soil health")]
    [InlineData("the low-pressure-index (LPI) value", "LPI = low-pressure-index")]
    [InlineData("levels of non-linear flow energy (LFE)", "LFE = linear flow energy")]
    [InlineData("use of the \"soft edge detector\" (\"SED\")", "SED = soft edge detector")]
    [InlineData("a Stochastic Hill Climber 2 (SHC2)", "SHC2 = Stochastic Hill Climber 2")]
    [InlineData("(soil water index (SWI) analysis)", "SWI = soil water index")]
    [InlineData("the Frost and Surface-Ice Study (FSIS) began", "FSIS = Frost and Surface-Ice Study")]
    [InlineData("we map tides with shore lenses (briefly SLs)", "SLs = shore lenses")]
    [InlineData("a mapped shore index, (MSI), was kept", "MSI = mapped shore index")]
    [InlineData("a mapped shore index(MSI) was kept", "MSI = mapped shore index")]
    [InlineData("the wave buoy (WB)s moved", "WB = wave buoy")]
    public void Initials_give_the_whole_long_form(string text, string expected) => Assert.Equal(expected, Pairs(text));

    [Theory]
    [InlineData("hydrocyanate (HCN) was found", "HCN = hydrocyanate")]
    [InlineData("the CoastNet (Coastal Network) data", "CoastNet = Coastal Network")]
    [InlineData("a temperature gradient map framework (TGM) was made", "TGM = temperature gradient map framework")]
    [InlineData("a shore-based adaptive raster net (ShARNet)", "ShARNet = shore-based adaptive raster net")]
    [InlineData("the glacioseismogram (GSG)", "GSG = glacioseismogram")]
    [InlineData("some cyclosiltanes (cst) rose", "cst = cyclosiltanes")]
    public void Letters_inside_words_are_found(string text, string expected) => Assert.Equal(expected, Pairs(text));

    [Theory]
    [InlineData("a two-dimensional (2D) map", "2D = two-dimensional")]
    [InlineData("rivers-to-lakes (R2L) transfer", "R2L = rivers-to-lakes")]
    [InlineData("the level of second language (L2) learners", "L2 = second language")]
    [InlineData("maps by adaptive aligned rastering (A2R)", "A2R = adaptive aligned rastering")]
    [InlineData("cross-shore drift (XSD) was slow", "XSD = cross-shore drift")]
    [InlineData("a lake ice factor-alpha (LIF-α) value", "LIF-α = lake ice factor-alpha")]
    [InlineData("the Lake Ice Seismic Archive (LISA 2021)", "LISA 2021 = Lake Ice Seismic Archive")]
    [InlineData("its maximum drift (Dmax) was low", "Dmax = maximum drift")]
    [InlineData("a lagoon volume (V(L)) of two litres", "V(L) = lagoon volume")]
    [InlineData("the internal Na+ level ([Na+]i) rose", "[Na+]i = internal Na+ level")]
    public void Digits_and_signs_stand_for_words(string text, string expected) => Assert.Equal(expected, Pairs(text));

    [Theory]
    [InlineData("We call it RAIN (Robust Alignment of Image Names).", "RAIN = Robust Alignment of Image Names")]
    [InlineData("its s2s (shore-to-ship) link", "s2s = shore-to-ship")]
    [InlineData("Results (mean wave period, MWP) are given.", "MWP = mean wave period")]
    [InlineData("a tool (namely, Open Wave Atlas, or OWA) was made", "OWA = Open Wave Atlas")]
    [InlineData("a wave energy meter (type 3; WEM) was bought", "WEM = wave energy meter")]
    [InlineData("with N-(2-oxo) tidal amine (NOTA) added", "NOTA = N-(2-oxo) tidal amine")]
    public void Forms_stand_on_either_side_of_a_bracket_or_both_in_it(string text, string expected) => Assert.Equal(expected, Pairs(text));

    [Theory]
    [InlineData("It was small (see Table 2) and late (e.g., in May).")]
    [InlineData("The effect is clear (P=0.03).")]
    [InlineData("Two groups (A) and (B) were formed.")]
    [InlineData("The trials (range 2 to 5) ended.")]
    [InlineData("The DRN model (DRN) is ours.")]
    [InlineData("(ABC) begins the text")]
    [InlineData("never closed (NCB")]
    [InlineData("levels of phosphorylated soil reactive kaolin (SRK)1/2 fell")]
    [InlineData("some receptors SABA(B) were seen")]
    [InlineData("an effective flow H(eff) was seen")]
    [InlineData("it had seven lakes, sand, a quay (SLQ)")]
    [InlineData("sand is what ran dry (SRD)")]
    [InlineData("the twelve lakes (relative) were deep")]
    [InlineData("the mild sea foam (msf 5 cm) was removed")]
    [InlineData("")]
    public void Brackets_that_define_nothing_give_nothing(string text) => Assert.Equal("", Pairs(text));

    [Fact]
    public void Confidence_falls_with_the_distance_from_initials()
    {
        double Of(string text) => Assert.Single(Abbreviations.In(text)).Confidence;
        double initials = Of("the tidal flat mapping (TFM)"), insideWord = Of("the glacioseismogram (GSG)");
        double leftOut = Of("the coastal map hydrograms (CHG)");
        Assert.True(initials > insideWord && insideWord > leftOut, $"{initials} {insideWord} {leftOut}");
        Assert.InRange(leftOut, 0.5, 1);
    }

    [Fact]
    public void Any_text_gives_places_inside_it_that_cut_no_character()
    {
        Prop.ForAll(HostileText.Any, text =>
        {
            foreach ((TextSpan shortForm, TextSpan longForm, double confidence) in Abbreviations.In(text))
            {
                if (!IsWhole(text, shortForm) || !IsWhole(text, longForm) || shortForm.Overlaps(longForm)) return false;
                if (confidence is not (> 0 and <= 1)) return false;
            }

            return true;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));
    }

    // Every bracket looks for its short form as far back as it may, and finds as many places for each letter as can be.
    [Fact]
    public void A_text_of_one_letter_and_brackets_is_read_to_its_end()
    {
        string piece = $"{new string('a', 50)} (Aaaaaaaaaaaa) ";
        string text = string.Concat(Enumerable.Repeat(piece, 1_500)) + "wave buoy (WB)";
        Assert.Contains(Abbreviations.In(text), pair => pair.Short.Of(text) == "WB");
    }

    private static bool IsWhole(string text, TextSpan span) =>
        span.Start >= 0 && span.Length > 0 && span.End <= text.Length
        && !IsInsidePair(text, span.Start) && !IsInsidePair(text, span.End);

    private static bool IsInsidePair(string text, int at) =>
        at > 0 && at < text.Length && char.IsHighSurrogate(text[at - 1]) && char.IsLowSurrogate(text[at]);

    private static string Pairs(string text) =>
        string.Join("; ", Abbreviations.In(text).Select(pair => $"{pair.Short.Of(text)} = {pair.Long.Of(text)}"));
}
