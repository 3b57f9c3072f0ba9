using Papergraph.Corpus;
using Papergraph.Store;

namespace Papergraph.Engine.Explanations;

/// <summary>Explains what connects two nodes: every edge between them, in both directions, with its evidence.</summary>
internal static class EdgeExplanation
{
    internal static Explanation Between(GraphReader graph, NodeSummary first, NodeSummary second, int limit, double minConfidence)
    {
        if (limit is < 1 or > 100_000) throw EngineErrors.OutOfRange("--limit", limit, "1 to 100,000");
        EvidenceReader reader = new(graph);
        List<Evidence> evidence = [];
        foreach (EdgeTable table in graph.EdgeTables)
        {
            AddEdges(graph, reader, table, first, second, evidence);
            if (first.Node != second.Node) AddEdges(graph, reader, table, second, first, evidence);
        }

        evidence.RemoveAll(edge => edge.Confidence < minConfidence);
        if (evidence.Count > 0) return new Explanation(first, second, [], [.. evidence.Take(limit)], evidence.Count);
        List<PlacedEdge> shared = InPapersThatMentionBoth(graph, reader, first.Node, second.Node);
        shared.RemoveAll(edge => edge.Confidence < minConfidence);
        IEnumerable<Evidence> shown = shared.Take(limit).Select(e => reader.Placed(e.Table, e.Source, e.Target, e.Edge)).OfType<Evidence>();
        return new Explanation(first, second, [], [.. shown], shared.Count, IsDirect: false);
    }

    /// <summary>For each paper that mentions both entities, what the one and the other are to it.</summary>
    private static List<PlacedEdge> InPapersThatMentionBoth(GraphReader graph, EvidenceReader reader, int first, int second)
    {
        List<PlacedEdge> edges = [];
        if (graph.Edges(EdgeTypes.Mentions) is not { } mentions) return edges;
        HashSet<int> ofSecond = [.. mentions.Incoming.Neighbours(second)];
        foreach (int paper in mentions.Incoming.Neighbours(first))
        {
            if (!ofSecond.Remove(paper)) continue;
            edges.Add(reader.OfEntityIn(paper, first));
            edges.Add(reader.OfEntityIn(paper, second));
        }

        return edges;
    }

    private static void AddEdges(
        GraphReader graph, EvidenceReader reader, EdgeTable table, NodeSummary source, NodeSummary target, List<Evidence> evidence)
    {
        foreach (long edge in EvidenceReader.EdgesBetween(table, source.Node, target.Node))
        {
            evidence.Add(reader.Placed(table, source.Node, target.Node, edge) ?? Stated(graph, table, source, target, edge));
        }
    }

    /// <summary>An edge that a record states outright, or that was inferred: its properties are what there is to say.</summary>
    private static Evidence Stated(GraphReader graph, EdgeTable table, NodeSummary source, NodeSummary target, long edge)
    {
        IEnumerable<string> properties = table.Columns
            .Where(c => c.Name is not (Keys.Confidence or Keys.Run))
            .Select(c => c.Value(edge) is { } value ? $"{c.Name}: {PropertyText.Of(value)}" : null).OfType<string>();
        NodeSummary paper = graph.HasLabel(source.Node, Labels.Paper) ? source : target;
        return new Evidence(
            table.Type, source, target, paper, null, null, string.Join(", ", properties), null,
            table.Doubles(Keys.Confidence)?[edge], table.Strings(Keys.Run)?[edge]);
    }
}
