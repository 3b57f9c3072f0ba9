using FsCheck;
using FsCheck.Fluent;
using Papergraph.Corpus;

namespace Papergraph.Extraction.Tests;

public class SpanRepairTests
{
    [Theory]
    [InlineData("our tidal flat mapping (TFM) works", "tidal flat mapping (TFM)", "tidal flat mapping|TFM")]
    [InlineData("our tidal flat mapping (TFM) works", "tidal flat mapping (TFM", "tidal flat mapping|TFM")]
    [InlineData("our fast tidal flat mapping (TFM) works", "fast tidal flat mapping (TFM)", "fast tidal flat mapping|TFM")]
    [InlineData("our tidal flat mapping (TFM) works", "mapping (TFM)", "tidal flat mapping|TFM")]
    [InlineData("our tidal flat mapping (TFM) works", "flat mapping", "tidal flat mapping")]
    [InlineData("our tidal flat mapping (TFM) works", "tidal flat mapping (", "tidal flat mapping")]
    [InlineData("our tidal flat mapping (TFM) works", "our tidal flat mapping", "our tidal flat mapping")]
    [InlineData("our tidal flat mapping (TFM) works", "tidal flat", "tidal flat")]
    [InlineData("our tidal flat mapping (TFM) works", "flat", "flat")]
    [InlineData("our tidal flat mapping (TFM) works", "(TFM)", "TFM")]
    [InlineData("our tidal flat mapping (TFM) works", "TFM", "TFM")]
    [InlineData("our tidal flat mapping (TFM) network works", "tidal flat mapping (TFM) network", "tidal flat mapping (TFM) network")]
    [InlineData("our tidal flat mapping (TFM) works", "works", "works")]
    [InlineData("our tidal flat mapping (TFM) works", "our", "our")]
    [InlineData("the TFM (tidal flat mapping) works", "TFM (tidal flat mapping)", "TFM|tidal flat mapping")]
    [InlineData("the TFM (tidal flat mapping) works", "TFM (tidal", "TFM|tidal flat mapping")]
    [InlineData("the TFM (tidal flat mapping) works", "flat mapping)", "tidal flat mapping")]
    [InlineData("the TFM (tidal flat mapping) works", "tidal flat", "tidal flat")]
    [InlineData("the TFM (tidal flat mapping) works", "TFM (", "TFM")]
    public void A_span_is_made_to_agree_with_the_definition_that_it_meets(string text, string span, string expected)
    {
        Passage passage = new(TextField.Abstract, text);
        IReadOnlyList<SpanRepair.Repaired> repaired = SpanRepair.ToPairs([Find(passage, span)], Definitions(passage));
        Assert.Equal(expected, string.Join('|', repaired.Select(r => passage.TextOf(r.Range).ToString())));
        Assert.All(repaired, r => Assert.Equal(0, r.Source));
    }

    [Fact]
    public void Each_span_meets_its_own_definition()
    {
        Passage passage = new(
            TextField.Abstract, "A tidal flat mapping (TFM) and a deep river network (DRN) help the wave energy meter (WEM).");
        string[] spans = ["tidal flat mapping (TFM)", "mapping", "river network", "river network (DRN)", "wave", "meter"];
        IReadOnlyList<SpanRepair.Repaired> repaired =
            SpanRepair.ToPairs([.. spans.Select(span => Find(passage, span))], Definitions(passage));
        Assert.Equal(
            [
                "0 tidal flat mapping", "0 TFM", "1 tidal flat mapping", "2 deep river network", "3 deep river network", "3 DRN",
                "4 wave", "5 wave energy meter",
            ],
            repaired.Select(r => $"{r.Source} {passage.TextOf(r.Range)}"));
    }

    // Whatever the spans: each gives one or two that lie in the text, in order, and repairing again changes nothing.
    [Fact]
    public void Repair_settles_at_once()
    {
        Passage passage = new(
            TextField.Abstract,
            "Our tidal flat mapping (TFM) net and the DRN (deep river network) of the lake index (long lake index, LLI) are here.");
        IReadOnlyList<DefinitionRange> pairs = Definitions(passage);
        Assert.Equal(3, pairs.Count);
        Gen<TokenRange> span =
            from first in Gen.Choose(0, passage.Tokens.Length - 1)
            from length in Gen.Choose(1, 8)
            select new TokenRange(first, Math.Min(passage.Tokens.Length, first + length));
        Prop.ForAll(span.ListOf().ToArbitrary(), drawn =>
        {
            List<TokenRange> spans = [.. drawn.OrderBy(range => range.First)];
            IReadOnlyList<SpanRepair.Repaired> once = SpanRepair.ToPairs(spans, pairs);
            if (!once.Select(r => r.Source).Distinct().SequenceEqual(Enumerable.Range(0, spans.Count))) return false;
            if (once.GroupBy(r => r.Source).Any(group => group.Count() > 2)) return false;
            List<TokenRange> settled = [.. once.Select(r => r.Range).OrderBy(range => range.First)];
            return SpanRepair.ToPairs(settled, pairs).Select(r => r.Range).SequenceEqual(settled);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));
    }

    private static IReadOnlyList<DefinitionRange> Definitions(Passage passage)
    {
        List<Abbreviation> pairs = [];
        AbbreviationFinder.Find(passage, pairs);
        return [.. pairs.Select(pair => DefinitionRange.Of(passage, pair)).OfType<DefinitionRange>()];
    }

    private static TokenRange Find(Passage passage, string surface)
    {
        int at = passage.Text.IndexOf(surface, StringComparison.Ordinal);
        return passage.TokensOf(new Core.TextSpan(at, at + surface.Length))
            ?? throw new ArgumentException($"`{surface}` cuts a token.", nameof(surface));
    }
}
