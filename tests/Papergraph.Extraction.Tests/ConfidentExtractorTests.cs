using Papergraph.Core;
using Papergraph.Corpus;

namespace Papergraph.Extraction.Tests;

public class ConfidentExtractorTests
{
    private static readonly PaperText Text = new("", "abcdef");

    [Fact]
    public void What_is_less_sure_is_left_out_with_all_that_refers_to_it()
    {
        PaperExtraction found = new ConfidentExtractor(new Fixed(), 0.5).Extract(Text);
        Assert.Equal([0.9, 0.5], found.Mentions.Select(m => m.Confidence));
        Assert.Equal([new RoleClaim(1, Role.Uses, 0.8)], found.Roles);
        Assert.Equal([(0, 1)], found.Statements.Select(s => (s.Head, s.Tail)));
        ReportedResult result = Assert.Single(found.Results);
        Assert.Equal((1, (int?)null, (int?)0), (result.Metric, result.Dataset, result.Method));
        Assert.Single(found.Links);
    }

    [Fact]
    public void Nothing_is_left_out_at_zero() => Assert.Equivalent(new Fixed().Extract(Text), new ConfidentExtractor(new Fixed(), 0).Extract(Text));

    [Fact]
    public void Its_identity_tells_the_confidence() => Assert.Equal("fixed min-confidence=0.25", new ConfidentExtractor(new Fixed(), 0.25).Identity);

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void A_confidence_outside_its_range_is_refused(double least) =>
        Assert.Equal("PGM101", Assert.Throws<PapergraphException>(() => new ConfidentExtractor(new Fixed(), least)).Code);

    private sealed class Fixed : IExtractor
    {
        public string Identity => "fixed";

        public PaperExtraction Extract(PaperText text) => new(
            [new(EntityType.Method, At(0), 0.9), new(EntityType.Task, At(1), 0.4), new(EntityType.Metric, At(2), 0.5)],
            [new(At(0), At(1), 0.3)],
            [new(0, Role.Introduces, 0.2), new(1, Role.Uses, 0.9), new(2, Role.Uses, 0.8)],
            [new(0, Relation.UsedFor, 1, At(0), 0.9), new(0, Relation.MeasuredBy, 2, At(0), 0.6), new(2, Relation.IsA, 0, At(0), 0.1)],
            [new(At(3), "d", false)],
            [new(2, 1, "%", 1, 0, At(4), 0.9), new(1, 2, "%", null, null, At(5), 0.9)]);

        private static FieldSpan At(int start) => new(TextField.Abstract, new TextSpan(start, start + 1));
    }
}
