using Papergraph.Corpus;
using Papergraph.Linking;
using Papergraph.Store;

namespace Papergraph.Pipeline.Writing;

/// <summary>Writes the nodes of entities, a table for each type.</summary>
internal static class EntityTables
{
    /// <summary>Writes all and returns the node of each entity.</summary>
    internal static int[] Write(SegmentWriter writer, LinkedEntities linked, int?[] years)
    {
        int?[] firstYears = FirstYears(linked, years);
        int[] nodes = new int[linked.Entities.Count];
        foreach (EntityType type in Enum.GetValues<EntityType>())
        {
            NodeTableWriter table = writer.AddNodeTable(Labels.Entity, type.ToString());
            StringColumnWriter id = table.String(Keys.Id), name = table.String(Keys.Name);
            StringListColumnWriter aliases = table.StringList(Keys.Aliases);
            Int64ColumnWriter papers = table.Int64(Keys.Papers), firstYear = table.Int64(Keys.FirstYear);
            for (int e = 0; e < nodes.Length; e++)
            {
                LinkedEntity entity = linked.Entities[e];
                if (entity.Type != type) continue;
                nodes[e] = table.AddNode();
                id.Append(entity.Id);
                name.Append(entity.Name);
                aliases.AppendOrNull(entity.Aliases);
                papers.Append(entity.Papers);
                firstYear.AppendOrNull(firstYears[e]);
            }
        }

        return nodes;
    }

    private static int?[] FirstYears(LinkedEntities linked, int?[] years)
    {
        int?[] first = new int?[linked.Entities.Count];
        foreach (LinkedMention mention in linked.Mentions)
            if (years[mention.Paper] is { } year && !(first[mention.Entity] <= year)) first[mention.Entity] = year;
        return first;
    }
}
