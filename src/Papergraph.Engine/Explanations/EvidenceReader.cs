using Papergraph.Core;
using Papergraph.Corpus;
using Papergraph.Extraction;
using Papergraph.Store;

namespace Papergraph.Engine.Explanations;

/// <summary>Turns an edge into the sentence from which it was read.</summary>
internal sealed class EvidenceReader(GraphReader graph)
{
    /// <summary>The roles of a thing in a paper, most telling first; a plain mention comes after them.</summary>
    internal static readonly string[] RoleTypes =
        [.. Enum.GetValues<Role>().Where(role => role != Role.Mentions).Select(EdgeTypes.Of)];

    /// <summary>The relations between entities that sentences state.</summary>
    internal static readonly string[] StatementTypes = [.. Enum.GetValues<Relation>().Select(EdgeTypes.Of)];

    /// <summary>Evidence of an edge that carries its own place: a mention or a statement.</summary>
    /// <param name="table">The edges of the type.</param>
    /// <param name="source">Where the edge starts.</param>
    /// <param name="target">Where it ends.</param>
    /// <param name="edge">Position of the edge in the table.</param>
    /// <param name="type">What to call the edge: its own type, or the role that the mention stands for.</param>
    /// <param name="confidence">Confidence to show instead of the edge's own, or null.</param>
    internal Evidence? Placed(EdgeTable table, int source, int target, long edge, string type, double? confidence = null)
    {
        if (table.Strings(Keys.Field)?[edge] is not { } field) return null;
        int paper = source;
        if (table.Strings(Keys.Paper)?[edge] is { } paperId && !graph.TryFindNode(Labels.Paper, Keys.Id, paperId, out paper)) return null;
        if (table.Int64s(Keys.Start)?[edge] is not { } start || table.Int64s(Keys.End)?[edge] is not { } end) return null;

        NodeTable papers = graph.TableOf(paper);
        if (papers.Strings(field)?[paper - papers.FirstNode] is not { } text || start < 0 || end > text.Length || start > end) return null;
        TextSpan span = new((int)start, (int)end);
        TextSpan sentence = Sentences.Around(text, span);
        return new Evidence(
            type, NodeSummary.Of(graph, source), NodeSummary.Of(graph, target), NodeSummary.Of(graph, paper), field, span, sentence.Of(text),
            new TextSpan(span.Start - sentence.Start, span.End - sentence.Start),
            confidence ?? table.Doubles(Keys.Confidence)?[edge], table.Strings(Keys.Run)?[edge]);
    }

    /// <summary>The best mention of an entity in a paper, under the name of its strongest role there; null when it is not mentioned.</summary>
    internal Evidence? BestMention(int paper, int entity)
    {
        if (graph.Edges(EdgeTypes.Mentions) is not { } mentions) return null;
        (long Edge, double Confidence) best = (-1, -1);
        foreach (long edge in EdgesBetween(mentions, paper, entity))
        {
            double confidence = mentions.Doubles(Keys.Confidence)?[edge] ?? 0;
            if (mentions.Strings(Keys.Field)?[edge] == Keys.Abstract) confidence += 0.01;   // a sentence tells more than a title
            if (confidence > best.Confidence) best = (edge, confidence);
        }

        if (best.Edge < 0) return null;
        (string type, double? roleConfidence) = StrongestRole(paper, entity);
        return Placed(mentions, paper, entity, best.Edge, type, roleConfidence);
    }

    /// <summary>Positions of all edges of a type from one node to another.</summary>
    internal static List<long> EdgesBetween(EdgeTable table, int source, int target)
    {
        ReadOnlySpan<int> targets = table.Outgoing.Neighbours(source);
        EdgePositions positions = table.Outgoing.Positions(source);
        List<long> edges = [];
        for (int i = 0; i < targets.Length; i++)
            if (targets[i] == target) edges.Add(positions[i]);
        return edges;
    }

    private (string Type, double? Confidence) StrongestRole(int paper, int entity)
    {
        foreach (string role in RoleTypes)
            if (graph.Edges(role) is { } table && EdgesBetween(table, paper, entity) is [var edge, ..])
                return (role, table.Doubles(Keys.Confidence)?[edge]);
        return (EdgeTypes.Mentions, null);
    }
}
