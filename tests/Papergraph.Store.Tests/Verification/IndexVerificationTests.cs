using Papergraph.TestKit;

namespace Papergraph.Store.Tests;

/// <summary>Indexes whose bytes are sound in themselves and belong to other data.</summary>
public sealed class IndexVerificationTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("hash (:Paper).b", "hash (:Paper).a", "40 entries in place of 20")]
    [InlineData("hash (:Paper).a", "hash (:Paper).c", "where its value belongs")]
    [InlineData("range (:Paper).a", "range (:Paper).b", "20 entries in place of 40")]
    [InlineData("range (:Paper).b", "range (:Paper).a", "has no value to be ordered by")]
    [InlineData("range (:Paper).a", "range (:Paper).c", "not in the order of their values")]
    public void An_index_of_other_data_is_reported(string index, string with, string fault)
    {
        Publish();
        ResealedSegment segment = new(_folder.FullName);
        segment.ReplaceLayout(layout =>
        {
            IndexLayout[] indexes = [.. layout.Catalog.Indexes];
            int one = Array.FindIndex(indexes, i => i.Definition.Name == index);
            int other = Array.FindIndex(indexes, i => i.Definition.Name == with);
            (IndexDefinition first, IndexDefinition second) = (indexes[one].Definition, indexes[other].Definition);
            (indexes[one], indexes[other]) = (indexes[other] with { Definition = first }, indexes[one] with { Definition = second });
            return layout with { Catalog = layout.Catalog with { Indexes = indexes } };
        });
        VerificationReport report = GraphVerifier.Verify(_folder.FullName);
        Assert.Contains(report.Faults, found =>
            found.Message.Contains(index, StringComparison.Ordinal) && found.Message.Contains(fault, StringComparison.Ordinal));
    }

    [Fact]
    public void A_constraint_that_the_data_break_is_reported()
    {
        Publish();
        ResealedSegment segment = new(_folder.FullName);
        ConstraintLayout broken = new(ConstraintDefinition.Exists(EntityKind.Node, "Paper", "b"), null);
        segment.ReplaceLayout(layout =>
            layout with { Catalog = layout.Catalog with { Constraints = [broken, .. layout.Catalog.Constraints] } });
        string fault = Assert.Single(GraphVerifier.Verify(_folder.FullName).Faults).Message;
        Assert.Contains("node 0; node 2; node 4", fault, StringComparison.Ordinal);
    }

    private void Publish()
    {
        TestGraph.Publish(_folder.FullName, writer =>
        {
            NodeTableWriter papers = writer.AddNodeTable("Paper");
            for (int i = 0; i < 40; i++)
            {
                papers.AddNode();
                papers.Int64("a").Append(i);
                papers.String("c").Append($"{100 - i}");
                if (i % 2 == 1) papers.Double("b").Append(i);
            }

            foreach (IndexKind kind in (IndexKind[])[IndexKind.Hash, IndexKind.Range])
            {
                foreach (string property in (string[])["a", "b", "c"]) writer.AddIndex(new(kind, EntityKind.Node, "Paper", property));
            }
        });
        TestGraph.AssertSound(_folder.FullName);
    }
}
