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

    /// <summary>Evidence of an edge that carries its own place; null for an edge that does not.</summary>
    internal Evidence? Placed(EdgeTable table, int source, int target, long edge)
    {
        if (table.Strings(Keys.Field)?[edge] is not { } field) return null;
        int paper = source;
        if (table.Strings(Keys.Paper)?[edge] is { } paperId && !graph.TryFindNode(Labels.Paper, Keys.Id, paperId, out paper)) return null;
        if (table.Int64s(Keys.Start)?[edge] is not { } start || table.Int64s(Keys.End)?[edge] is not { } end) return null;

        NodeTable papers = graph.TableOf(paper);
        if (papers.Strings(field)?[papers.RowOf(paper)] is not { } text || start < 0 || end > text.Length || start > end) return null;
        TextSpan span = new((int)start, (int)end);
        TextSpan sentence = Sentences.Around(text, span);
        return new Evidence(
            table.Type, NodeSummary.Of(graph, source), NodeSummary.Of(graph, target), NodeSummary.Of(graph, paper), field, span, sentence.Of(text),
            new TextSpan(span.Start - sentence.Start, span.End - sentence.Start),
            table.Doubles(Keys.Confidence)?[edge], table.Strings(Keys.Run)?[edge]);
    }

    /// <summary>The edge that shows best what an entity is to a paper that mentions it: its strongest role there, else its surest mention, in the
    /// abstract rather than in the title.</summary>
    internal PlacedEdge OfEntityIn(int paper, int entity)
    {
        foreach (string role in RoleTypes)
            if (graph.Edges(role) is { } table && EdgesBetween(table, paper, entity) is [var edge, ..])
                return Ranked(table, paper, entity, edge);

        EdgeTable mentions = graph.Edges(EdgeTypes.Mentions)!;
        long best = EdgesBetween(mentions, paper, entity)
            .OrderByDescending(e => mentions.Doubles(Keys.Confidence)?[e])
            .ThenByDescending(e => mentions.Strings(Keys.Field)?[e] == Keys.Abstract)
            .ThenBy(e => mentions.Int64s(Keys.Start)?[e]).First();
        return Ranked(mentions, paper, entity, best);
    }

    /// <summary>An edge with what ranks it: who introduced it first, then what is stated, then the other roles, then mere mentions.</summary>
    internal static PlacedEdge Ranked(EdgeTable table, int source, int target, long edge)
    {
        int role = Array.IndexOf(RoleTypes, table.Type);
        int rank = role == 0 ? 0 : role > 0 ? 1 + role : table.Type == EdgeTypes.Mentions ? 2 + RoleTypes.Length : 1;
        return new PlacedEdge(table, source, target, edge, rank, table.Doubles(Keys.Confidence)?[edge] ?? 1);
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
}
