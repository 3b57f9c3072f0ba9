using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Papergraph.TestKit;

namespace Papergraph.Store.Tests;

public class StatisticsTests
{
    // Oracle: the definitions, counted over the lists that the graph was written from.
    [Fact]
    public void Statistics_are_what_their_definitions_say() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
        {
            GraphModel model = GraphModel.Random(seed);
            using TemporaryFolder folder = new();
            TestGraph.Publish(folder.FullName, model.Write);
            using GraphReader reader = GraphDirectory.OpenRead(folder.FullName);
            SegmentStatistics statistics = reader.Statistics!;
            Assert.Equal(model.NodeTables.Count, statistics.NodeTables.Count);
            IEnumerable<GraphModel.ModelTable> papers = model.NodeTables.Where(table => table.Name.Split(':').Contains("Paper"));
            Assert.Equal(papers.Sum(table => table.Rows), statistics.NodeCount("Paper"));
            for (int i = 0; i < model.NodeTables.Count; i++) CheckColumns(model.NodeTables[i], statistics.NodeTables[i]);
            foreach (GraphModel.ModelTable table in model.EdgeTables) CheckEdges(model, table, statistics);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(100));

    [Fact]
    public void Distinct_values_are_counted_exactly_up_to_4096_and_closely_beyond()
    {
        foreach (int distinct in (int[])[0, 1, 100, 4096, 4097, 50_000, 1_000_000])
        {
            DistinctCounter ascending = new(), descending = new();
            for (int i = 0; i < distinct; i++) ascending.Add(i * 31L);
            for (int i = distinct - 1; i >= 0; i--) descending.Add(i * 31L);
            for (int i = 0; i < distinct; i += 3) descending.Add(i * 31L);
            Assert.Equal(distinct <= 4096, ascending.IsExact);
            Assert.Equal(ascending.Count, descending.Count);
            // Four standard errors.
            double tolerance = distinct <= 4096 ? 0 : 4 / Math.Sqrt(4094);
            Assert.InRange(ascending.Count, distinct * (1 - tolerance), distinct * (1 + tolerance));
        }
    }

    [Fact]
    public void Bounds_of_long_texts_are_cut_between_characters()
    {
        using TemporaryFolder folder = new();
        TestGraph.Publish(folder.FullName, writer =>
        {
            NodeTableWriter table = writer.AddNodeTable("Paper");
            table.AddNode();
            table.String("p").Append("a" + new string('ü', 100));
        });
        using GraphReader reader = GraphDirectory.OpenRead(folder.FullName);
        ColumnStatistics column = reader.Statistics!.NodeTables[0].Column("p")!;
        Assert.Equal("a" + new string('ü', 31), column.Least);
        Assert.Equal((201L, 1L, true), (column.TextBytes, column.Distinct, column.DistinctIsExact));
    }

    [Fact]
    public void Statistics_that_are_not_those_of_the_data_are_reported_by_name()
    {
        using TemporaryFolder folder = new();
        TestGraph.Publish(folder.FullName, GraphModel.Random(12).Write);
        ResealedSegment segment = new(folder.FullName);
        (int first, int length) = segment.PlaceOf(layout => layout.Catalog.Statistics!.Value);
        int changed = 0;
        for (int i = first; i < first + length; i++)
        {
            Assert.True(segment.TryWriteWithByte(i, (byte)(segment.ByteAt(i) ^ 1)));
            VerificationReport report = GraphVerifier.Verify(folder.FullName);
            Assert.False(report.IsSound, $"byte {i - first} of the statistics was changed");
            Assert.All(report.Faults, fault => Assert.Contains("statistics", fault.Message, StringComparison.Ordinal));
            changed++;
        }

        Assert.True(changed > 100);
    }

    private static void CheckEdges(GraphModel model, GraphModel.ModelTable table, SegmentStatistics statistics)
    {
        EdgeTableStatistics edges = statistics.Edges(table.Name)!;
        CheckColumns(table, edges);
        Assert.Equal(table.Edges.Count(edge => edge.Source == edge.Target), edges.SelfLoops);
        CheckHistogram(table.Edges.Select(edge => edge.Source), edges.Outgoing);
        CheckHistogram(table.Edges.Select(edge => edge.Target), edges.Incoming);
        int[] tableOf = [.. model.NodeTables.SelectMany((nodes, i) => Enumerable.Repeat(i, nodes.Rows))];
        Assert.Equal(
            table.Edges.GroupBy(edge => (tableOf[edge.Source], tableOf[edge.Target])).OrderBy(group => group.Key)
                .Select(group => new EndpointCount(group.Key.Item1, group.Key.Item2, group.Count())),
            edges.Endpoints);
        string[][] labels = [.. model.NodeTables.Select(nodes => nodes.Name.Split(':'))];
        Assert.Equal(
            table.Edges.Count(edge => labels[tableOf[edge.Source]].Contains("Paper")), statistics.EdgeCount("Paper", table.Name, null));
    }

    private static void CheckHistogram(IEnumerable<int> ends, DegreeHistogram histogram)
    {
        int[] degrees = [.. ends.GroupBy(node => node).Select(group => group.Count())];
        Assert.Equal(degrees.DefaultIfEmpty(0).Max(), histogram.Greatest);
        Assert.Equal(degrees.Length, histogram.Nodes);
        for (int k = 0; k < 20; k++)
        {
            long expected = degrees.Count(degree => degree >= Math.Pow(2, k) && degree < Math.Pow(2, k + 1));
            Assert.Equal(expected, k < histogram.Counts.Count ? histogram.Counts[k] : 0);
        }
    }

    private static void CheckColumns(GraphModel.ModelTable model, TableStatistics table)
    {
        Assert.Equal(model.Rows, table.Count);
        foreach (ColumnStatistics column in table.Columns)
        {
            object[] present = [.. model.Columns[column.Name].Values.OfType<object>()];
            object[] values = [.. present.SelectMany(Elements)];
            Assert.Equal(
                (present.Length, model.Rows - present.Length, values.Length), (column.Count, column.NullCount, column.ValueCount));
            Assert.Equal((values.Select(Key).Distinct().Count(), true), (column.Distinct, column.DistinctIsExact));
            Assert.Equal(values.OfType<string>().Sum(text => (long)Encoding.UTF8.GetByteCount(text)), column.TextBytes);
            object[] ordered = [.. values.Where(value => value is not double.NaN).Order(Comparer<object>.Create(Compare))];
            AssertSame(ordered.FirstOrDefault(), column.Least);
            AssertSame(ordered.LastOrDefault(), column.Greatest);
        }
    }

    private static IEnumerable<object> Elements(object value) => value switch
    {
        string text => [GraphModel.WellFormed(text)],
        string[] texts => texts.Select(GraphModel.WellFormed),
        System.Collections.IEnumerable list => list.Cast<object>(),
        _ => [value],
    };

    private static object Key(object value) => value is double number ? BitConverter.DoubleToInt64Bits(number) : value;

    private static int Compare(object a, object b) => a is string text
        ? Encoding.UTF8.GetBytes(text).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes((string)b))
        : ((IComparable)a).CompareTo(b);

    private static void AssertSame(object? expected, object? actual)
    {
        if (expected is string text) Assert.Equal(text, actual);
        else Assert.Equal(expected, actual);
    }
}
