using Papergraph.Corpus;

namespace Papergraph.Linking.Tests;

/// <summary>Sizes at which anything quadratic would take minutes: these tests end at once or not at all.</summary>
public class HostilePapersTests
{
    private const int Many = 50_000;
    private const string Title = "Sparse ladders for growing very small forests";

    [Fact]
    public void Fifty_thousand_records_of_one_title_are_one_paper() =>
        Assert.Single(Some.Link(Records(i => Some.Record($"k{i}", Title, 2020, "Ada Small"))).Papers);

    [Fact]
    public void Fifty_thousand_records_of_one_identifier_are_one_paper() =>
        Assert.Single(Some.Link(Records(i => Some.Record($"k{i}", $"Title {i}", ids: "10.1234/x"))).Papers);

    [Fact]
    public void Fifty_thousand_papers_of_one_title_stay_apart() =>
        Assert.Equal(Many, Some.Link(Records(i => Some.Record($"k{i}", Title, 2020, "Ada Small", $"10.1234/{i}"))).Papers.Count);

    [Fact]
    public void Fifty_thousand_papers_that_claim_one_identifier_stay_apart() =>
        Assert.Equal(Many, Some.Link(Records(i => Some.Record($"k{i}", $"Title {i}", ids: $"10.1234/x openalex:W{i + 1000}"))).Papers.Count);

    [Fact]
    public void Fifty_thousand_references_by_a_title_that_all_papers_share_are_one_placeholder()
    {
        LinkedPapers linked = Some.Link(
            Records(i => Some.Record($"k{i}", Title, 2020, "Ada Small", $"10.1234/{i}", references: Some.Reference(title: Title))));
        Assert.Equal(Many, linked.References.ToPlaceholders);
        Assert.Single(linked.Papers, p => p.IsPlaceholder);
    }

    private static PaperRecord[] Records(Func<int, PaperRecord> record) => [.. Enumerable.Range(0, Many).Select(record)];
}
