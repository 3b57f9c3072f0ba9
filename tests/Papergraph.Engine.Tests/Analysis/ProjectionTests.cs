using Papergraph.Algorithms;
using Papergraph.Core;
using Papergraph.Engine.Analysis.Projections;
using Papergraph.Store;

namespace Papergraph.Engine.Tests.Analysis;

/// <summary>Projections compared with what the definition gives edge by edge, over positions and not over rows.</summary>
public class ProjectionTests
{
    private static readonly string[] Patterns =
        ["Paper-CITES-Paper", "Paper-MENTIONS-Method", "Paper-*-Entity", "*-ODD-*", "*-*-*", "Placeholder-CITES|ODD-*", "Method<-MENTIONS-Paper", "Author-ODD-Author"];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Nodes_edges_and_weights_are_those_of_the_labels_and_types(bool edited)
    {
        for (int seed = 0; seed < 30; seed++)
        {
            using RandomStoredGraph stored = new(seed, edited);
            foreach (string pattern in Patterns.Where(pattern => IsKnown(stored.Reader, pattern)))
            {
                foreach (string? weight in (string?[])[null, "w"])
                {
                    if (weight is not null && Expected(stored.Reader, [pattern], weight, false).Edges.Count == 0) continue;
                    foreach (bool without in (bool[])[false, true])
                        AssertIs(Expected(stored.Reader, [pattern], weight, without), Project(stored, weight, without, [pattern]), weight is not null);
                }
            }
        }
    }

    [Fact]
    public void Several_patterns_are_taken_together_and_no_edge_twice()
    {
        for (int seed = 0; seed < 20; seed++)
        {
            using RandomStoredGraph stored = new(seed, edited: false);
            string[] patterns = ["Paper-CITES-Paper", "Placeholder-CITES-Placeholder", "Author-ODD-Method"];
            AssertIs(Expected(stored.Reader, patterns, null, false), Project(stored, null, false, patterns), weighted: false);
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("w")]
    public void Rows_in_place_and_copied_rows_are_the_same(string? weight)
    {
        for (int seed = 0; seed < 40; seed++)
        {
            using RandomStoredGraph stored = new(seed, edited: false);
            ProjectionRequest request = new() { Patterns = [ProjectionPattern.Parse("Paper-CITES-Paper")], Weight = weight };
            ProjectedGraph here = stored.Graph.Project(request), copied = GraphProjector.Project(stored.Reader, request, Execution.Default, neverInPlace: true);
            Assert.True(here.IsInPlace);
            Assert.False(copied.IsInPlace);
            foreach ((CsrRows one, CsrRows other) in new[] { (here.Directed.OutgoingRows, copied.Directed.OutgoingRows), (here.Directed.IncomingRows, copied.Directed.IncomingRows) })
            {
                for (int node = 0; node < here.NodeCount; node++)
                {
                    Assert.Equal(one.Neighbours(node).ToArray(), other.Neighbours(node).ToArray());
                    Assert.Equal(one.WeightsOf(node).ToArray(), other.WeightsOf(node).ToArray());
                }
            }
        }
    }

    [Fact]
    public void Rows_stay_in_place_when_properties_were_written_and_not_when_edges_were()
    {
        using RandomStoredGraph stored = new(3, edited: false);
        ProjectionRequest request = new() { Patterns = [ProjectionPattern.Parse("Paper-CITES-Paper")] };
        using GraphStore store = GraphStore.Open(stored.Path);
        Change(store, change => change.SetProperty(0, "score", 1.0));
        using (PaperGraph written = PaperGraph.Of(store.OpenRead())) Assert.True(written.Project(request).IsInPlace);
        Change(store, change => change.CreateEdge("CITES", 0, 0));
        using PaperGraph linked = PaperGraph.Of(store.OpenRead());
        Assert.False(linked.Project(request).IsInPlace);
        Assert.Equal(stored.Graph.Project(request).EdgeCount + 1, linked.Project(request).EdgeCount);
    }

    [Fact]
    public void Parallel_edges_can_be_counted()
    {
        for (int seed = 0; seed < 20; seed++)
        {
            using RandomStoredGraph stored = new(seed, edited: true);
            if (!IsKnown(stored.Reader, "*-ODD-*")) continue;
            ProjectedGraph counted = Project(stored, "count", false, ["*-ODD-*"]);
            Dictionary<string, int> expected = Expected(stored.Reader, ["*-ODD-*"], null, false).Edges.CountBy(edge => edge).ToDictionary();
            Assert.Equal(
                expected.Select(edge => $"{edge.Key}*{edge.Value}").Order(StringComparer.Ordinal),
                Edges(counted, counted.Directed.OutgoingRows, outgoing: true, weighted: true).Order(StringComparer.Ordinal));
        }
    }

    [Theory]
    [InlineData("Method-MENTIONS-Paper-MENTIONS-Method")]
    [InlineData("Paper-MENTIONS-Method-MENTIONS-Paper")]
    [InlineData("Paper-CITES->Paper<-CITES-Paper")]
    [InlineData("Paper<-CITES-Paper-CITES->Paper")]
    [InlineData("Paper<-CITES|ODD-*-CITES|ODD->Paper")]
    public void Nodes_that_share_neighbours_are_tied_by_how_many_they_share(string text)
    {
        ProjectionPattern pattern = ProjectionPattern.Parse(text);
        for (int seed = 0; seed < 20; seed++)
        {
            using RandomStoredGraph stored = new(seed, edited: seed % 2 == 1);
            if (!new[] { pattern.From, pattern.To }.All(label => label is null || stored.Reader.Labels.Contains(label))) continue;
            if (pattern.Shared == SharedNeighbour.AsStored && HasBothWays(stored.Reader, pattern)) continue;
            ProjectedGraph tied = Project(stored, null, false, [text]);
            Assert.False(tied.IsDirected);
            Assert.Equal(
                Shared(stored.Reader, pattern).Order(StringComparer.Ordinal),
                Edges(tied, tied.Undirected.Rows, outgoing: true, weighted: true).Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void What_the_graph_has_not_is_refused_by_name()
    {
        using RandomStoredGraph stored = new(1, edited: false);
        AssertRefused("PGE003", "Papr", stored, null, "Papr-CITES-Paper");
        AssertRefused("PGE004", "CITED", stored, null, "Paper-CITED-Paper");
        AssertRefused("PGE017", "'w'", stored, "height", "Paper-CITES-Paper");
        AssertRefused("PGE019", "Paper-CITES->Paper<-CITES-Paper", stored, null, "Paper-CITES-Paper-CITES-Paper");
        AssertRefused("PGE020", "Method", stored, null, "Method-MENTIONS-Paper-MENTIONS-Method", "Paper-CITES-Paper");
        AssertRefused("PGE025", "--weight", stored, "w", "Method-MENTIONS-Paper-MENTIONS-Method");
        using GraphStore store = GraphStore.Open(stored.Path);
        Change(store, change => change.CreateEdge("CITES", 0, 0));
        using PaperGraph lacking = PaperGraph.Of(store.OpenRead());
        ProjectionRequest request = new() { Patterns = [ProjectionPattern.Parse("Paper-CITES-Paper")], Weight = "w" };
        Assert.Equal("PGE018", Assert.Throws<PapergraphException>(() => lacking.Project(request)).Code);
    }

    [Fact]
    public void Without_a_pattern_it_is_the_citations_or_all_where_there_are_none()
    {
        using RandomStoredGraph stored = new(3, edited: false);
        Assert.Equal("Paper-CITES-Paper", stored.Graph.Project(new()).Source);
        using GraphStore store = GraphStore.Open(stored.Path);
        Change(store, change =>
        {
            foreach (long citation in change.Read().Edges("CITES")!.LiveRows.ToArray()) change.DeleteEdge("CITES", citation);
        });
        using PaperGraph uncited = PaperGraph.Of(store.OpenRead());
        Assert.Equal("*-*-*", uncited.Project(new()).Source);
        Assert.Equal(uncited.Reader.NodeCount, uncited.Project(new()).NodeCount);
    }

    private static void Change(GraphStore store, Action<GraphTransaction> what)
    {
        using GraphTransaction change = store.Begin();
        what(change);
        change.Commit();
    }

    private static void AssertRefused(string code, string named, RandomStoredGraph stored, string? weight, params string[] patterns)
    {
        PapergraphException refused = Assert.Throws<PapergraphException>(() => Project(stored, weight, false, patterns));
        Assert.Equal(code, refused.Code);
        Assert.Contains(named, refused.Message, StringComparison.Ordinal);
    }

    private static ProjectedGraph Project(RandomStoredGraph stored, string? weight, bool without, string[] patterns) => stored.Graph.Project(
        new() { Patterns = [.. patterns.Select(ProjectionPattern.Parse)], Weight = weight, WithoutPlaceholders = without }, new Execution { Threads = 2 });

    private static bool IsKnown(GraphReader graph, string text)
    {
        ProjectionPattern pattern = ProjectionPattern.Parse(text);
        return new[] { pattern.From, pattern.To }.All(label => label is null || graph.Labels.Contains(label)) && pattern.Types.All(type => graph.Edges(type) is not null);
    }

    private static void AssertIs((List<int> Nodes, List<string> Edges) expected, ProjectedGraph actual, bool weighted)
    {
        Assert.Equal(expected.Nodes, Enumerable.Range(0, actual.NodeCount).Select(actual.StoredNode));
        string[] edges = [.. expected.Edges.Order(StringComparer.Ordinal)];
        Assert.Equal(edges, Edges(actual, actual.Directed.OutgoingRows, outgoing: true, weighted).Order(StringComparer.Ordinal));
        Assert.Equal(edges, Edges(actual, actual.Directed.IncomingRows, outgoing: false, weighted).Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Edges(ProjectedGraph graph, CsrRows rows, bool outgoing, bool weighted)
    {
        for (int node = 0; node < graph.NodeCount; node++)
        {
            int[] others = rows.Neighbours(node).ToArray();
            Assert.Equal(others.Order(), others);
            for (int i = 0; i < others.Length; i++)
            {
                (int source, int target) = outgoing ? (node, others[i]) : (others[i], node);
                yield return $"{graph.StoredNode(source)}>{graph.StoredNode(target)}" + (weighted ? $"*{rows.WeightsOf(node)[i]}" : "");
            }
        }
    }

    private static bool Has(GraphReader graph, int node, string? label) => label is null || graph.HasLabel(node, label);

    private static (List<int> Nodes, List<string> Edges) Expected(GraphReader graph, string[] texts, string? weight, bool without)
    {
        ProjectionPattern[] patterns = [.. texts.Select(ProjectionPattern.Parse)];
        bool IsIn(int node) => graph.HasNode(node) && !(without && graph.HasLabel(node, "Placeholder"));
        List<int> nodes = [.. Enumerable.Range(0, graph.NodeBound)
            .Where(node => IsIn(node) && patterns.Any(pattern => Has(graph, node, pattern.From) || Has(graph, node, pattern.To)))];
        List<string> edges = [];
        foreach (EdgeTable table in graph.EdgeTables)
        {
            foreach (long position in table.LiveRows)
            {
                (int source, int target) = table.Ends(position);
                bool isMeant = patterns.Any(pattern => (pattern.Types.Count == 0 || pattern.Types.Contains(table.Type))
                    && Has(graph, source, pattern.From) && Has(graph, target, pattern.To));
                if (isMeant && IsIn(source) && IsIn(target)) edges.Add($"{source}>{target}" + (weight is null ? "" : $"*{table.Value(position, weight)}"));
            }
        }

        return (nodes, edges);
    }

    private static IEnumerable<(int Source, int Target)> EdgesOf(GraphReader graph, ProjectionPattern pattern) => graph.EdgeTables
        .Where(table => pattern.Types.Count == 0 || pattern.Types.Contains(table.Type)).SelectMany(table => table.LiveRows.Select(table.Ends));

    private static bool HasBothWays(GraphReader graph, ProjectionPattern pattern) =>
        EdgesOf(graph, pattern).Any(e => Has(graph, e.Source, pattern.From) && Has(graph, e.Target, pattern.To))
        && EdgesOf(graph, pattern).Any(e => Has(graph, e.Target, pattern.From) && Has(graph, e.Source, pattern.To));

    private static List<string> Shared(GraphReader graph, ProjectionPattern pattern)
    {
        bool isTarget = pattern.Shared == SharedNeighbour.Target
            || (pattern.Shared == SharedNeighbour.AsStored && EdgesOf(graph, pattern).Any(e => Has(graph, e.Source, pattern.From) && Has(graph, e.Target, pattern.To)));
        (int Node, int Shared)[] pairs = [.. EdgesOf(graph, pattern).Select(e => isTarget ? (e.Source, e.Target) : (e.Target, e.Source))
            .Where(p => Has(graph, p.Item1, pattern.From) && Has(graph, p.Item2, pattern.To)).Distinct()];
        return [.. pairs.SelectMany(a => pairs.Where(b => b.Shared == a.Shared && b.Node != a.Node).Select(b => $"{a.Node}>{b.Node}"))
            .CountBy(tie => tie).Select(tie => $"{tie.Key}*{tie.Value}")];
    }
}
