using Papergraph.Corpus;
using Papergraph.Engine.Analysis.Keeping;
using Papergraph.Store;

namespace Papergraph.Engine.Explanations;

/// <summary>Explains one node: what is known of it and from where.</summary>
internal static class NodeExplanation
{
    internal static Explanation Of(GraphReader graph, NodeSummary node, int limit, double minConfidence)
    {
        if (limit is < 1 or > 100_000) throw EngineErrors.OutOfRange("--limit", limit, "1 to 100,000");
        List<PlacedEdge> edges = graph.HasLabel(node.Node, Labels.Entity) ? OfEntity(graph, node.Node)
            : graph.HasLabel(node.Node, Labels.Paper) ? OfPaper(graph, node.Node)
            : [];
        IReadOnlyList<StatedFact> facts = graph.HasLabel(node.Node, Labels.Paper)
            ? PaperFacts.Of(graph, node.Node)
            : [.. PropertiesOf(graph, node.Node), .. NeighborCounts(graph, node.Node)];
        edges.RemoveAll(edge => edge.Confidence < minConfidence);
        facts = [.. facts, .. Computed(graph, node.Node), .. MergeHistory.Of(graph, node)];

        // Sentences are read for those shown only; nodes are numbered in the order of their ids, so the order is that of the graph.
        EvidenceReader reader = new(graph);
        IEnumerable<Evidence> shown = edges
            .OrderBy(e => e.Rank).ThenByDescending(e => e.Confidence).ThenBy(e => e.Source).ThenBy(e => e.Target).ThenBy(e => e.Edge)
            .Take(limit).Select(e => reader.Placed(e.Table, e.Source, e.Target, e.Edge)).OfType<Evidence>();
        return new Explanation(node, null, facts, [.. shown], edges.Count);
    }

    /// <summary>What is stated of it, the results that papers report of it, and one edge for each paper that mentions it.</summary>
    private static List<PlacedEdge> OfEntity(GraphReader graph, int entity)
    {
        EvidenceReader reader = new(graph);
        List<PlacedEdge> edges = [];
        foreach (string type in EvidenceReader.StatementTypes)
        {
            if (graph.Edges(type) is not { } table) continue;
            AddAll(table, entity, table.Outgoing, outgoing: true, edges);
            AddAll(table, entity, table.Incoming, outgoing: false, edges);
        }

        if (graph.Edges(EdgeTypes.Reports) is { } results) AddAll(results, entity, results.Incoming, outgoing: false, edges);
        if (graph.Edges(EdgeTypes.Mentions) is { } mentions)
            foreach (int paper in Distinct(mentions.Incoming.Neighbours(entity))) edges.Add(reader.OfEntityIn(paper, entity));
        return edges;
    }

    private static List<PlacedEdge> OfPaper(GraphReader graph, int paper)
    {
        EvidenceReader reader = new(graph);
        List<PlacedEdge> edges = [];
        if (graph.Edges(EdgeTypes.Reports) is { } results) AddAll(results, paper, results.Outgoing, outgoing: true, edges);
        if (graph.Edges(EdgeTypes.Mentions) is { } mentions)
            foreach (int entity in Distinct(mentions.Outgoing.Neighbours(paper))) edges.Add(reader.OfEntityIn(paper, entity));
        return edges;
    }

    private static void AddAll(EdgeTable table, int node, Adjacency adjacency, bool outgoing, List<PlacedEdge> edges)
    {
        ReadOnlySpan<int> others = adjacency.Neighbours(node);
        EdgePositions positions = adjacency.Positions(node);
        for (int i = 0; i < others.Length; i++)
        {
            (int source, int target) = outgoing ? (node, others[i]) : (others[i], node);
            edges.Add(EvidenceReader.Ranked(table, source, target, positions[i]));
        }
    }

    /// <summary>Each of the ascending numbers once: parallel edges name a neighbour several times.</summary>
    private static List<int> Distinct(ReadOnlySpan<int> ascending)
    {
        List<int> distinct = [];
        foreach (int number in ascending)
            if (distinct.Count == 0 || distinct[^1] != number) distinct.Add(number);
        return distinct;
    }

    /// <summary>What analyses found of the node, each with the run that says how.</summary>
    private static IEnumerable<StatedFact> Computed(GraphReader graph, int node)
    {
        foreach (KeptAnalysis analysis in KeptAnalysis.All(graph))
            foreach (string property in analysis.Properties)
                if (graph.Property(node, property) is { } value) yield return new StatedFact(property, PropertyText.Of(value), [analysis.Id]);
    }

    private static IEnumerable<StatedFact> PropertiesOf(GraphReader graph, int node)
    {
        NodeTable table = graph.TableOf(node);
        HashSet<string> computed = new(KeptAnalysis.All(graph).SelectMany(analysis => analysis.Properties), StringComparer.Ordinal);
        foreach (Column column in table.Columns)
            if (!computed.Contains(column.Name) && column.Value(table.RowOf(node)) is { } value)
                yield return new StatedFact(column.Name, PropertyText.Of(value), []);
    }

    private static IEnumerable<StatedFact> NeighborCounts(GraphReader graph, int node)
    {
        foreach (EdgeTable table in graph.EdgeTables)
        {
            if (table.Outgoing.Degree(node) is > 0 and int outgoing) yield return new StatedFact($"{table.Type} →", PropertyText.Of((long)outgoing), []);
            if (table.Incoming.Degree(node) is > 0 and int incoming) yield return new StatedFact($"{table.Type} ←", PropertyText.Of((long)incoming), []);
        }
    }
}
