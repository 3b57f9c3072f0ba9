using Papergraph.TestKit;

namespace Papergraph.Store.Tests;

public sealed class GraphStorageTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(20)]
    public void Parts_add_up_to_the_files_and_files_to_the_directory(int seed)
    {
        string path = _folder.File("graph");
        TestGraph.Publish(path, GraphModel.Random(seed).Write);
        using (GraphWriteLock held = GraphDirectory.Lock(path)) held.CreateSnapshot("first");
        TestGraph.Publish(path, GraphModel.Random(seed + 1).Write);
        using (GraphWriteLock held = GraphDirectory.Lock(path))
        {
            held.CreateSnapshot("second");
            held.CreateSnapshot("third");
        }

        File.WriteAllText(Path.Combine(path, "stray.txt"), "left by somebody");
        Check(path);
        using GraphWriteLock writer = GraphDirectory.Lock(path);      // measuring goes on beside a writer
        Check(path);
    }

    [Fact]
    public void A_segment_that_several_snapshots_share_is_counted_once()
    {
        string path = _folder.File("graph");
        TestGraph.Publish(path, GraphModel.Random(4).Write);
        long before = GraphStorage.Measure(path).Bytes;
        using (GraphWriteLock held = GraphDirectory.Lock(path))
        {
            held.CreateSnapshot("a");
            held.CreateSnapshot("b");
        }

        StorageReport report = GraphStorage.Measure(path);
        Assert.Equal(["current", "a", "b"], report.Files.Single(f => f.Name == "segment-1.pgs").UsedBy);
        long references = report.Files.Where(f => f.Name.StartsWith("snapshots/", StringComparison.Ordinal)).Sum(f => f.Bytes);
        Assert.InRange(references, 1, 1000);
        Assert.Equal(before + references, report.Bytes);
    }

    // Sizes that follow from docs/formats/store.md alone.
    [Fact]
    public void Columns_and_directions_have_the_bytes_of_the_format()
    {
        string path = _folder.File("graph");
        const int Nodes = 1000, Edges = 5000;
        TestGraph.Publish(path, writer =>
        {
            NodeTableWriter table = writer.AddNodeTable("Paper");
            DoubleColumnWriter score = table.Double("score");
            for (int n = 0; n < Nodes; n++)
            {
                table.AddNode();
                score.Append(n);
            }

            EdgeTableWriter edges = writer.AddEdgeTable("CITES");
            for (int e = 0; e < Edges; e++) edges.Add(e % Nodes, (e * 7) % Nodes);
        });
        StorageReport report = GraphStorage.Measure(path);
        Assert.Equal(Nodes * 8, Part(StorageKind.Column, "Paper", "score"));
        Assert.Equal(((Nodes + 1) * 8) + (Edges * 4), Part(StorageKind.Adjacency, "CITES", "outgoing"));

        long Part(StorageKind kind, string table, string name) =>
            report.Items.Where(i => (i.Kind, i.Table, i.Name) == (kind, table, name)).Sum(i => i.Bytes);
    }

    [Fact]
    public void A_pack_is_measured_as_what_it_was_made_of()
    {
        string path = _folder.File("graph"), pack = _folder.File("graph.pgpack");
        TestGraph.Publish(path, GraphModel.Random(5).Write);
        using (GraphReader reader = GraphDirectory.OpenRead(path)) GraphPack.Write(reader, pack);
        StorageReport graph = GraphStorage.Measure(path), packed = GraphStorage.Measure(pack);
        Assert.Equal(new FileInfo(pack).Length, packed.Bytes);
        Assert.Equal(packed.Bytes, packed.Items.Sum(i => i.Bytes));
        Assert.Equal(
            graph.Items.Where(i => i.File == "segment-1.pgs").Select(i => (i.Kind, i.Table, i.Name, i.Bytes)),
            packed.Items.Skip(1).Select(i => (i.Kind, i.Table, i.Name, i.Bytes)));
    }

    private static void Check(string path)
    {
        StorageReport report = GraphStorage.Measure(path);
        string[] files = [.. Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories)];
        Assert.Equal(
            files.Select(f => (Name: Path.GetRelativePath(path, f).Replace('\\', '/'), new FileInfo(f).Length))
                .OrderBy(f => f.Name, StringComparer.Ordinal),
            report.Files.Select(f => (f.Name, f.Bytes)));
        foreach (StoredFile file in report.Files)
            Assert.Equal(file.Bytes, report.Items.Where(i => i.File == file.Name).Sum(i => i.Bytes));
        Assert.All(report.Items, i => Assert.True(i.Bytes >= 0));
        Assert.Equal(StorageKind.Unused, report.Items.Single(i => i.File == "stray.txt").Kind);
    }

    public void Dispose() => _folder.Dispose();
}
