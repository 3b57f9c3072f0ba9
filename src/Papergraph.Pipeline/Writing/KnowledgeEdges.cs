using Papergraph.Corpus;
using Papergraph.Linking;
using Papergraph.Store;

namespace Papergraph.Pipeline.Writing;

/// <summary>Writes what was extracted: mentions, roles, statements and results, each with its evidence.</summary>
internal static class KnowledgeEdges
{
    /// <summary>Writes all edges.</summary>
    /// <param name="writer">The version under way; its nodes are complete.</param>
    /// <param name="linked">What was linked; papers are numbers of <paramref name="paperIds"/>.</param>
    /// <param name="paperNodes">Node of each paper.</param>
    /// <param name="paperIds">Identifier of each paper.</param>
    /// <param name="entityNodes">Node of each entity.</param>
    /// <param name="runId">The run that extracted.</param>
    internal static void Write(
        SegmentWriter writer, LinkedEntities linked, int[] paperNodes, string[] paperIds, int[] entityNodes, string runId)
    {
        WriteMentions(writer, linked, paperNodes, entityNodes, runId);
        foreach (Role role in Enum.GetValues<Role>())
        {
            if (!linked.Roles.Any(r => r.Role == role)) continue;
            PlacedEdges edges = new(writer.AddEdgeTable(EdgeTypes.Of(role)), runId);
            foreach (LinkedRole claim in linked.Roles)
                if (claim.Role == role) edges.Add(paperNodes[claim.Paper], entityNodes[claim.Entity], claim.Place, claim.Confidence);
        }

        foreach (Relation relation in Enum.GetValues<Relation>())
        {
            if (!linked.Statements.Any(s => s.Relation == relation)) continue;
            EdgeTableWriter table = writer.AddEdgeTable(EdgeTypes.Of(relation));
            StringColumnWriter paper = table.String(Keys.Paper);
            PlacedEdges edges = new(table, runId);
            foreach (LinkedStatement statement in linked.Statements)
            {
                if (statement.Relation != relation) continue;
                edges.Add(entityNodes[statement.Head], entityNodes[statement.Tail], statement.Evidence, statement.Confidence);
                paper.Append(paperIds[statement.Paper]);
            }
        }

        WriteResults(writer, linked, paperNodes, entityNodes, runId);
    }

    private static void WriteMentions(SegmentWriter writer, LinkedEntities linked, int[] paperNodes, int[] entityNodes, string runId)
    {
        if (linked.Mentions.Count == 0) return;
        EdgeTableWriter table = writer.AddEdgeTable(EdgeTypes.Mentions);
        StringColumnWriter surface = table.String(Keys.Surface);
        PlacedEdges edges = new(table, runId);
        foreach (LinkedMention mention in linked.Mentions)
        {
            edges.Add(paperNodes[mention.Paper], entityNodes[mention.Entity], mention.Place, mention.Confidence);
            surface.Append(linked.Surfaces[mention.Surface]);
        }
    }

    private static void WriteResults(SegmentWriter writer, LinkedEntities linked, int[] paperNodes, int[] entityNodes, string runId)
    {
        if (linked.Results.Count == 0) return;
        EdgeTableWriter table = writer.AddEdgeTable(EdgeTypes.Reports);
        DoubleColumnWriter value = table.Double(Keys.Value);
        StringColumnWriter unit = table.String(Keys.Unit), dataset = table.String(Keys.Dataset), method = table.String(Keys.Method);
        PlacedEdges edges = new(table, runId);
        foreach (LinkedResult result in linked.Results)
        {
            edges.Add(paperNodes[result.Paper], entityNodes[result.Metric], result.Place, result.Confidence);
            value.Append(result.Value);
            unit.AppendOrNull(result.Unit.Length > 0 ? result.Unit : null);
            dataset.AppendOrNull(IdOf(result.Dataset));
            method.AppendOrNull(IdOf(result.Method));
        }

        string? IdOf(int? entity) => entity is { } known ? linked.Entities[known].Id : null;
    }
}
