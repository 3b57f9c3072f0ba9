using Papergraph.Corpus;
using Papergraph.Store;

namespace Papergraph.Pipeline.Writing;

/// <summary>Declares the indexes of a graph: every node by its id, papers by each of their identifiers, and names and texts for
/// search.</summary>
internal static class GraphIndexes
{
    // A word in a title or a name says what the thing is about; one in an abstract may be there by the way.
    private const double WeightOfName = 3, WeightOfAlias = 2;

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
        writer.AddFullTextIndex(
            Names.Texts,
            [
                new(Labels.Paper, Keys.Title, WeightOfName), new(Labels.Paper, Keys.Abstract), new(Labels.Entity, Keys.Name, WeightOfName),
                new(Labels.Entity, Keys.Aliases, WeightOfAlias), new(Labels.Author, Keys.Name, WeightOfName),
                new(Labels.Venue, Keys.Name, WeightOfName), new(Labels.Organization, Keys.Name, WeightOfName),
                new(Labels.Repository, Keys.Url),
            ]);
    }
}
