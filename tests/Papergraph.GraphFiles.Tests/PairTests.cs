using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Papergraph.GraphFiles.Tests;

public class PairTests
{
    [Theory]
    [InlineData("0\t1\n1\t2\n")]
    [InlineData("0,1\n1,2\n")]
    [InlineData("0;1\n1;2")]
    [InlineData("0 1\n1 2\n")]
    [InlineData("  0   1  \n1 \t 2\n")]
    [InlineData("0 , 1\r\n1 ,2\r\n")]
    [InlineData("# a comment\n\n% another\n0\t1\n1\t2")]
    [InlineData("\uFEFF0\t1\n1\t2\n")]
    [InlineData("FromNodeId\tToNodeId\n0\t1\n1\t2\n")]
    [InlineData("who,whom\n0,1\n1,2\n")]
    [InlineData("target,source\n1,0\n2,1\n")]
    [InlineData("year,citing,cited\n1999,0,1\n2000,1,2\n")]
    [InlineData("\"0\",\"1\"\n\"1\",\"2\"\n")]
    [InlineData("0 1 77 1234\n1 2 77 1234\n")]
    public void Two_numbers_in_a_line_are_an_edge_however_they_are_separated(string text)
    {
        ReadText.Outcome read = ReadText.Of(text);
        Assert.Equal("0>1 1>2", read.Edges);
        Assert.Null(read.Graph.Names);
        Assert.True(read.Graph.IsDirected);
        Assert.Empty(read.Found);
        Assert.Equal(read.Edges, ReadText.Of(ReadText.Folded(text), "graph.tsv.gz").Edges);
    }

    [Theory]
    [InlineData("10\t7\n7\t300\n", "7 10 300", "7>300 10>7")]
    [InlineData("2147483647 0\n", "0 2147483647", "2147483647>0")]
    [InlineData("99999999999999999999 5\n5 100000000000\n", "5 100000000000 99999999999999999999", "5>100000000000 99999999999999999999>5")]
    [InlineData("b,a\na,c\n", "b a c", "b>a a>c")]
    [InlineData("New York\tSan José\n", "New York San José", "New York>San José")]
    [InlineData("\"a, b\",\"say \"\"x\"\"\"\n", "a, b say \"x\"", "a, b>say \"x\"")]
    [InlineData("007 7\n", "007 7", "007>7")]
    [InlineData("-1 2\n", "-1 2", "-1>2")]
    public void Names_are_whatever_stands_there_and_whole_numbers_come_in_their_order(string text, string names, string edges)
    {
        ReadText.Outcome read = ReadText.Of(text);
        Assert.Equal((names, edges), (read.Names, read.Edges));
        Assert.Empty(read.Found);
    }

    [Theory]
    [InlineData("source,target,weight\na,b,0.5\nb,c,2e1\n", null, "a>b*0.5 b>c*20")]
    [InlineData("source,strength,target\na,0.5,b\nb,3,c\n", "strength", "a>b*0.5 b>c*3")]
    [InlineData("0 1 0.5\n1 2 -3\n", "3", "0>1*0.5 1>2*-3")]
    [InlineData("0 1 0.5\n1 2 3\n", "weight", "0>1*0.5 1>2*3")]
    [InlineData("0\t1\t9\t0.25\r\n1\t2\t9\t4\r\n", "4", "0>1*0.25 1>2*4")]
    [InlineData("0 1 0.5\n1 2 3\n", null, "0>1 1>2")]
    [InlineData("0,1,\"2.5\"\n", "3", "0>1*2.5")]
    public void A_column_is_the_weight_when_it_is_called_so_or_asked_for(string text, string? weight, string edges)
    {
        ReadText.Outcome read = ReadText.Of(text, options: new() { Weight = weight });
        Assert.Equal(edges, read.Edges);
        Assert.Empty(read.Found);
    }

    [Theory]
    [InlineData("0 1\n2\n\n1 2\n", "PGF101@2")]
    [InlineData("0\t1\n\t2\n3\t\n1\t2\n", "PGF101@2 PGF101@3")]
    [InlineData("a,b\n\"c,d\nb,c\n", "PGF103@2")]
    [InlineData("0 1 1\n1 2 x\n1 2\n1 2 NaN\n1 2 Infinity\n1 2 1e999\n1 2 1\n", "PGF102@2 PGF102@3 PGF102@4 PGF102@5 PGF102@6", "3")]
    public void A_bad_line_is_left_out_and_reported_with_its_number_and_the_rest_is_read(string text, string codes, string? weight = null)
    {
        ReadText.Outcome read = ReadText.Of(text, options: new() { Weight = weight });
        Assert.Equal(codes, read.Codes);
        Assert.Equal(read.Found.Count, read.Graph.Rejected);
        Assert.Equal(2, read.Graph.Graph.EdgeCount);
    }

    [Fact]
    public void A_header_comment_of_KONECT_says_that_edges_have_no_directions()
    {
        Assert.False(ReadText.Of("% sym unweighted\n1 2\n").Graph.IsDirected);
        Assert.True(ReadText.Of("% asym unweighted\n1 2\n").Graph.IsDirected);
        Assert.True(ReadText.Of("% sym unweighted\n1 2\n", options: new() { IsDirected = true }).Graph.IsDirected);
    }

    [Fact]
    public void Vertices_beside_the_edges_are_nodes_without_edges()
    {
        using TestKit.TemporaryFolder folder = new();
        folder.Write("g.v", "1\n5\n9\n");
        foreach (string edges in (string[])["1 5\n", "1 x\n"])
        {
            LoadedGraph graph = GraphFile.Read(folder.Write("g.e", edges));
            Assert.Equal(1, graph.Graph.EdgeCount);
            Assert.Equal(["1", "5", "9"], graph.Names!.Where(name => name != "x"));
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData(true)]
    [InlineData(false)]
    public void Lines_of_different_lengths_are_nodes_with_their_neighbours(bool? isDirected)
    {
        ReadText.Outcome read = ReadText.Of("1 2 3 4\n2 1\n3 1 4\n4 1 3\n5\n", options: new() { IsDirected = isDirected });
        Assert.Equal(GraphFileFormat.AdjacencyList, read.Graph.Format);
        Assert.Equal("1 2 3 4 5", read.Names);
        Assert.Equal(isDirected == false ? "1>2 1>3 1>4 3>4" : "1>2 1>3 1>4 2>1 3>1 3>4 4>1 4>3", read.Edges);
    }

    // Oracle: the edges that were written. The text is longer than a chunk, so that threads share it and lines lie across the cuts.
    [Fact]
    public void A_file_of_many_chunks_gives_the_same_graph_for_any_number_of_threads() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
        {
            Random random = new(seed);
            bool hasNames = random.Next(2) == 0;
            int spread = random.Next(2) == 0 ? 1000 : 100_000_000;
            (int, int, double)[] edges =
                [.. Enumerable.Range(0, 120_000).Select(_ => (random.Next(spread), random.Next(spread), random.Next(1, 100) / 4.0))];
            StringBuilder text = new(hasNames ? "# n\n" : "");
            string prefix = hasNames ? "n" : "";
            foreach ((int source, int target, double weight) in edges)
                text.Append(CultureInfo.InvariantCulture, $"{prefix}{source}\t{prefix}{target}\t{weight}\n");
            byte[] bytes = Encoding.UTF8.GetBytes(text.ToString());
            string[] expected = [.. edges.Select(e => $"{prefix}{e.Item1}>{prefix}{e.Item2}*{e.Item3}").Order(StringComparer.Ordinal)];
            string? first = null;
            foreach (int threads in (int[])[1, 2, 5])
            {
                ReadText.Outcome read = ReadText.Of(bytes, options: new() { Weight = "3", Threads = threads });
                first ??= read.Edges;
                Assert.Equal(first, read.Edges);
                Assert.Empty(read.Found);
            }

            Assert.Equal(expected, first!.Split(' ').Order(StringComparer.Ordinal));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(3));

    [Fact]
    public void Line_numbers_of_findings_go_on_over_chunks()
    {
        string text = string.Concat(Enumerable.Range(0, 300_000).Select(i => i % 100_000 == 99_999 ? "lonely\n" : "10 20\n"));
        ReadText.Outcome read = ReadText.Of(text);
        Assert.Equal("PGF101@100000 PGF101@200000 PGF101@300000", read.Codes);
        Assert.Equal(299_997, read.Graph.Graph.EdgeCount);
    }

    [Fact]
    public void A_line_longer_than_a_chunk_is_one_line()
    {
        string star = "0 " + string.Join(' ', Enumerable.Range(1, 400_000)) + "\n1 0\n2 0\n3\n";
        ReadText.Outcome read = ReadText.Of(star, options: new() { Format = GraphFileFormat.AdjacencyList });
        Assert.Equal((400_001, 400_002), (read.Graph.Graph.NodeCount, (int)read.Graph.Graph.EdgeCount));
    }
}
