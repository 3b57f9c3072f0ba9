using Papergraph.Corpus;
using Papergraph.Engine.Comparison;
using Papergraph.Pipeline;
using Papergraph.Store;
using Papergraph.TestKit;

namespace Papergraph.Engine.Tests.Comparison;

public sealed class CauseTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public CauseTests()
    {
        string papers = _folder.Write("papers.jsonl", string.Join('\n', SyntheticPapers.Lines(60)));
        string more = _folder.Write("more.jsonl", string.Join('\n', SyntheticPapers.Lines(61)));
        new GraphBuilder(new BuildOptions()).Build(_folder.File("less"), [papers]);
        new GraphBuilder(new BuildOptions()).Build(_folder.File("more"), [more]);
    }

    [Fact]
    public void All_that_a_removed_paper_took_with_it_names_its_record()
    {
        using GraphReader before = GraphDirectory.OpenRead(_folder.File("more")), after = GraphDirectory.OpenRead(_folder.File("less"));
        GraphComparison comparison = GraphComparison.Of(before, after);

        // Paper 60 is even, so it has a DOI; its record has the key p60.
        NodeChange paper = Assert.Single(
            comparison.NodeChanges(Labels.Paper), c => c.Kind == ChangeKind.Went && !c.LabelsBefore.Contains(Labels.Placeholder));
        Assert.Equal("doi:10.5555/made.60", paper.Node.Id);
        Assert.Equal(["jsonl:p60"], paper.Cause.Removed);
        Assert.Empty(paper.Cause.Added);

        EdgeChange[] mentions = [.. comparison.EdgeChanges(EdgeTypes.Mentions).Where(c => c.Source.Id == paper.Node.Id)];
        Assert.NotEmpty(mentions);
        Assert.All(mentions, m =>
        {
            Assert.Equal(ChangeKind.Went, m.Kind);
            Assert.Equal(CauseKind.Records, m.Cause.Kind);
            Assert.Equal(["jsonl:p60"], m.Cause.Removed);
            Assert.StartsWith("run:", m.Cause.RunBefore, StringComparison.Ordinal);
            Assert.Equal([paper.Node.Id], m.Cause.Papers);
        });
        NodeChange[] entities = [.. comparison.NodeChanges(Labels.Entity).Where(c => c.Kind == ChangeKind.Went)];
        Assert.NotEmpty(entities);
        Assert.All(entities, e => Assert.Equal(["jsonl:p60"], e.Cause.Removed));
        Assert.Equal(["jsonl:p60"], Assert.Single(comparison.NodeChanges(Labels.Run)).Cause.Removed);
    }

    [Fact]
    public void All_that_an_added_paper_brought_names_its_record()
    {
        using GraphReader before = GraphDirectory.OpenRead(_folder.File("less")), after = GraphDirectory.OpenRead(_folder.File("more"));
        GraphComparison comparison = GraphComparison.Of(before, after);
        NodeChange[] changes = [.. comparison.Nodes.SelectMany(n => comparison.NodeChanges(n.Key))];
        Assert.All(changes, c => Assert.Equal(["jsonl:p60"], c.Cause.Added));
        Assert.All(changes, c => Assert.Empty(c.Cause.Removed));
    }

    [Fact]
    public void A_record_with_another_content_is_both_removed_and_added()
    {
        string lines = string.Join('\n', SyntheticPapers.Lines(60));
        string changed = _folder.Write(
            "changed.jsonl", lines.Replace("\"id\":\"p0\"", "\"id\":\"p0\",\"kind\":\"thesis\"", StringComparison.Ordinal));
        new GraphBuilder(new BuildOptions()).Build(_folder.File("changed"), [changed]);
        using GraphReader before = GraphDirectory.OpenRead(_folder.File("less")), after = GraphDirectory.OpenRead(_folder.File("changed"));
        GraphComparison comparison = GraphComparison.Of(before, after);
        NodeChange[] changes = [.. comparison.Nodes.SelectMany(n => comparison.NodeChanges(n.Key))];
        Assert.NotEmpty(changes);
        Assert.All(changes, c => Assert.Contains("jsonl:p0", c.Cause.Added.Intersect(c.Cause.Removed)));
    }

    public void Dispose() => _folder.Dispose();
}
