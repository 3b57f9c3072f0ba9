using Papergraph.Corpus;
using Papergraph.Linking;
using Papergraph.Pipeline.Stages;
using Papergraph.Store;

namespace Papergraph.Pipeline.Writing;

/// <summary>Writes the inferred edges between papers.</summary>
internal static class BuildsOnEdges
{
    internal static void Write(
        SegmentWriter writer, IEnumerable<BuildsOnEdge> edges, int[] paperNodes, LinkedEntities entities, string runId)
    {
        List<BuildsOnEdge> all = [.. edges];
        if (all.Count == 0) return;
        EdgeTableWriter table = writer.AddEdgeTable(EdgeTypes.BuildsOn);
        StringColumnWriter entity = table.String(Keys.Entity), run = table.String(Keys.Run);
        DoubleColumnWriter confidence = table.Double(Keys.Confidence);
        foreach (BuildsOnEdge edge in all)
        {
            table.Add(paperNodes[edge.Paper], paperNodes[edge.On]);
            entity.Append(entities.Entities[edge.Entity].Id);
            confidence.Append(edge.Confidence);
            run.Append(runId);
        }
    }
}
