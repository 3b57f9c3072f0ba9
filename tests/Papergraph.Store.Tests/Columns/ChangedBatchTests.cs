using System.Text;
using Papergraph.Core;
using Papergraph.TestKit;

namespace Papergraph.Store.Tests;

/// <summary>Batches, scans and rows of tables with changes over them. Oracle: reading row by row and node by node.</summary>
public class ChangedBatchTests
{
    private const int Rows = (Column.ZoneSize * 3) + 57, Changes = 300;

    [Fact]
    public void Batches_and_scans_of_a_changed_table_give_what_its_rows_give()
    {
        using TemporaryFolder folder = new();
        Write(folder.FullName);
        using GraphStore store = GraphStore.Open(folder.FullName);
        Random random = new(3);
        ChangeNodes(store, random);
        using GraphReader reader = store.OpenRead();
        NodeTable table = reader.NodeTables[0];
        (Int64Column numbers, DoubleColumn scores) = (table.Int64s("number")!, table.Doubles("score")!);
        StringColumn venues = table.Strings("venue")!;
        DateColumn dates = (DateColumn)table.Column("date")!;
        BooleanColumn opens = (BooleanColumn)table.Column("open")!;
        Int64Column added = table.Int64s("added")!;
        for (int i = 0; i < 200; i++)
        {
            long first = random.NextInt64(table.RowBound);
            int count = (int)Math.Min(table.RowBound - first, random.Next(700));
            AssertBatch<long>(numbers, first, count, numbers.Read, row => numbers[row]);
            AssertBatch<long>(added, first, count, added.Read, row => added[row]);
            AssertBatch<double>(scores, first, count, scores.Read, row => scores[row]);
            AssertBatch<bool>(opens, first, count, opens.Read, row => opens[row]);
            AssertBatch<long>(dates, first, count, dates.ReadDays, row => dates[row] is { } date ? Epoch.DaysOf(date) : null);
            AssertBatch<long>(
                venues, first, count, venues.ReadCodes,
                row => venues[row] is { } text ? venues.CodeOf(Encoding.UTF8.GetBytes(text)) : null);
        }

        foreach ((long least, long greatest) in ((long, long)[])[(0, 5), (1000, 1010), (90_000, 90_100), (-5, -1), (0, 100_000)])
        {
            AssertCovers(table, numbers.Scan(least, greatest), row => numbers[row] >= least && numbers[row] <= greatest);
            AssertCovers(table, added.Scan(least, greatest), row => added[row] >= least && added[row] <= greatest);
            AssertCovers(table, scores.Scan(least, greatest), row => scores[row] >= least && scores[row] <= greatest);
        }

        int code = venues.CodeOf("venue 07"u8);
        AssertCovers(table, venues.ScanCodes(code, code), row => venues[row] == "venue 07");
        Assert.Equal(-1, venues.CodeOf("venue new"u8));
    }

    [Fact]
    public void Zones_without_a_change_are_still_passed_over()
    {
        using TemporaryFolder folder = new();
        Write(folder.FullName);
        using GraphStore store = GraphStore.Open(folder.FullName);
        using (GraphTransaction transaction = store.Begin())
        {
            transaction.SetProperty(Column.ZoneSize + 1, "number", 77_000_000L);
            transaction.Commit();
        }

        using GraphReader reader = store.OpenRead();
        RowRange second = new(Column.ZoneSize, Column.ZoneSize);
        Assert.Equal([second], reader.NodeTables[0].Int64s("number")!.Scan(77_000_000, 77_000_000));
    }

    [Fact]
    public void Rows_of_changed_edges_are_those_of_the_nodes()
    {
        using TemporaryFolder folder = new();
        Write(folder.FullName);
        using GraphStore store = GraphStore.Open(folder.FullName);
        using (GraphTransaction transaction = store.Begin())
        {
            for (int i = 0; i < Changes; i++)
            {
                transaction.DeleteEdge("CITES", i * 7);
                transaction.CreateEdge("CITES", i, (i * 31) % Rows);
                transaction.CreateEdge("NEW", i + 5, i);
            }

            transaction.CreateEdge("CITES", transaction.CreateNode("Paper"), 3);
            transaction.Commit();
        }

        using GraphReader reader = store.OpenRead();
        foreach (EdgeTable table in reader.EdgeTables)
        {
            DirectedCsr graph = table.ToCsr(reader.NodeBound);
            Assert.Equal((reader.NodeBound, table.Count), (graph.NodeCount, graph.EdgeCount));
            for (int node = 0; node < reader.NodeBound; node++)
            {
                Assert.Equal(table.Outgoing.Neighbours(node).ToArray(), graph.Outgoing(node).ToArray());
                Assert.Equal(table.Incoming.Neighbours(node).ToArray(), graph.Incoming(node).ToArray());
            }
        }

        Assert.Equal(2, reader.EdgeTables.Count);
    }

    private delegate void BatchRead<T>(long first, Span<T> into);

    private static void AssertBatch<T>(Column column, long first, int count, BatchRead<T> read, Func<long, T?> single) where T : struct
    {
        T[] batch = new T[count];
        ulong[] nulls = new ulong[(count / 64) + 1];
        read(first, batch);
        int nullCount = column.ReadNulls(first, count, nulls), expected = 0;
        for (int i = 0; i < count; i++)
        {
            T? value = single(first + i);
            if (value is null) expected++;
            else Assert.Equal(value.Value, batch[i]);
            Assert.Equal(value is null, (nulls[i / 64] >> (i % 64) & 1) != 0);
        }

        Assert.Equal(expected, nullCount);
    }

    private static void AssertCovers(NodeTable table, IEnumerable<RowRange> runs, Func<long, bool> isLookedFor)
    {
        HashSet<long> covered = [.. runs.SelectMany(run => Enumerable.Range((int)run.First, (int)run.Count).Select(row => (long)row))];
        for (long row = 0; row < table.RowBound; row++) Assert.True(!isLookedFor(row) || covered.Contains(row), $"row {row} lies outside");
    }

    private static void ChangeNodes(GraphStore store, Random random)
    {
        using GraphTransaction transaction = store.Begin();
        for (int i = 0; i < Changes; i++)
        {
            int node = random.Next(Rows / 2);
            if (!transaction.Read().HasNode(node)) continue;
            switch (i % 5)
            {
                case 0: transaction.SetProperty(node, "number", 90_000L + i); break;
                case 1: transaction.SetProperty(node, "venue", i % 2 == 0 ? "venue 07" : "venue new"); break;
                case 2: transaction.SetProperty(node, "score", null); break;
                case 3: transaction.SetProperty(node, "added", (long)i); break;
                default: transaction.DeleteNode(node, detach: true); break;
            }
        }

        transaction.Commit();
    }

    private static void Write(string path) => TestGraph.Publish(path, writer =>
    {
        NodeTableWriter papers = writer.AddNodeTable("Paper");
        for (int i = 0; i < Rows; i++)
        {
            papers.AddNode();
            if (i % 9 != 0) papers.Int64("number").Append(i / 4);
            if (i % 7 != 0) papers.Double("score").Append(i / 3.0);
            papers.Boolean("open").Append(i % 3 == 0);
            papers.Date("date").Append(DateOnly.MinValue.AddDays(i));
            papers.String("venue").Append($"venue {i % 50:d2}");
        }

        EdgeTableWriter cites = writer.AddEdgeTable("CITES");
        for (int i = 0; i < Rows; i++) cites.Add(i, (i * 17) % Rows);
    });
}
