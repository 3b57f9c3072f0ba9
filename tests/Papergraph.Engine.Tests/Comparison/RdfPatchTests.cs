using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Papergraph.Engine.Comparison;
using Papergraph.Rdf;
using Papergraph.Store;
using Papergraph.TestKit;
using Papergraph.TestKit.Graphs;

namespace Papergraph.Engine.Tests.Comparison;

public class RdfPatchTests
{
    // Oracle: the RDF views of both graphs as sets of lines; the patch is applied by what its letters mean.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Applying_the_patch_makes_the_new_triples_of_the_old(bool includeEvidence) =>
        Prop.ForAll(Gen.Zip(ModelGraph.Any, Gen.Choose(0, 1_000_000)).ToArbitrary(), edit =>
        {
            using TemporaryFolder first = new(), second = new();
            using GraphReader was = edit.Item1.Open(first), now = ModelEdits.Edited(edit.Item1, edit.Item2).Open(second);
            HashSet<string> triples = TriplesOf(was, includeEvidence);
            string[] patch = PatchOf(GraphComparison.Of(was, now), includeEvidence);

            Assert.Matches("^H id <uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}> \\.$", patch[0]);
            Assert.Equal("TX .", patch[1]);
            Assert.Equal("TC .", patch[^1]);
            foreach (string line in patch[2..^1])
            {
                if (line[0] == 'D') Assert.True(triples.Remove(line[2..]), "deletes what is not there: " + line);
                else if (line[0] == 'A') Assert.True(triples.Add(line[2..]), "adds what is there: " + line);
                else Assert.Fail("unknown line: " + line);
            }

            Assert.Subset(TriplesOf(now, includeEvidence), triples);
            Assert.Superset(TriplesOf(now, includeEvidence), triples);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    [Fact]
    public void The_patch_of_equal_graphs_changes_nothing()
    {
        using TemporaryFolder folder = new();
        using GraphReader graph = new ModelGraph([new(["Paper"], new Dictionary<string, object> { ["id"] = "a" })], []).Open(folder);
        Assert.Equal(["TX .", "TC ."], PatchOf(GraphComparison.Of(graph, graph), includeEvidence: true)[1..]);
    }

    private static string[] PatchOf(GraphComparison comparison, bool includeEvidence)
    {
        using MemoryStream output = new();
        RdfPatch.Write(comparison, output, includeEvidence);
        return Encoding.UTF8.GetString(output.ToArray()).TrimEnd('\n').Split('\n');
    }

    private static HashSet<string> TriplesOf(GraphReader graph, bool includeEvidence)
    {
        using MemoryStream output = new();
        using NTriplesWriter writer = new(output);
        new RdfGraphView(graph, new RdfViewOptions { IncludeEvidence = includeEvidence, NamesByContent = true }).WriteTo(writer);
        writer.Complete();
        return [.. Encoding.UTF8.GetString(output.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries)];
    }
}
