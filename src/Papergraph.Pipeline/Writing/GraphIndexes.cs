using Papergraph.Corpus;
using Papergraph.Store;

namespace Papergraph.Pipeline.Writing;

/// <summary>Declares the indexes of a graph: every node by its id, papers by each of their identifiers, and names for search.</summary>
internal static class GraphIndexes
{
    internal static void Write(SegmentWriter writer)
    {
        foreach (string label in (string[])[Labels.Paper, Labels.Author, Labels.Venue, Labels.Organization, Labels.Entity, Labels.Repository, Labels.Run])
            writer.AddKeyIndex(label, Keys.Id);
        writer.AddKeyIndex(Labels.Paper, Keys.Ids);
        writer.AddNameIndex(
            Names.Index,
            [
                (Labels.Paper, Keys.Title), (Labels.Entity, Keys.Name), (Labels.Entity, Keys.Aliases), (Labels.Author, Keys.Name),
                (Labels.Venue, Keys.Name), (Labels.Organization, Keys.Name), (Labels.Repository, Keys.Url),
            ]);
    }
}
