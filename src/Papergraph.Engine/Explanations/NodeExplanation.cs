using Papergraph.Corpus;
using Papergraph.Store;

namespace Papergraph.Engine.Explanations;

/// <summary>Explains one node: what is known of it and from where.</summary>
internal static class NodeExplanation
{
    internal static Explanation Of(GraphReader graph, NodeSummary node, int limit)
    {
        if (limit is < 1 or > 100_000) throw EngineErrors.OutOfRange("--limit", limit, "1 to 100,000");
        List<Evidence> evidence = graph.HasLabel(node.Node, Labels.Entity) ? OfEntity(graph, node.Node)
            : graph.HasLabel(node.Node, Labels.Paper) ? OfPaper(graph, node.Node)
            : [];
        IReadOnlyList<StatedFact> facts = graph.HasLabel(node.Node, Labels.Paper)
            ? PaperFacts.Of(graph, node.Node)
            : [.. PropertiesOf(graph, node.Node), .. NeighborCounts(graph, node.Node)];
        return new Explanation(node, null, facts, [.. evidence.Take(limit)], evidence.Count);
    }

    /// <summary>One sentence a paper, and one a statement: who introduced it first, then what is stated of it, then its other uses.</summary>
    private static List<Evidence> OfEntity(GraphReader graph, int entity)
    {
        EvidenceReader reader = new(graph);
        List<Evidence> evidence = [];
        foreach (string type in EvidenceReader.StatementTypes)
        {
            if (graph.Edges(type) is not { } table) continue;
            AddPlaced(reader, table, entity, table.Outgoing, outgoing: true, evidence);
            AddPlaced(reader, table, entity, table.Incoming, outgoing: false, evidence);
        }

        if (graph.Edges(EdgeTypes.Mentions) is { } mentions)
        {
            int last = -1;
            foreach (int paper in mentions.Incoming.Neighbours(entity))
            {
                if (paper != last && reader.OfEntityIn(paper, entity) is { } shown) evidence.Add(shown);
                last = paper;
            }
        }

        return Ranked(evidence);
    }

    private static List<Evidence> OfPaper(GraphReader graph, int paper)
    {
        EvidenceReader reader = new(graph);
        List<Evidence> evidence = [];
        if (graph.Edges(EdgeTypes.Mentions) is not { } mentions) return evidence;
        int last = -1;
        foreach (int entity in mentions.Outgoing.Neighbours(paper))
        {
            if (entity != last && reader.OfEntityIn(paper, entity) is { } shown) evidence.Add(shown);
            last = entity;
        }

        return Ranked(evidence);
    }

    private static void AddPlaced(
        EvidenceReader reader, EdgeTable table, int node, Adjacency adjacency, bool outgoing, List<Evidence> evidence)
    {
        ReadOnlySpan<int> others = adjacency.Neighbours(node);
        EdgePositions positions = adjacency.Positions(node);
        for (int i = 0; i < others.Length; i++)
        {
            (int source, int target) = outgoing ? (node, others[i]) : (others[i], node);
            if (reader.Placed(table, source, target, positions[i]) is { } placed) evidence.Add(placed);
        }
    }

    private static List<Evidence> Ranked(List<Evidence> evidence) =>
        [.. evidence
            .OrderBy(e => Rank(e.EdgeType)).ThenByDescending(e => e.Confidence).ThenBy(e => e.Paper.Year ?? int.MaxValue)
            .ThenBy(e => e.Paper.Id, StringComparer.Ordinal).ThenBy(e => e.From.Id, StringComparer.Ordinal)
            .ThenBy(e => e.To.Id, StringComparer.Ordinal).ThenBy(e => e.Span)];

    private static int Rank(string edgeType) => edgeType switch
    {
        EdgeTypes.Introduces => 0,
        EdgeTypes.Uses => 2,
        EdgeTypes.EvaluatesOn => 3,
        EdgeTypes.ComparesWith => 4,
        EdgeTypes.Addresses => 5,
        EdgeTypes.Mentions => 6,
        _ => 1,
    };

    private static IEnumerable<StatedFact> PropertiesOf(GraphReader graph, int node)
    {
        NodeTable table = graph.TableOf(node);
        foreach (Column column in table.Columns)
            if (column.Value(node - table.FirstNode) is { } value)
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
