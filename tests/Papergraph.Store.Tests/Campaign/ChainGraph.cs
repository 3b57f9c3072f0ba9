using System.Globalization;

namespace Papergraph.Store.Tests.Campaign;

/// <summary>A graph that tells by itself whether a commit is missing: commit n adds node n and an edge from it to node n − 1, and each
/// tenth commit takes away the node five before it.</summary>
internal static class ChainGraph
{
    private const string Last = "last", Link = "FOLLOWS", ByNumber = "by number";

    /// <summary>Makes the next commit.</summary>
    /// <returns>Its number.</returns>
    public static long Commit(GraphStore store, Random random)
    {
        using GraphTransaction transaction = store.Begin();
        GraphReader before = transaction.Read();
        long number = LastOf(before) + 1;
        if (number == 1) transaction.CreateIndex(new(IndexKind.Hash, EntityKind.Node, "Step", "number", ByNumber));
        int node = transaction.CreateNode("Step");
        transaction.SetProperty(node, "number", number);
        transaction.SetProperty(node, "text", TextOf(number, random.Next(400)));
        if (number > 1) transaction.SetEdgeProperty(
            Link, transaction.CreateEdge(Link, node, NodeOf(before, number - 1)), "number", number);
        if (number % 10 == 0) transaction.DeleteNode(NodeOf(before, number - 5), detach: true);
        transaction.SetMetadata(Last, number.ToString(CultureInfo.InvariantCulture));
        transaction.Commit();
        return number;
    }

    /// <summary>Requires that the graph is what so many commits make of an empty one, nothing missing and nothing beside.</summary>
    /// <returns>How many commits that are.</returns>
    public static long RequireWhole(GraphReader reader)
    {
        long last = LastOf(reader);
        bool IsThere(long number) => number >= 1 && number <= last && !(number % 10 == 5 && number + 5 <= last);
        Dictionary<long, int> nodes = [];
        foreach (NodeTable table in reader.NodeTables)
        {
            foreach (long row in table.LiveRows)
            {
                long number = (long)table.Value(row, "number")!;
                string text = (string)table.Value(row, "text")!;
                Assert.Equal(TextOf(number, text.Length), text);
                Assert.True(nodes.TryAdd(number, table.NodeAt(row)), $"node {number} is there twice");
            }
        }

        Assert.Equal(Enumerable.Range(1, (int)last).Select(n => (long)n).Where(IsThere), nodes.Keys.Order());
        HashSet<long> links = [];
        if (reader.Edges(Link) is { } edges)
        {
            foreach (long position in edges.LiveRows)
            {
                long number = (long)edges.Value(position, "number")!;
                Assert.Equal((nodes[number], nodes[number - 1]), edges.Ends(position));
                Assert.Contains(nodes[number - 1], edges.Outgoing.Neighbours(nodes[number]).ToArray());
                Assert.Contains(nodes[number], edges.Incoming.Neighbours(nodes[number - 1]).ToArray());
                links.Add(number);
            }
        }

        Assert.Equal(
            Enumerable.Range(2, (int)Math.Max(last - 1, 0)).Select(n => (long)n).Where(n => IsThere(n) && IsThere(n - 1)), links.Order());
        for (long number = Math.Max(1, last - 30); number <= last; number++)
            Assert.Equal(IsThere(number) ? [(long)nodes[number]] : [], reader.Find(ByNumber, number));
        return last;
    }

    private static long LastOf(GraphReader reader) =>
        reader.Metadata.TryGetValue(Last, out string? last) ? long.Parse(last, CultureInfo.InvariantCulture) : 0;

    private static int NodeOf(GraphReader reader, long number) => (int)Assert.Single(reader.Find(ByNumber, number));

    private static string TextOf(long number, int length) => new((char)('a' + (number % 26)), length);
}
