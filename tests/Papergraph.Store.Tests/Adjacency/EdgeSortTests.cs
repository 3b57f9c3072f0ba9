namespace Papergraph.Store.Tests;

public class EdgeSortTests
{
    [Theory]
    [InlineData(0, 10, 1)]
    [InlineData(1000, 5, 3)]
    [InlineData(100_000, 1, 4)]
    [InlineData(100_000, 300, 2)]
    [InlineData(150_000, 100_000, 7)]
    public void Edges_are_sorted_by_source_and_target_on_any_number_of_threads(int count, int nodes, int threads)
    {
        Random random = new(count + nodes);
        (int Source, int Target)[] edges =
            [.. Enumerable.Range(0, count).Select(_ => (random.Next(nodes) * random.Next(2), random.Next(nodes)))];
        foreach (bool withRows in (bool[])[false, true])
        {
            int[] sources = [.. edges.Select(e => e.Source), 0, 0], targets = [.. edges.Select(e => e.Target), 0, 0];
            RowOrder order = EdgeSort.Sort(ref sources, ref targets, count, withRows, threads);
            Assert.Equal(edges.OrderBy(e => e.Source).ThenBy(e => e.Target), sources.Zip(targets).Take(count));
            if (!withRows || count == 0) continue;
            IEnumerable<int> rows = Enumerable.Range(0, count).OrderBy(i => edges[i].Source).ThenBy(i => edges[i].Target);
            Assert.Equal(rows, Enumerable.Range(0, count).Select(position => order[position]));
        }
    }

    [Fact]
    public void Edges_added_at_once_are_those_added_one_by_one()
    {
        int[] sources = [2, 0, 2, 1], targets = [0, 1, 2, 1];
        List<string> bytes = [];
        foreach (bool atOnce in (bool[])[false, true])
        {
            using TestKit.TemporaryFolder folder = new();
            using (GraphWriteLock held = GraphDirectory.Lock(folder.File("g")))
            using (SegmentWriter writer = held.BeginVersion())
            {
                NodeTableWriter nodes = writer.AddNodeTable("A");
                for (int i = 0; i < 3; i++) nodes.AddNode();
                EdgeTableWriter edges = writer.AddEdgeTable("R");
                if (atOnce) edges.AddRange(sources, targets);
                else for (int i = 0; i < sources.Length; i++) edges.Add(sources[i], targets[i]);
                Assert.Throws<ArgumentOutOfRangeException>(() => edges.AddRange([0], [3]));
                Assert.Throws<ArgumentException>(() => edges.AddRange([0], []));
                writer.Publish();
            }

            bytes.Add(TestKit.GraphBytes.Of(folder.File("g")));
        }

        Assert.Equal(bytes[0], bytes[1]);
    }
}
