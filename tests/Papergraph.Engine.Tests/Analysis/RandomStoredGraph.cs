using Papergraph.Store;
using Papergraph.TestKit;

namespace Papergraph.Engine.Tests.Analysis;

/// <summary>A small stored graph of papers, authors and methods with edges between any of them, parallel ones and loops too; if asked for,
/// changed by a transaction, so that ids have gaps.</summary>
internal sealed class RandomStoredGraph : IDisposable
{
    private static readonly string[][] LabelSets = [["Paper"], ["Paper", "Placeholder"], ["Author"], ["Entity", "Method"]];
    private static readonly string[] Types = ["CITES", "MENTIONS", "ODD"];

    private readonly TemporaryFolder _folder = new();

    internal RandomStoredGraph(int seed, bool edited)
    {
        Random random = new(seed);
        Path = _folder.File("g");
        using (GraphWriteLock writeLock = GraphDirectory.Lock(Path))
        using (SegmentWriter writer = writeLock.BeginVersion())
        {
            List<int>[] nodes = [.. LabelSets.Select(labels => AddNodes(writer.AddNodeTable(labels), random))];
            List<int> papers = [.. nodes[0], .. nodes[1]], all = [.. nodes.SelectMany(n => n)];
            AddEdges(writer.AddEdgeTable("CITES"), papers, papers, random);
            AddEdges(writer.AddEdgeTable("MENTIONS"), papers, nodes[3], random);
            AddEdges(writer.AddEdgeTable("ODD"), all, all, random);
            writer.AddKeyIndex("Paper", "id");
            writer.Publish();
        }

        if (edited) Edit(random);
        Reader = GraphDirectory.OpenRead(Path);
        Graph = PaperGraph.Of(Reader);
    }

    internal string Path { get; }

    internal GraphReader Reader { get; }

    internal PaperGraph Graph { get; }

    public void Dispose()
    {
        Graph.Dispose();
        _folder.Dispose();
    }

    private static List<int> AddNodes(NodeTableWriter table, Random random)
    {
        List<int> nodes = [];
        for (int i = random.Next(1, 6); i > 0; i--)
        {
            nodes.Add(table.AddNode());
            table.String("id").Append($"doi:10.5555/n{nodes[^1]}");
            table.Int64("year").Append(2000 + random.Next(5));
        }

        return nodes;
    }

    private static void AddEdges(EdgeTableWriter table, List<int> sources, List<int> targets, Random random)
    {
        DoubleColumnWriter weight = table.Double("w");
        for (int i = random.Next(1, 15); i > 0; i--)
        {
            table.Add(sources[random.Next(sources.Count)], targets[random.Next(targets.Count)]);
            weight.Append(random.Next(1, 9));
        }
    }

    private void Edit(Random random)
    {
        using GraphStore store = GraphStore.Open(Path);
        using GraphTransaction change = store.Begin();
        int[] nodes = [.. Enumerable.Range(0, change.Read().NodeBound).Where(node => random.Next(5) > 0)];
        foreach (int gone in Enumerable.Range(0, change.Read().NodeBound).Except(nodes)) change.DeleteNode(gone, detach: true);
        nodes = [.. nodes, .. Enumerable.Range(0, random.Next(4)).Select(_ => change.CreateNode(LabelSets[random.Next(LabelSets.Length)]))];
        for (int i = nodes.Length == 0 ? 0 : random.Next(6); i > 0; i--)
        {
            string type = Types[random.Next(Types.Length)];
            long edge = change.CreateEdge(type, nodes[random.Next(nodes.Length)], nodes[random.Next(nodes.Length)]);
            change.SetEdgeProperty(type, edge, "w", (double)random.Next(1, 9));
        }

        change.Commit();
    }
}
